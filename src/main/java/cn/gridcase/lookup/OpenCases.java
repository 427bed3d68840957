package cn.gridcase.lookup;

import cn.gridcase.cases.CategoriesFile;
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

  private final TodoFigures figures;
  private final CategoriesFile categories;
  private final CalendarFile calendars;
  private final RosterFile roster;
  private final ServiceClock clock;

  @Inject
  OpenCases(
      TodoFigures figures,
      CategoriesFile categories,
      CalendarFile calendars,
      RosterFile roster,
      ServiceClock clock) {
    this.figures = figures;
    this.categories = categories;
    this.calendars = calendars;
    this.roster = roster;
    this.clock = clock;
  }

  /**
   * A line of a list.
   *
   * @param where the stage and, while it has one, the unit
   * @param due 截止时间 or 停止计时; may be empty
   * @param overdue 超期: past its deadline and no result handed in
   * @param colour 蓝牌, 黄牌 or 红牌, if it has come that far
   */
  public record Line(
      String number,
      String category,
      String place,
      String where,
      String due,
      boolean overdue,
      Optional<Colour> colour) {}

  List<Line> of(Person person) {
    return figures.of(person, MOST).stream().map(this::line).toList();
  }

  List<Line> all(Person person) {
    return figures.all(person, MOST).stream().map(this::line).toList();
  }

  private Line line(TodoFigures.Open open) {
    return new Line(
        open.number().text(),
        categories.inForce().byCode(open.category()).name(),
        open.community().map(roster.inForce()::nameOf).orElse("未注明"),
        where(open),
        open.due().map(due -> "截止" + due.said(calendars.inForce().zone())).orElse(stands(open)),
        open.owed() && open.due().map(Due::at).filter(clock.now()::isAfter).isPresent(),
        open.colour());
  }

  private static String stands(TodoFigures.Open open) {
    return CaseView.stands(open.stage(), open.due()) ? "停止计时" : "";
  }

  private String where(TodoFigures.Open open) {
    String stage = open.stage().chinese();
    if (open.stage() != Stage.DISPOSAL) {
      return stage;
    }
    String unit = open.unit().map(roster.inForce()::nameOf).orElse("");
    return stage + "，" + unit + (open.signed() ? "已签收" : "未签收");
  }
}
