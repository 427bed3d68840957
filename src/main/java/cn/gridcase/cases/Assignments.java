package cn.gridcase.cases;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** 任务: the units that have, or had, the work on one case, and everybody who did some of it. */
@Embeddable
public class Assignments {
  @OneToMany(
      mappedBy = "file",
      cascade = {CascadeType.PERSIST, CascadeType.DETACH})
  @OrderBy("id")
  private List<Assignment> all = new ArrayList<>();

  /** Everybody who ever signed for it or handed in a result: none of them may verify it. */
  @ElementCollection
  @CollectionTable(name = "case_doer", joinColumns = @JoinColumn(name = "case_id"))
  @Column(name = "actor")
  private Set<UUID> doers = new HashSet<>();

  @Embedded private Whistles whistles = new Whistles();

  protected Assignments() {}

  /** Reads what only some cases have, before theirs is cut off from the database. */
  void read() {
    whistles.read();
  }

  /** 吹哨: whenever units were called to the place of the case. */
  public Whistles whistles() {
    return whistles;
  }

  /** All of them, in the order they were made. */
  public List<Assignment> all() {
    return List.copyOf(all);
  }

  /** 主办: the one whose unit answers, or last answered, for the case. */
  public Optional<Assignment> lead() {
    return last(Assignment::isLead);
  }

  /** 协办: those of the units that help, or have done their share. */
  public List<Assignment> coUnits() {
    return all.stream().filter(each -> !each.isLead() && !each.isEnded()).toList();
  }

  /** Those of the units that help and have not handed in their share. */
  public List<Assignment> openCoUnits() {
    return coUnits().stream().filter(Assignment::isOpen).toList();
  }

  /** Codes of all units that owe a result now, the lead's first. */
  public List<String> owing() {
    return Stream.concat(lead().stream(), openCoUnits().stream())
        .filter(Assignment::isOpen)
        .map(Assignment::unit)
        .toList();
  }

  /** What this unit leads, or helps with. */
  public Optional<Assignment> of(String unit) {
    return Stream.concat(coUnits().stream(), lead().stream())
        .filter(each -> each.unit().equals(unit))
        .reduce((first, second) -> second);
  }

  /** The latest share of a unit that has, or had, one. */
  public Assignment lastOf(String unit) {
    return last(each -> each.unit().equals(unit)).orElseThrow();
  }

  private Optional<Assignment> last(Predicate<Assignment> which) {
    return all.stream().filter(which).reduce((first, second) -> second);
  }

  boolean wereDoneBy(UUID actor) {
    return doers.contains(actor);
  }

  /** 上交: whether this unit had it once, and it was beyond it. */
  public boolean isHandedUpBy(String unit) {
    return all.stream().anyMatch(each -> each.isHandedUp() && each.unit().equals(unit));
  }

  /** 提级: whether the district has the work, or had it last. */
  public boolean isWithDistrict() {
    return lead().filter(Assignment::isOfDistrict).isPresent();
  }

  void add(Assignment assignment) {
    // A further leg of the district's is the district's.
    boolean goesOn =
        lead()
            .filter(before -> before.isOfDistrict() && before.unit().equals(assignment.unit()))
            .isPresent();
    if (goesOn) {
      assignment.giveToDistrict();
    }
    all.add(assignment);
  }

  /** Whoever signs is a doer, even if a colleague hands in the result. */
  void signed(Assignment assignment, UUID actor, Instant now) {
    assignment.sign(actor, now);
    doers.add(actor);
  }

  void result(Assignment assignment, Outcome handedIn, UUID actor, Instant now) {
    assignment.result(handedIn, now);
    doers.add(actor);
  }

  /** Nobody owes anything for it any more. */
  void end(Instant now) {
    all.stream().filter(Assignment::isOpen).forEach(each -> each.end(now));
  }
}
