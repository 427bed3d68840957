package cn.gridcase.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Where the chain of a case's history ends, so that a cut-off end is noticed. */
@Embeddable
class ChainHead {
  @Column(name = "history_length")
  private int length;

  @Column(name = "history_head")
  private String head;

  @SuppressWarnings("NullAway.Init")
  protected ChainHead() {}

  ChainHead(String origin) {
    head = origin;
  }

  int length() {
    return length;
  }

  String head() {
    return head;
  }

  void growTo(HistoryEntry entry) {
    length = entry.seq();
    head = entry.hash();
  }
}
