package cn.gridcase.supervision;

/** What people are reminded of; each once a case. */
enum Rung {
  /** 临期: the deadline comes near. */
  BEFORE,
  /** 超期: the deadline is past and no result has been handed in. */
  AFTER
}
