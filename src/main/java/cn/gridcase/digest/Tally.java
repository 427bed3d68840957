package cn.gridcase.digest;

/** What a digest counts by category, unit and community: 收到/结案/超期. */
record Tally(int received, int closed, int overdue) {
  static final Tally NONE = new Tally(0, 0, 0);

  Tally plus(Tally other) {
    return new Tally(received + other.received, closed + other.closed, overdue + other.overdue);
  }

  Tally minus(Tally other) {
    return new Tally(received - other.received, closed - other.closed, overdue - other.overdue);
  }

  int sum() {
    return received + closed + overdue;
  }

  String said() {
    return received + "/" + closed + "/" + overdue;
  }
}
