package cn.gridcase.whistle;

import cn.gridcase.Refused;
import cn.gridcase.cases.BlowWhistle;
import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.CommunityRule;
import cn.gridcase.cases.Foresight;
import cn.gridcase.cases.Recusals;
import cn.gridcase.cases.WhistleFile;
import cn.gridcase.cases.WhistleKind;
import cn.gridcase.cases.WhistleWanted;
import cn.gridcase.chat.Card;
import cn.gridcase.chat.Conversations;
import cn.gridcase.chat.SentCards;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.roster.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** 吹哨台: blowing a whistle, said or pressed. */
@ApplicationScoped
class WhistleDesk {
  /** What a person is asked for once they have chosen: why. */
  static final String REASON = "whistle reason";

  private final CaseFiles caseFiles;
  private final Foresight foresight;
  private final RosterFile roster;
  private final WhistleFile rules;
  private final CommunityRule community;
  private final CategoriesFile categories;
  private final Recusals recusals;
  private final Conversations conversations;
  private final SentCards sent;
  private final AskingFaces faces;

  @Inject
  WhistleDesk(
      CaseFiles caseFiles,
      Foresight foresight,
      RosterFile roster,
      WhistleFile rules,
      CommunityRule community,
      CategoriesFile categories,
      Recusals recusals,
      Conversations conversations,
      SentCards sent,
      AskingFaces faces) {
    this.caseFiles = caseFiles;
    this.foresight = foresight;
    this.roster = roster;
    this.rules = rules;
    this.community = community;
    this.categories = categories;
    this.recusals = recusals;
    this.conversations = conversations;
    this.sent = sent;
    this.faces = faces;
  }

  /** Sends the card on which one chooses; refuses where no whistle can be blown. */
  void offer(@Observes WhistleWanted wanted) {
    CaseFile file = caseFiles.numbered(wanted.number());
    Unit anybody =
        faces.units(file).stream()
            .filter(unit -> !isUnmanned(unit, file))
            .findFirst()
            .orElseThrow(() -> new Refused("案件" + file.number() + "没有别的单位可以叫。"));
    mustBeAllowed(
        new WhistleWish(wanted.number(), WhistleKind.URGENT, List.of(anybody), Foresight.TO_COME),
        wanted.person(),
        wanted.now());
    sent.send(
        wanted.person().userid(),
        AskingCard.CARD,
        wanted.number().text(),
        faces.choosing(file, 0),
        wanted.now());
  }

  /** The person's next words are why; the card says so. */
  Card chosen(WhistleWish wish, Person person, Instant now) {
    mustBeAllowed(
        new WhistleWish(wish.number(), wish.kind(), wish.called(), Foresight.TO_COME), person, now);
    conversations.expect(person.userid(), REASON, wish.subject(), now);
    return faces.chosen(caseFiles.numbered(wish.number()), wish);
  }

  /** Blows it, and says so. */
  String blow(WhistleWish wish, Person person, Instant now) {
    CaseFile file = caseFiles.change(wish.number(), its -> move(its, wish), person, now);
    return "案件%s已吹%s，%s内到场。到齐了会告诉您。"
        .formatted(file.number(), wish.said(), rules.inForce().arrivalFor(wish.kind()).said());
  }

  /** The unit with this name or code, as it was typed or chosen. */
  Unit unit(String name) {
    return roster
        .inForce()
        .unitNamed(name)
        .orElseThrow(() -> new Refused("没有单位“" + name + "”。请写单位的全名，几个单位用顿号隔开，例如：叫 城管执法队、消防站 理由 …"));
  }

  /** What was remembered of it, with the reason that has come. */
  WhistleWish remembered(String subject, String reason) {
    return WhistleWish.remembered(subject, reason, roster.inForce()::unitNamed);
  }

  /** Why it cannot be blown now, as they would be told; empty if it can. */
  Optional<String> refusal(WhistleWish wish, Person person, Instant now) {
    CaseFile file = caseFiles.numbered(wish.number());
    return foresight.refusal(wish.number(), move(file, wish), person, now);
  }

  private void mustBeAllowed(WhistleWish wish, Person person, Instant now) {
    CaseFile file = caseFiles.numbered(wish.number());
    foresight.mustBeAllowed(wish.number(), move(file, wish), person, now);
  }

  private BlowWhistle move(CaseFile file, WhistleWish wish) {
    return new BlowWhistle(
        wish.kind(),
        wish.called(),
        wish.reason(),
        wish.called().stream().filter(unit -> isUnmanned(unit, file)).toList(),
        rules.inForce(),
        community.community(),
        categories.inForce());
  }

  private boolean isUnmanned(Unit unit, CaseFile file) {
    return recusals.among(roster.inForce().membersOf(unit.code()), file).isEmpty();
  }
}
