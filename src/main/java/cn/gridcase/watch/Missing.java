package cn.gridcase.watch;

/** What an open case may be without, against what every case is promised. */
enum Missing {
  /** Nobody in the roster can take its next step. */
  OWNER,
  /** Nothing is going to come due for it. */
  WAKE_UP
}
