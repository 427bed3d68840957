package cn.gridcase.verification;

import cn.gridcase.cases.Assignment;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.Evidence;
import cn.gridcase.cases.OutcomesFile;
import cn.gridcase.chat.Card;
import cn.gridcase.photos.PhotoChecks;
import cn.gridcase.photos.PhotoFindings;
import cn.gridcase.photos.PhotoScene;
import cn.gridcase.time.CalendarFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** 照片核对: what the photos of a result tell the verifier, and what they cannot. */
@ApplicationScoped
class ResultProof {
  private final CaseFiles caseFiles;
  private final OutcomesFile outcomes;
  private final CalendarFile calendars;
  private final PhotoChecks checks;

  @Inject
  ResultProof(
      CaseFiles caseFiles, OutcomesFile outcomes, CalendarFile calendars, PhotoChecks checks) {
    this.caseFiles = caseFiles;
    this.outcomes = outcomes;
    this.calendars = calendars;
    this.checks = checks;
  }

  /** The card with a row of it, if there are photos. */
  Card on(Card card, CaseFile file) {
    PhotoFindings found = found(file);
    String said = said(found);
    return said.isEmpty() ? card : card.row(found.isDoubtful() ? "照片存疑" : "照片核对", said);
  }

  /** What of this photo somebody should look at twice. */
  Optional<String> doubt(CaseFile file, UUID photo) {
    return Optional.of(found(file).of(photo)).filter(PhotoFindings::isDoubtful).map(this::said);
  }

  /** Whether somebody should look at them twice. */
  boolean isDoubtful(CaseFile file) {
    return found(file).isDoubtful();
  }

  private String said(PhotoFindings found) {
    return found.said(calendars.inForce().zone());
  }

  /** Of this leg: what was handed in for the one before was looked at then. */
  private PhotoFindings found(CaseFile file) {
    Instant begun = file.assignment().map(Assignment::assignedAt).orElse(Instant.MIN);
    return new PhotoFindings(
        latest(file).all().stream()
            .filter(each -> each.photo().handedInAt().filter(begun::isAfter).isEmpty())
            .toList());
  }

  private PhotoFindings latest(CaseFile file) {
    return checks.latest(
        new PhotoScene(
            Evidence.ofReport(file.number()),
            Evidence.ofResult(file.number()),
            file.place(),
            caseFiles.history(file).get(0).at(),
            file.assignments().all().stream().map(Assignment::assignedAt).toList(),
            outcomes.inForce().photosWithin()));
  }
}
