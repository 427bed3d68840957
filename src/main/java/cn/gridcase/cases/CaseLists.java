package cn.gridcase.cases;

import cn.gridcase.roster.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/**
 * 案件清单: which cases are in some situation; to look at, for {@link CaseFiles} alone changes them.
 */
@ApplicationScoped
public class CaseLists {
  private final CaseFileRepository stored;
  private final Actors actors;

  @Inject
  CaseLists(CaseFileRepository stored, Actors actors) {
    this.stored = stored;
    this.actors = actors;
  }

  /** Some cases whose own pause 挂账, 法定程序, 待补充 is over by what was agreed. */
  public List<CaseNumber> pausedUntil(Instant now, int most) {
    return stored.pausedUntil(now, most);
  }

  /** Codes of all units that have a case to dispose of now. */
  public List<String> unitsInDisposal() {
    return stored.unitsInDisposal();
  }

  /** Some running cases that the town has stopped, or has not. */
  public List<CaseNumber> halted(boolean halted, int most) {
    return stored.halted(halted, most);
  }

  /** The cases that wait for a dispatcher. */
  public List<CaseNumber> inDispatch() {
    return stored.inDispatch();
  }

  /** Who signed for the cases in disposal, as far as they can still be named. */
  public List<Actors.Signer> signers() {
    return actors.signers();
  }

  /** The cases a unit has to dispose of now. */
  public List<CaseNumber> inDisposalOf(String unit) {
    return stored.inDisposalOf(unit);
  }

  /** What somebody reported, newest first. */
  public List<CaseFile> reportedBy(Person person, int most) {
    return stored.all(actors.casesReportedBy(person, most));
  }
}
