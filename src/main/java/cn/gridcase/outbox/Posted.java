package cn.gridcase.outbox;

/** A message was promised; heard once the promise is committed. */
record Posted() {}
