package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Asks a move whether it would be refused, so that nobody is led to what cannot be done. */
@ApplicationScoped
public class Foresight {
  /** Stands for words that are still to come, so that one can be asked for them. */
  public static final String TO_COME = "待写";

  private final CaseFiles caseFiles;
  private final Recusals recusals;
  private final Actors actors;

  @Inject
  Foresight(CaseFiles caseFiles, Recusals recusals, Actors actors) {
    this.recusals = recusals;
    this.caseFiles = caseFiles;
    this.actors = actors;
  }

  /** Refuses what the move itself would refuse now. */
  public void mustBeAllowed(CaseNumber number, Move move, Person person, Instant now) {
    refusal(number, move, person, now)
        .ifPresent(
            sentence -> {
              throw new Refused(sentence);
            });
  }

  /** Why the person cannot make the move now, as they would be told; empty if they can. */
  public Optional<String> refusal(CaseNumber number, Move move, Person person, Instant now) {
    try {
      CaseFile file = caseFiles.numbered(number);
      if (recusals.isWithheld(number, person.userid())) {
        throw CaseFiles.notFound(number);
      }
      move.decide(file, actors.in(file, person), now);
      return Optional.empty();
    } catch (Refused refused) {
      return Optional.of(refused.sentence());
    }
  }
}
