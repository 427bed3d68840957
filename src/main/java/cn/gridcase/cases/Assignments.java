package cn.gridcase.cases;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
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

  protected Assignments() {}

  /** All of them, in the order they were made. */
  public List<Assignment> all() {
    return List.copyOf(all);
  }

  Optional<Assignment> last() {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  boolean wereDoneBy(UUID actor) {
    return doers.contains(actor);
  }

  void add(Assignment assignment) {
    all.add(assignment);
  }

  /** Whoever signs is a doer, even if a colleague hands in the result. */
  void signed(Assignment assignment, UUID actor, Instant now) {
    assignment.sign(now);
    doers.add(actor);
  }

  void result(Assignment assignment, UUID actor, Instant now) {
    assignment.result(now);
    doers.add(actor);
  }
}
