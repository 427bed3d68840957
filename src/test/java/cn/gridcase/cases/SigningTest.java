package cn.gridcase.cases;

import static cn.gridcase.cases.EveryWay.NOON;
import static cn.gridcase.cases.EveryWay.RULES;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.gridcase.time.TimeLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** 签收期限: until when somebody has to sign for a case. Dispatched on a Monday at noon. */
class SigningTest {
  private static final Instant TUESDAY_EVENING = Instant.parse("2026-11-24T09:30:00Z");

  @Test
  void aUnitHasUntilTheNextWorkingDayIsOver() {
    assertEquals(Optional.of(TUESDAY_EVENING), until(Transitions.in(List.of("立案", "派遣"))));
  }

  @Test
  void nothingIsAwaitedOfWhoHasSignedOrWasDesignated() {
    assertEquals(Optional.empty(), until(Transitions.in(List.of("立案", "派遣", "签收"))));
    assertEquals(Optional.empty(), until(Transitions.in(List.of("立案", "派遣", "无人签收（系统）", "指定主办"))));
  }

  @Test
  void norOfTheDistrictNorOfWhoeverHasCome() {
    assertEquals(Optional.empty(), until(Transitions.in(List.of("立案", "提级"))));
    assertEquals(Optional.of(TUESDAY_EVENING), until(Transitions.in(List.of("立案", "吹哨（只叫一个）"))));
    assertEquals(Optional.empty(), until(Transitions.in(List.of("立案", "吹哨（只叫一个）", "到场"))));
  }

  @Test
  void theWaitBeginsAnewOnceWhoeverSignedHasLeft() {
    CaseFile file = Transitions.in(List.of("立案", "派遣", "签收"));
    file.apply(new SignerLeft("huanwei"), Actor.SYSTEM, NOON.plus(Duration.ofDays(1)));

    assertEquals(Optional.of(TUESDAY_EVENING.plus(Duration.ofDays(1))), until(file));
  }

  @Test
  void nothingComesWhileTheTownStandsStillAndTheTimeIsGivenBack() {
    CaseFile file = Transitions.in(List.of("立案", "派遣"));
    file.apply(new TownHalt(NOON), Actor.SYSTEM, NOON);
    assertEquals(Optional.empty(), until(file));

    Instant later = NOON.plus(Duration.ofDays(1));
    file.apply(new TownResume(later), Actor.SYSTEM, later);

    assertEquals(Optional.of(TUESDAY_EVENING.plus(Duration.ofDays(1))), until(file));
  }

  private static Optional<Instant> until(CaseFile file) {
    return Signing.until(file, TimeLimit.parse("1工作日"), RULES.calendar());
  }
}
