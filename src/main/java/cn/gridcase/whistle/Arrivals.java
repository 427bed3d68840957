package cn.gridcase.whistle;

import cn.gridcase.cases.Arrive;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.Evidence;
import cn.gridcase.cases.Recusals;
import cn.gridcase.cases.ShowArrival;
import cn.gridcase.cases.WhistleCall;
import cn.gridcase.cases.WhistleFigures;
import cn.gridcase.cases.WhistleFile;
import cn.gridcase.cases.WhistleRules;
import cn.gridcase.grid.Place;
import cn.gridcase.grid.Wgs84;
import cn.gridcase.photos.Photos;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.LimitKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** 到场: said, pressed, or shown by a place; a place or a photo may follow what was only said. */
@ApplicationScoped
class Arrivals {
  private final CaseFiles caseFiles;
  private final WhistleFigures figures;
  private final WhistleFile rules;
  private final CalendarFile calendars;
  private final Recusals recusals;
  private final Photos photos;

  @Inject
  Arrivals(
      CaseFiles caseFiles,
      WhistleFigures figures,
      WhistleFile rules,
      CalendarFile calendars,
      Recusals recusals,
      Photos photos) {
    this.caseFiles = caseFiles;
    this.figures = figures;
    this.rules = rules;
    this.calendars = calendars;
    this.recusals = recusals;
    this.photos = photos;
  }

  /** They say that they are there; returns what to answer. */
  String said(CaseNumber number, Person person, Instant now) {
    CaseFile file = caseFiles.change(number, new Arrive(Optional.empty()), person, now);
    return noted(file, person) + "方便的话，请在" + rules.inForce().proof().said() + "内发一下位置或现场照片，不发也可以。";
  }

  /** They show where they are, if an arrival of theirs may be meant by that. */
  Optional<String> shown(Place place, Person person, Instant now) {
    Optional<CaseNumber> bare = bare(person, now);
    if (bare.isPresent()) {
      return bare.map(
          number -> {
            CaseFile file = caseFiles.change(number, proof(Optional.of(place)), person, now);
            return "位置已记入案件" + number + "的到场" + away(file, person) + "。";
          });
    }
    return owed(place.wgs84(), person)
        .map(
            number -> {
              var arrive = new Arrive(Optional.of(place));
              return noted(caseFiles.change(number, arrive, person, now), person);
            });
  }

  /** They show a photo, if an arrival they have just said may be meant by that. */
  Optional<String> shown(String mediaId, Person person, Instant now) {
    return bare(person, now)
        .map(
            number -> {
              caseFiles.change(number, proof(Optional.empty()), person, now);
              photos.promised(person.userid(), mediaId, Evidence.ofArrival(number), now);
              return "照片已记入案件" + number + "的到场。以后的照片都算处理情况。";
            });
  }

  private ShowArrival proof(Optional<Place> place) {
    return new ShowArrival(place, rules.inForce().proof(), calendars.inForce());
  }

  private Optional<CaseNumber> bare(Person person, Instant now) {
    WhistleRules inForce = rules.inForce();
    Duration within =
        inForce.proof().kind() == LimitKind.MINUTE
            ? Duration.ofMinutes(inForce.proof().amount())
            : Duration.ofHours(inForce.proof().amount());
    return person.is(Role.UNIT_MEMBER)
        ? figures.bareBy(person.userid(), now.minus(within)).filter(its -> isTheirs(its, person))
        : Optional.empty();
  }

  /** The nearest of the cases at which their unit is awaited; the first due, where none is near. */
  private Optional<CaseNumber> owed(Wgs84 stands, Person person) {
    List<WhistleFigures.Owed> owed =
        person.is(Role.UNIT_MEMBER)
            ? person.unit().map(figures::owedBy).orElse(List.of())
            : List.of();
    return owed.stream()
        .filter(each -> isTheirs(each.number(), person))
        .min(
            Comparator.comparing(
                each -> each.place().map(stands::metresTo).orElse(Double.MAX_VALUE)))
        .map(WhistleFigures.Owed::number);
  }

  private boolean isTheirs(CaseNumber number, Person person) {
    return !recusals.isWithheld(number, person.userid());
  }

  private String noted(CaseFile file, Person person) {
    WhistleCall call = call(file, person);
    String late = call.lateMinutes() > 0 ? "，比时限晚了" + call.lateMinutes() + "分钟" : "";
    return "已记到场：案件" + file.number() + late + away(file, person) + "。";
  }

  /** Told and never refused: who is far away may have the wrong pin, or the case may. */
  private String away(CaseFile file, Person person) {
    WhistleCall call = call(file, person);
    if (!call.isPlaced()) {
      return "";
    }
    if (call.metres().isEmpty()) {
      return "，案件没有位置，没法核对离多远";
    }
    String far = call.metres().get() > rules.inForce().near() ? "，不像在现场，已照实记下" : "";
    return "，" + call.away() + far;
  }

  private static WhistleCall call(CaseFile file, Person person) {
    return file.assignments()
        .whistles()
        .last()
        .flatMap(whistle -> person.unit().flatMap(whistle::callOf))
        .orElseThrow();
  }
}
