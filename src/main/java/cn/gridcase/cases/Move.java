package cn.gridcase.cases;

import java.time.Instant;

/** Something one may do to a case; each move decides by itself who may make it, and when. */
public interface Move {
  /** 流转动作, as the history shows it. */
  String chinese();

  /**
   * The change this move makes, or a {@link cn.gridcase.Refused} that says why not and what to do.
   * Who may is asked before where the case is: whoever may not learns nothing of it.
   */
  Change decide(CaseFile file, Actor actor, Instant now);
}
