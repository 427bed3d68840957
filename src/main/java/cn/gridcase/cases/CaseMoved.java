package cn.gridcase.cases;

import java.time.Instant;

/**
 * The one domain event: a case was moved, in the transaction that observers share.
 *
 * @param from the stage before; the same as {@code to} for a move inside a stage
 */
public record CaseMoved(CaseFile file, Stage from, Stage to, Move move, Actor actor, Instant now) {
  /** Who made it, as all concerned read it: whoever reported is 上报人, whatever they do. */
  public String actorName() {
    return isByReporter() ? "上报人" : actor.person().name();
  }

  /** Whether whoever reported made the move. */
  public boolean isByReporter() {
    return actor.ref().equals(file.reporter());
  }

  /** Whether the service itself made the move, following a rule. */
  public boolean isBySystem() {
    return actor.isSystem();
  }

  /** Whether the case has just been reported, and nothing else has happened to it. */
  public boolean isNew() {
    return move instanceof FileReport;
  }

  /** Whether the case has just come to a stage. */
  public boolean arrivedAt(Stage stage) {
    return to == stage && from != stage;
  }

  /** Whether the case has just gone from a stage. */
  public boolean left(Stage stage) {
    return from == stage && to != stage;
  }
}
