package cn.gridcase.lookup;

import cn.gridcase.cases.ApprovalsFile;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.Category;
import cn.gridcase.cases.Colour;
import cn.gridcase.cases.Stage;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.Due;
import cn.gridcase.time.ServiceClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Open cases as lists show them, in the caller's transaction. */
@ApplicationScoped
class OpenCases {
  private static final int MOST = 200;

  /** More than any town has open. */
  private static final int ALL = 10_000;

  private final TodoFigures figures;
  private final CategoriesFile categories;
  private final CalendarFile calendars;
  private final RosterFile roster;
  private final ApprovalsFile approvals;
  private final ServiceClock clock;

  @Inject
  OpenCases(
      TodoFigures figures,
      CategoriesFile categories,
      CalendarFile calendars,
      RosterFile roster,
      ApprovalsFile approvals,
      ServiceClock clock) {
    this.figures = figures;
    this.categories = categories;
    this.calendars = calendars;
    this.roster = roster;
    this.approvals = approvals;
    this.clock = clock;
  }

  /**
   * A line of a list.
   *
   * @param where the stage and, while it has one, the unit
   * @param due 截止时间 or 停止计时; may be empty
   * @param overdue 超期: past its deadline and no result handed in
   * @param colour 蓝牌, 黄牌 or 红牌, if it has come that far
   * @param stage the stage alone
   * @param unit the unit alone; empty if none has it
   * @param group the label it is counted under
   * @param row all that is known of it
   */
  public record Line(
      String number,
      String category,
      String place,
      String where,
      String due,
      boolean overdue,
      Optional<Colour> colour,
      String stage,
      String unit,
      String group,
      TodoFigures.Open row) {
    /** Its light on a map. */
    public Light light() {
      return Light.of(colour, overdue);
    }
  }

  List<Line> of(Person person) {
    return figures.of(person, designates(person), MOST).stream().map(this::line).toList();
  }

  /** Every one that this person may know of, soonest due first. */
  List<Line> all(Person person) {
    return figures.all(person, ALL).stream().map(this::line).toList();
  }

  /** Whether the next step of this case is theirs. */
  boolean waits(CaseNumber number, Person person) {
    return figures.waits(number, person, designates(person));
  }

  private boolean designates(Person person) {
    return approvals.inForce().designation().stream().anyMatch(person::is);
  }

  private Line line(TodoFigures.Open open) {
    Category category = categories.inForce().byCode(open.category());
    String stage = CaseView.said(open.stage(), open.frozen());
    return new Line(
        open.number().text(),
        category.name(),
        open.community().map(roster.inForce()::nameOf).orElse("未注明"),
        where(open, stage),
        open.due().map(due -> "截止" + due.said(calendars.inForce().zone())).orElse(stands(open)),
        open.owed() && open.due().map(Due::at).filter(clock.now()::isAfter).isPresent(),
        open.colour(),
        stage,
        unit(open),
        category.group().chinese(),
        open);
  }

  private static String stands(TodoFigures.Open open) {
    return CaseView.stands(open.stage(), open.due()) ? "停止计时" : "";
  }

  private String where(TodoFigures.Open open, String stage) {
    return open.stage() == Stage.DISPOSAL
        ? stage + "，" + unit(open) + (open.signed() ? "已签收" : "未签收")
        : stage;
  }

  private String unit(TodoFigures.Open open) {
    return open.unit().map(roster.inForce()::nameOf).orElse("");
  }
}
