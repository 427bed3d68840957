package cn.gridcase.outbox;

/** Who must not be told about a subject any more, whoever posts. */
public interface Withheld {
  /** Whether this subject is withheld from the recipient. */
  boolean isWithheld(String recipient, String about);
}
