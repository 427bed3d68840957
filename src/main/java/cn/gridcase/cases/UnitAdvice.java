package cn.gridcase.cases;

import cn.gridcase.roster.Unit;
import java.time.Instant;
import java.util.List;

/** 推荐: which units should have a case, as whoever dispatches works it out. */
public interface UnitAdvice {
  /** Asked in the caller's transaction. */
  Advised of(CaseFile file, Instant now);

  /**
   * What is advised.
   *
   * @param ranked every unit that may have it, the likeliest first
   * @param said the first one, and why
   */
  record Advised(List<Unit> ranked, String said) {
    public Advised {
      ranked = List.copyOf(ranked);
    }
  }
}
