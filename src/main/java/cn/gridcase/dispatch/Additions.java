package cn.gridcase.dispatch;

import cn.gridcase.Refused;
import cn.gridcase.cases.AddCoUnit;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseMoved;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.CoUnitOut;
import cn.gridcase.cases.Stage;
import cn.gridcase.chat.Card;
import cn.gridcase.chat.OptionPages;
import cn.gridcase.chat.SentCards;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.web.PublicUrl;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** 增派: where a co-unit drops out, or a dispatcher asks for it, a card says who else could help. */
@ApplicationScoped
class Additions {
  private static final int OUTLINED = 2;

  private final CaseFiles caseFiles;
  private final Suggestions suggestions;
  private final CategoriesFile categories;
  private final RosterFile roster;
  private final SentCards sent;
  private final PublicUrl address;

  @Inject
  Additions(
      CaseFiles caseFiles,
      Suggestions suggestions,
      CategoriesFile categories,
      RosterFile roster,
      SentCards sent,
      PublicUrl address) {
    this.caseFiles = caseFiles;
    this.suggestions = suggestions;
    this.categories = categories;
    this.roster = roster;
    this.sent = sent;
    this.address = address;
  }

  /** All dispatchers are asked; whoever is first decides, and all cards say who. */
  void on(@Observes @Priority(22) CaseMoved moved) {
    CaseNumber number = moved.file().number();
    if (moved.move() instanceof AddCoUnit added) {
      over(moved, "已由" + moved.actorName() + "请" + added.unit().name() + "协办");
    } else if (moved.left(Stage.DISPOSAL)) {
      over(moved, "现为" + moved.to().chinese());
    } else if (moved.move() instanceof CoUnitOut out) {
      over(moved, "请看下面的新卡片");
      Card face =
          asking(number, 0, moved.now())
              .quote(roster.inForce().nameOf(out.unit()) + "退出协办", out.reason());
      roster
          .inForce()
          .with(Role.DISPATCHER)
          .forEach(
              each ->
                  sent.send(each.userid(), AdditionCard.CARD, number.text(), face, moved.now()));
    }
  }

  private void over(CaseMoved moved, String deed) {
    CaseNumber number = moved.file().number();
    sent.repaint(AdditionCard.CARD, number.text(), over(number, deed));
  }

  /** Sends the card to a dispatcher who has asked for it. */
  void offer(CaseNumber number, Person dispatcher, Instant now) {
    CaseFile file = caseFiles.numbered(number);
    if (!dispatcher.is(Role.DISPATCHER) && !dispatcher.is(Role.DUTY_OFFICER)) {
      throw new Refused("派遣员、值班长才能增派协办。如需办理，请联系指挥中心。");
    }
    if (file.stage() != Stage.DISPOSAL) {
      throw new Refused(
          "案件%s现在是“%s”，不能增派协办。回复案件编号可以看它办到哪了。".formatted(number, file.stage().chinese()));
    }
    Card face = asking(number, 0, now);
    sent.send(dispatcher.userid(), AdditionCard.CARD, number.text(), face, now);
  }

  Card asking(CaseNumber number, int page, Instant now) {
    CaseFile file = caseFiles.numbered(number);
    List<String> owing = file.assignments().owing();
    List<Card.Option> others =
        suggestions.of(file, now).ranked().stream()
            .filter(each -> !owing.contains(each.code()))
            .map(each -> new Card.Option(each.code(), each.name()))
            .toList();
    List<Card.Option> units = OptionPages.page(others, page);
    return face(number)
        .row("类别", categories.inForce().byCode(file.category()).name())
        .row("在办单位", owing.stream().map(roster.inForce()::nameOf).collect(Collectors.joining("、")))
        .subtitle(caseFiles.report(file))
        .dropdown(AdditionCard.UNIT, "协办单位", units, units.get(0).id())
        .button("增派", AdditionCard.Button.ADD)
        .button("不增派", AdditionCard.Button.LEAVE, OUTLINED)
        .orSay("要增派的，回复“增派 " + number + " 单位”；不增派的不用回复。");
  }

  Card over(CaseNumber number, String deed) {
    return face(number).done(deed);
  }

  private Card face(CaseNumber number) {
    return Card.buttons("增派协办 " + number).source("派遣").opens(address.of(number.page()));
  }
}
