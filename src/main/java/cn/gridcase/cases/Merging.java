package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/** 并案 and 拆分: the two cases are locked in the order of their numbers. */
@ApplicationScoped
public class Merging {
  private final CaseFiles caseFiles;
  private final CaseFileRepository stored;
  private final Merges merges;
  private final Recusals recusals;
  private final TownHaltFigures halts;

  @Inject
  Merging(
      CaseFiles caseFiles,
      CaseFileRepository stored,
      Merges merges,
      Recusals recusals,
      TownHaltFigures halts) {
    this.halts = halts;
    this.caseFiles = caseFiles;
    this.stored = stored;
    this.merges = merges;
    this.recusals = recusals;
  }

  /** From now on the case is a part of the other, and its reporter hears how that ends. */
  public void merge(CaseNumber number, CaseNumber into, Person person, Instant now) {
    lock(number, into);
    if (recusals.isWithheld(into, person.userid())) {
      throw CaseFiles.notFound(into);
    }
    caseFiles.change(
        number,
        file -> new MergeInto(locked(into), merges.into(into), merges.of(number)),
        person,
        now);
  }

  /** Undoes that, while the other is open. */
  public void detach(CaseNumber number, Person person, Instant now) {
    CaseNumber from =
        merges.into(number).orElseThrow(() -> new Refused("案件" + number + "没有并案，不用拆分。"));
    lock(number, from);
    caseFiles.change(
        number, file -> new Detach(locked(from), halts.sinceEndOf(number)), person, now);
  }

  private void lock(CaseNumber one, CaseNumber other) {
    Stream.of(one, other).sorted(Comparator.comparing(CaseNumber::text)).forEach(this::locked);
  }

  private CaseFile locked(CaseNumber number) {
    return stored.locked(number).orElseThrow(() -> CaseFiles.notFound(number));
  }
}
