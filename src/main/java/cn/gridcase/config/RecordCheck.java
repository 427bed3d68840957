package cn.gridcase.config;

/** What the record asks of new rules: a code that it holds must not vanish from bot-config. */
public interface RecordCheck {
  /** Notes what is wrong with the snapshot; in the current transaction. */
  void check(Snapshot all, Problems problems);
}
