package cn.gridcase.disposal;

import cn.gridcase.cases.ApprovalsFile;
import cn.gridcase.cases.Assignment;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.Reasons;
import cn.gridcase.cases.Recusals;
import cn.gridcase.chat.Card;
import cn.gridcase.chat.OptionPages;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.web.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How 更多 looks: first what to do, then why. */
@ApplicationScoped
class MoreFaces {
  private static final int OUTLINED = 2;

  private final ApprovalsFile rules;
  private final RosterFile roster;
  private final Recusals recusals;
  private final PublicUrl address;

  @Inject
  MoreFaces(ApprovalsFile rules, RosterFile roster, Recusals recusals, PublicUrl address) {
    this.rules = rules;
    this.roster = roster;
    this.recusals = recusals;
    this.address = address;
  }

  /** What this person may do with their unit's share, ten at a time. */
  Card choosing(CaseFile file, Assignment share, Person person, int page) {
    List<Card.Option> deeds = OptionPages.page(deeds(file, share, person), page);
    return face(file.number())
        .desc("先选要办什么，下一步选原因")
        .dropdown(MoreCard.DEED, "要办什么", deeds, deeds.get(0).id())
        .button("下一步", MoreCard.Button.NEXT)
        .orSay(
            "回复“回退 %1$s 原因”“转办 %1$s 同事 原因”“免除协办 %1$s 单位 原因”或“回避 %1$s 原因”。"
                .formatted(file.number()));
  }

  private List<Card.Option> deeds(CaseFile file, Assignment share, Person person) {
    List<Card.Option> all = new ArrayList<>();
    if (!share.isLead() || !file.forwarding().isDesignated()) {
      all.add(option(Wanted.Deed.SEND_BACK, "", share.isLead() ? "回退给派遣员" : "退回协办"));
    }
    recusals.among(roster.inForce().membersOf(share.unit()), file).stream()
        .filter(each -> !each.equals(person))
        .map(each -> option(Wanted.Deed.TRANSFER, each.userid(), "转办给" + each.name()))
        .forEach(all::add);
    if (share.isLead()) {
      file.assignments().openCoUnits().stream()
          .map(Assignment::unit)
          .map(unit -> option(Wanted.Deed.WAIVE, unit, "免除协办：" + roster.inForce().nameOf(unit)))
          .forEach(all::add);
    }
    all.add(option(Wanted.Deed.RECUSE, "", "本人回避"));
    return all;
  }

  private static Card.Option option(Wanted.Deed deed, String target, String text) {
    return new Card.Option(new Wanted(deed, target).id(), text);
  }

  /** Why: one of the reasons of the town, or the person's own words. */
  Card askingWhy(CaseNumber number, Wanted wanted) {
    List<Card.Option> reasons =
        Stream.concat(
                reasons(wanted.deed()).stream()
                    .map(reason -> new Card.Option(wanted.with(reason), reason)),
                Stream.of(new Card.Option(wanted.with(MoreCard.OTHER), "其他，我来写")))
            .toList();
    return face(number)
        .row("要办", said(wanted))
        .dropdown(MoreCard.why(wanted), "原因", reasons, reasons.get(0).id())
        .button("确定", MoreCard.Button.DO)
        .button("返回", MoreCard.Button.BACK, OUTLINED);
  }

  private List<String> reasons(Wanted.Deed deed) {
    Reasons offered = rules.inForce().offered();
    return switch (deed) {
      case SEND_BACK -> offered.sendBack();
      case TRANSFER -> offered.transfer();
      case WAIVE -> offered.waive();
      case RECUSE -> offered.recuse();
    };
  }

  /** The next words are why. */
  Card writing(CaseNumber number, Wanted wanted) {
    return askingWhy(number, wanted).desc("请直接回复一句原因");
  }

  /** As people say it: 转办给冯涛. */
  String said(Wanted wanted) {
    return switch (wanted.deed()) {
      case SEND_BACK -> "回退";
      case TRANSFER -> "转办给" + nameOf(wanted.target());
      case WAIVE -> "免除" + roster.inForce().nameOf(wanted.target()) + "协办";
      case RECUSE -> "本人回避";
    };
  }

  private String nameOf(String userid) {
    return roster.inForce().person(userid).map(Person::name).orElse("同事");
  }

  Card over(CaseNumber number, String deed) {
    return face(number).done(deed);
  }

  private Card face(CaseNumber number) {
    return Card.buttons("更多 " + number).source("处置").opens(address.of(number.page()));
  }
}
