package cn.gridcase.digest;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.digest.DigestFigures.Cell;
import cn.gridcase.digest.DigestFigures.Overdue;
import cn.gridcase.digest.DigestFigures.Span;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.CalendarFile;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** How an issue of the digest reads; where it would grow too long, lists end with 另有. */
@ApplicationScoped
class DigestText {
  /** WeCom cuts a text at 2048 bytes; some are left for what the wire may have to add. */
  private static final int MOST_BYTES = 1900;

  private static final int LONGEST_LIST = 30;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日");

  private final DigestFigures figures;
  private final SupervisionFigures orders;
  private final Digests digests;
  private final DigestFile rules;
  private final CalendarFile calendars;
  private final CategoriesFile categories;
  private final RosterFile roster;

  @Inject
  DigestText(
      DigestFigures figures,
      SupervisionFigures orders,
      Digests digests,
      DigestFile rules,
      CalendarFile calendars,
      CategoriesFile categories,
      RosterFile roster) {
    this.figures = figures;
    this.orders = orders;
    this.digests = digests;
    this.rules = rules;
    this.calendars = calendars;
    this.categories = categories;
    this.roster = roster;
  }

  @CheckedTemplate(basePath = "digest")
  record issue(
      String title,
      String span,
      String until,
      boolean late,
      boolean gap,
      Counts day,
      List<String> overdue,
      int more,
      String orders,
      List<String> parts)
      implements TemplateInstance {}

  /** The text of an issue, with the figures as they are now. */
  String of(Issue issue, boolean late, Instant now) {
    Span span = new Span(midnight(issue.from()), midnight(issue.day()), now);
    Counts day = figures.counts(span);
    List<Breakdown> parts = breakdowns(figures.cells(span));
    List<Overdue> owed = figures.overdue(span, rules.inForce().overdueShown());
    // Numbered, so that a leader can say 第3条.
    List<String> overdue =
        IntStream.range(0, owed.size())
            .mapToObj(i -> (i + 1) + ". " + said(owed.get(i), now))
            .toList();
    String supervision = orders.said(now) + orders.instructed(span);
    boolean gap = digests.wasTooLate(issue.kind(), issue.from());
    return shortened(
        most ->
            new issue(
                issue.kind().chinese() + " " + DAY.format(issue.day()),
                said(issue),
                calendars.inForce().said(now),
                late,
                gap,
                day,
                overdue.stream().limit(most).toList(),
                day.overdue() - Math.min(most, overdue.size()),
                supervision,
                parts.stream().map(each -> each.said(most, day.tally())).toList()));
  }

  private static String shortened(Function<Integer, TemplateInstance> listing) {
    return IntStream.iterate(LONGEST_LIST, most -> most >= 0, most -> most - 1)
        .mapToObj(most -> listing.apply(most).render().strip())
        .filter(text -> text.getBytes(UTF_8).length <= MOST_BYTES)
        .findFirst()
        .orElseThrow();
  }

  private List<Breakdown> breakdowns(List<Cell> cells) {
    return List.of(
        Breakdown.of(cells, "类别", this::group, Cell::tally),
        Breakdown.of(cells, "单位", this::unit, Cell::tally),
        Breakdown.of(cells, "村社区", this::community, Cell::tally));
  }

  private String group(Cell cell) {
    return categories.inForce().byCode(cell.category()).group().chinese();
  }

  private String unit(Cell cell) {
    return unit(cell.unit());
  }

  private String unit(Optional<String> code) {
    return code.map(roster.inForce()::nameOf).orElse("未派遣");
  }

  private String community(Cell cell) {
    return cell.community().map(roster.inForce()::nameOf).orElse("未注明");
  }

  private String said(Overdue late, Instant now) {
    return late.number()
        + " "
        + unit(late.unit())
        + " 超期"
        + said(Duration.between(late.due(), now));
  }

  private static String said(Duration time) {
    if (time.toDays() > 0) {
      return time.toDays() + "天" + time.toHoursPart() + "小时";
    }
    return time.toHours() > 0
        ? time.toHours() + "小时" + time.toMinutesPart() + "分"
        : time.toMinutes() + "分钟";
  }

  private static String said(Issue issue) {
    LocalDate last = issue.day().minusDays(1);
    String from = DAY.format(issue.from());
    return last.equals(issue.from()) ? from + "0点至24点" : from + "0点至" + DAY.format(last) + "24点";
  }

  private Instant midnight(LocalDate day) {
    ZoneId zone = calendars.inForce().zone();
    return day.atStartOfDay(zone).toInstant();
  }
}
