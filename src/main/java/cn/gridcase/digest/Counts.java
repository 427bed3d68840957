package cn.gridcase.digest;

/**
 * The totals of some days.
 *
 * @param received 收到, the sum of the five that follow
 * @param filed 立案 of those received
 * @param waiting 待受理 of those received
 * @param declined 不予立案 of those received
 * @param voided 作废 or 并案 of those received
 * @param sentAway 移送 of those received: they are for others than the town
 * @param closed 结案 in these days, whenever received
 * @param closedInTime of those closed, with a result handed in by the deadline
 * @param due 到期 in these days, whenever received
 * @param met of those due, with a result handed in by the deadline
 * @param open 在办 now, whenever received
 * @param overdue 超期: open now, past its deadline, and no result handed in
 */
record Counts(
    int received,
    int filed,
    int waiting,
    int declined,
    int voided,
    int sentAway,
    int closed,
    int closedInTime,
    int due,
    int met,
    int open,
    int overdue) {

  /** 差额: what the parts lack of those received. Public, as its neighbours, for the template. */
  public int difference() {
    return received - filed - waiting - declined - voided - sentAway;
  }

  public int closedLate() {
    return closed - closedInTime;
  }

  public int missed() {
    return due - met;
  }

  Tally tally() {
    return new Tally(received, closed, overdue);
  }
}
