package cn.gridcase.supervision;

import cn.gridcase.Refused;
import cn.gridcase.cases.SupervisionOrder;
import cn.gridcase.chat.Said;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.CalendarFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * 批示 about a digest: issued to the duty officers, answered by one of them, closed by the leader.
 */
@ApplicationScoped
class DigestOrderDesk {
  private final DigestOrders orders;
  private final DigestOrderTexts texts;
  private final SupervisionOrders numbers;
  private final CalendarFile calendars;
  private final RosterFile roster;

  @Inject
  DigestOrderDesk(
      DigestOrders orders,
      DigestOrderTexts texts,
      SupervisionOrders numbers,
      CalendarFile calendars,
      RosterFile roster) {
    this.orders = orders;
    this.texts = texts;
    this.numbers = numbers;
    this.calendars = calendars;
    this.roster = roster;
  }

  /**
   * Issues it, and says so.
   *
   * @param digest the leader's last; one who never had any speaks of the whole town
   */
  String issue(String words, Optional<String> digest, Said said) {
    Demand demand = Demand.parse(words);
    if (demand.words().isBlank()) {
      throw new Refused("批示要写明要求，例如：批示 20261123-007 请今天处理完；对整期简报的，例如：批示 简报 超期的本周清零");
    }
    var order =
        new DigestOrder(
            numbers.next(said.now().atZone(calendars.inForce().zone()).toLocalDate()),
            digest.map(LastDigest::titleOf).orElse("全镇工作"),
            demand.words(),
            said.speaker().userid(),
            calendars.inForce().due(said.now(), demand.limit()),
            "",
            "");
    orders.add(order, said.now());
    texts.tellOfficers("收到领导批示", order, said.now());
    return "批示已转值班长，督办单：督 %s。值班长回复后会告诉您。".formatted(order.number());
  }

  /** Whether it was one of these that was answered. */
  boolean answered(String number, String words, Said said) {
    Optional<DigestOrder> found = orders.locked(number);
    found.ifPresent(
        order -> {
          mustBeTheirs(order, said.speaker().is(Role.DUTY_OFFICER));
          if (words.isBlank()) {
            throw new Refused("请写明办理情况，例如：回复督办 " + number + " 已逐件催办");
          }
          orders.answered(order, words, said.now());
          texts.tellIssuer("批示有回复", orders.locked(number).orElseThrow(), said.now());
        });
    return found.isPresent();
  }

  /** Whether it was one of these that was closed. */
  boolean closed(String number, String opinion, Said said) {
    Optional<DigestOrder> found = orders.locked(number);
    found.ifPresent(
        order -> {
          mustBeTheirs(order, mayClose(order, said.speaker()));
          if (order.answer().isEmpty()) {
            throw new Refused("督办单 " + number + " 还没有回复，不能办结。可以先问一问值班长。");
          }
          if (opinion.isBlank()) {
            throw new Refused("请写明办结意见，例如：办结督办 " + number + " 已整改到位");
          }
          orders.closed(order, opinion, said.now());
          texts.tellOfficers("批示已办结", orders.locked(number).orElseThrow(), said.now());
        });
    return found.isPresent();
  }

  /** Where the leader has left, a duty officer stands in. */
  private boolean mayClose(DigestOrder order, Person person) {
    return roster.inForce().person(order.issuer()).isEmpty()
        ? person.is(Role.DUTY_OFFICER)
        : person.hasUserid(order.issuer());
  }

  private static void mustBeTheirs(DigestOrder order, boolean isTheirs) {
    if (!isTheirs) {
      throw SupervisionOrder.notFound(order.number());
    }
    if (order.isClosed()) {
      throw new Refused("督办单 " + order.number() + " 已经办结。");
    }
  }
}
