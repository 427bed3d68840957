package cn.gridcase.cases;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;

/** Stores case files; hidden in here because it could also delete them. */
@ApplicationScoped
class CaseFileRepository implements PanacheRepository<CaseFile> {
  private static final String IN_DISPOSAL =
      "where a.endedAt is null and a.resultAt is null and a.file.stage = cn.gridcase.cases.Stage.DISPOSAL";

  /**
   * To look at only: a later {@link #locked} must read the row, and all that belongs to it, anew,
   * not find this copy.
   */
  Optional<CaseFile> numbered(CaseNumber number) {
    Optional<CaseFile> found =
        find(
                "select c from CaseFile c left join fetch c.assignments.all where c.number = ?1",
                number.text())
            .stream()
            .findFirst();
    found.ifPresent(file -> file.clock().read());
    found.ifPresent(file -> file.assignments().read());
    found.ifPresent(getEntityManager()::detach);
    return found;
  }

  /** To look at only, one of very many: nothing of it is kept. */
  CaseFile lookedAt(CaseNumber number) {
    CaseFile found = numbered(number).orElseThrow();
    getEntityManager().clear();
    return found;
  }

  /** To look at only, newest first. */
  List<CaseFile> all(List<Long> ids) {
    return copies("where c.id in ?1 order by c.id desc", ids);
  }

  /** The row itself, locked until the transaction ends. */
  Optional<CaseFile> locked(CaseNumber number) {
    return find("number", number.text())
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  /** The same, but empty while anybody else holds it. */
  Optional<CaseFile> lockedIfFree(CaseNumber number) {
    return find("number", number.text())
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
        .firstResultOptional();
  }

  /** Codes of all units that have a case to dispose of now. */
  List<String> unitsInDisposal() {
    return getEntityManager()
        .createQuery("select distinct a.unit from Assignment a " + IN_DISPOSAL, String.class)
        .getResultList();
  }

  /** Numbers of all cases that wait for a dispatcher. */
  List<CaseNumber> inDispatch() {
    return getEntityManager()
        .createQuery(
            """
            select c.number from CaseFile c where c.stage = cn.gridcase.cases.Stage.DISPATCH
               and (c.forwarding.designated = true or c.forwarding.sentBack < 2
                    and c.forwarding.changedLevel < 2 and c.forwarding.unsigned = false)""",
            String.class)
        .getResultStream()
        .map(CaseNumber::new)
        .toList();
  }

  /** Numbers of cases with a pause of their own that should be over. */
  List<CaseNumber> pausedUntil(Instant now, int most) {
    return getEntityManager()
        .createQuery(
            "select distinct r.file.number from LedgerRow r"
                + " where r.toAt is null and r.reviewAt <= :now order by r.file.number",
            String.class)
        .setParameter("now", now)
        .setMaxResults(most)
        .getResultStream()
        .map(CaseNumber::new)
        .toList();
  }

  /** Numbers of running cases with, or without, a pause of the whole town's. */
  List<CaseNumber> halted(boolean halted, int most) {
    return getEntityManager()
        .createQuery(
            "select c.number from CaseFile c"
                + " where c.ending.closedAt is null and c.clock.registeredAt is not null"
                + " and c.clock.halted = :halted order by c.number",
            String.class)
        .setParameter("halted", halted)
        .setMaxResults(most)
        .getResultStream()
        .map(CaseNumber::new)
        .toList();
  }

  /** Numbers of the cases a unit has to dispose of now. */
  List<CaseNumber> inDisposalOf(String unit) {
    return getEntityManager()
        .createQuery(
            "select a.file.number from Assignment a " + IN_DISPOSAL + " and a.unit = :unit",
            String.class)
        .setParameter("unit", unit)
        .getResultStream()
        .map(CaseNumber::new)
        .toList();
  }

  private List<CaseFile> copies(String which, Object value) {
    List<CaseFile> found =
        list("select distinct c from CaseFile c left join fetch c.assignments.all " + which, value);
    found.forEach(file -> file.clock().read());
    found.forEach(file -> file.assignments().read());
    found.forEach(getEntityManager()::detach);
    return found;
  }

  /** Takes the next number of the day and the row's id in one question. */
  Next next(LocalDate today) {
    var row =
        (Object[])
            getEntityManager()
                .createNativeQuery(
                    "SELECT next_case_number(:today), nextval('case_file_seq')", Object[].class)
                .setParameter("today", today)
                .getSingleResult();
    return new Next(new CaseNumber((String) row[0]), ((Number) row[1]).longValue());
  }

  /** What a new case file is known by. */
  record Next(CaseNumber number, long id) {}
}
