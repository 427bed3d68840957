package cn.gridcase.cases;

import cn.gridcase.Refused;
import java.time.Instant;

/** 双评: what holds for both sides of a whistle that is over. */
final class Ratings {
  private Ratings() {}

  static void mustBeOpen(CaseFile file, Whistle whistle, Instant now) {
    if (whistle.isOpen()) {
      throw new Refused("案件" + file.number() + "的哨还没有收，收哨以后再评。");
    }
    if (whistle.rateUntil().filter(now::isBefore).isEmpty()) {
      throw new Refused("案件" + file.number() + "这次吹哨现在不能评价：评价的时间已过，或者哨中途停了。");
    }
  }

  static Change noted(CaseFile file, Whistle whistle, WhistleCall call) {
    return Change.to(file.stage())
        .fact("round", Integer.toString(whistle.round()))
        .fact("unit", call.unit());
  }

  static void grade(Whistle whistle, Runnable graded, Instant now) {
    graded.run();
    whistle.answered(now);
  }
}
