package cn.gridcase.intake;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.Categories;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.Category;
import cn.gridcase.chat.Card;
import cn.gridcase.chat.OptionPages;
import cn.gridcase.grid.Grid;
import cn.gridcase.grid.GridMapFile;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.Due;
import cn.gridcase.time.WorkCalendar;
import cn.gridcase.web.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a draft looks on its card, from the question to the answer. */
@ApplicationScoped
class DraftFaces {
  private final CategoriesFile categories;
  private final CalendarFile calendars;
  private final GridMapFile grids;
  private final RosterFile roster;
  private final PublicUrl address;

  @Inject
  DraftFaces(
      CategoriesFile categories,
      CalendarFile calendars,
      GridMapFile grids,
      RosterFile roster,
      PublicUrl address) {
    this.address = address;
    this.categories = categories;
    this.calendars = calendars;
    this.grids = grids;
    this.roster = roster;
  }

  Card asking(Draft draft, int photos, Instant now) {
    Category category = category(draft);
    WorkCalendar calendar = calendars.inForce();
    return face("要上报吗？", draft)
        .row("类别", category.name())
        .row("截止时间", said(category.dueIfRegistered(area(draft), now, calendar), calendar))
        .row("位置", where(draft))
        .row("照片", photos > 0 ? photos + "张" : category.photos().orElse("可以补发"))
        .button("上报", DraftCard.Button.FILE)
        .button("更多类别", DraftCard.Button.MORE, 2)
        .button("不是这个", DraftCard.Button.DROP, 4)
        .orSay("回复“上报”确认，“上报 类别名”改类别，“不是这个”放弃。");
  }

  Card choosing(Draft draft, int page) {
    Categories all = categories.inForce();
    List<Card.Option> ranked =
        all.suggest(draft.words()).stream()
            .map(each -> new Card.Option(each.code(), each.name()))
            .toList();
    List<Card.Option> options = OptionPages.page(ranked, page);
    return Card.choices("选一个类别再上报", "按所选类别上报", DraftCard.Button.FILE)
        .source("风险上报")
        .desc(words(draft))
        .dropdown(DraftCard.CATEGORY, "类别", options, options.get(0).id());
  }

  Card filed(Draft draft, CaseFile file) {
    WorkCalendar calendar = calendars.inForce();
    Card face =
        face("已上报 " + file.number(), draft)
            .opens(address.of(file.number().page()))
            .row("类别", categories.inForce().byCode(file.category()).name())
            .row("截止时间", file.due().map(due -> said(due, calendar)).orElse("待立案后确定"));
    return face.done("已上报，" + file.stage().chinese());
  }

  Card dropped(Draft draft) {
    return face("没有上报", draft).done("已放弃");
  }

  Card outgrown(Draft draft) {
    return face("内容有补充", draft).done("请看下面的新卡片");
  }

  private Card face(String title, Draft draft) {
    return Card.buttons(title).source("风险上报").subtitle(words(draft));
  }

  private static String words(Draft draft) {
    return draft.words().isEmpty() ? "（还没有文字说明）" : draft.words();
  }

  /** The grid; that of a place outside all of them is told before anybody is sent there. */
  private String where(Draft draft) {
    return draft
        .place()
        .map(place -> grids.inForce().gridAt(place).map(this::named).orElse("不在本镇网格内，请核对"))
        .orElse("以文字所说为准，可补发定位");
  }

  private Optional<String> area(Draft draft) {
    return draft.place().flatMap(grids.inForce()::gridAt).flatMap(Grid::area);
  }

  private String named(Grid grid) {
    return grid.calledIn(roster.inForce().nameOf(grid.community()));
  }

  private Category category(Draft draft) {
    return categories.inForce().byCode(draft.category());
  }

  private static String said(Due due, WorkCalendar calendar) {
    return due.said(calendar.zone());
  }
}
