package cn.gridcase.lookup;

import cn.gridcase.cases.Assignment;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.Evidence;
import cn.gridcase.cases.OutcomesFile;
import cn.gridcase.photos.PhotoChecks;
import cn.gridcase.photos.PhotoFacts;
import cn.gridcase.photos.PhotoFinding;
import cn.gridcase.photos.PhotoFindings;
import cn.gridcase.photos.PhotoScene;
import cn.gridcase.photos.Photos;
import cn.gridcase.roster.Person;
import cn.gridcase.time.CalendarFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** 处置前后: each photo of the result beside the one of the report that it can be compared with. */
@ApplicationScoped
class BeforeAfter {
  private final CaseFiles caseFiles;
  private final Photos photos;
  private final PhotoChecks checks;
  private final OutcomesFile outcomes;
  private final CalendarFile calendars;

  @Inject
  BeforeAfter(
      CaseFiles caseFiles,
      Photos photos,
      PhotoChecks checks,
      OutcomesFile outcomes,
      CalendarFile calendars) {
    this.caseFiles = caseFiles;
    this.photos = photos;
    this.checks = checks;
    this.outcomes = outcomes;
    this.calendars = calendars;
  }

  List<CaseSheet.Pair> of(CaseFile file, Person reader) {
    return of(file, reader, at -> true);
  }

  /** Those that were sent then. */
  List<CaseSheet.Pair> of(CaseFile file, Person reader, Predicate<Instant> then) {
    boolean told = CaseSight.seesAll(reader);
    return checks.of(scene(file)).stream()
        .filter(each -> then.test(each.photo().toldAt()))
        .map(each -> pair(each, told))
        .toList();
  }

  private PhotoScene scene(CaseFile file) {
    return new PhotoScene(
        Evidence.ofReport(file.number()),
        Evidence.ofResult(file.number()),
        file.place(),
        caseFiles.history(file).get(0).at(),
        file.assignments().all().stream().map(Assignment::assignedAt).toList(),
        outcomes.inForce().photosWithin());
  }

  private CaseSheet.Pair pair(PhotoFinding found, boolean told) {
    return new CaseSheet.Pair(
        found.before().flatMap(this::shot),
        CaseSheet.Shot.of(found.photo()),
        told ? notes(found) : List.of(),
        told && found.isDoubtful());
  }

  private Optional<CaseSheet.Shot> shot(UUID before) {
    return photos.find(before).map(CaseSheet.Shot::of);
  }

  /** When the camera took it and when it was received are two things. */
  private List<String> notes(PhotoFinding found) {
    List<String> notes = new ArrayList<>();
    String taken =
        found
            .photo()
            .facts()
            .flatMap(PhotoFacts::takenAt)
            .map(at -> "；拍摄：" + said(at) + "（按相机时间）")
            .orElse("");
    notes.add("收到：" + said(found.photo().toldAt()) + taken);
    notes.add(new PhotoFindings(List.of(found)).said(calendars.inForce().zone()));
    found.copied().ifPresent(at -> notes.add("和" + said(at) + "收到的一张照片几乎一样，请核对是不是重复使用"));
    return notes;
  }

  private String said(Instant at) {
    return calendars.inForce().said(at);
  }
}
