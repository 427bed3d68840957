package cn.gridcase.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DutyDayTest {
  private static final Unit UNIT = new Unit("xiaofang", "消防站", false, Map.of());
  private static final Person A = member("a");
  private static final Person B = member("b");
  private static final Person C = member("c");

  @Test
  void withoutAListEverybodyWhoIsThereGetsIt() {
    assertEquals(List.of(A, B, C), day(List.of()).first());
    assertEquals(List.of(B, C), day(List.of(), away("a")).first());
    assertEquals(List.of(), day(List.of()).onDuty());
  }

  @Test
  void whoIsListedGetsItWhateverTheCaseOfTheUserid() {
    assertEquals(List.of(B), day(List.of("B")).first());
  }

  @Test
  void aTurnPassesFromHandToHand() {
    assertEquals(List.of(C), day(List.of("a"), away("a", "b"), away("b", "c")).first());
    assertEquals(List.of(B, C), day(List.of("a", "b"), away("a", "c")).first());
  }

  @Test
  void whoeverOffersIsOnDutyToo() {
    assertEquals(List.of(A, C), day(List.of("a"), offer("c")).first());
    assertEquals(List.of(C), day(List.of(), offer("c")).first());
  }

  @Test
  void whereNobodyTakesTheTurnTheOthersWhoAreThereGetIt() {
    assertEquals(List.of(B, C), day(List.of("a"), away("a")).first());
    assertEquals(List.of(C), day(List.of("a"), away("a", "b"), away("b")).first());
  }

  @Test
  void whereEverybodyIsAwayEverybodyGetsIt() {
    assertEquals(List.of(A, B, C), day(List.of("a"), away("a"), away("b"), away("c")).first());
  }

  @Test
  void handingOverInACircleEnds() {
    assertEquals(List.of(C), day(List.of("a"), away("a", "b"), away("b", "a")).first());
  }

  private static DutyDay day(List<String> listed, StandIn... standIns) {
    return new DutyDay(UNIT, List.of(A, B, C), listed, List.of(standIns));
  }

  private static StandIn away(String who) {
    return new StandIn(Optional.of(who), Optional.empty(), Instant.MAX);
  }

  private static StandIn away(String who, String standby) {
    return new StandIn(Optional.of(who), Optional.of(standby), Instant.MAX);
  }

  private static StandIn offer(String who) {
    return new StandIn(Optional.empty(), Optional.of(who), Instant.MAX);
  }

  private static Person member(String userid) {
    return new Person(
        userid,
        userid,
        Set.of(Role.UNIT_MEMBER),
        Optional.of("xiaofang"),
        Optional.empty(),
        Set.of(),
        false);
  }
}
