package cn.gridcase.cases;

/** 凭证: under which subject the photos of a case are kept; the bytes are not the record's. */
public final class Evidence {
  private static final String REPORT = " 上报";
  private static final String RESULT = " 处置";

  private static final String VERIFICATION = " 核查";

  private static final String ARRIVAL = " 到场";

  private Evidence() {}

  /** What the reporter showed. */
  public static String ofReport(CaseNumber number) {
    return number + REPORT;
  }

  /** What the verifiers showed, over all rounds. */
  public static String ofVerification(CaseNumber number) {
    return number + VERIFICATION;
  }

  /** What the units showed of their arrival, over all whistles. */
  public static String ofArrival(CaseNumber number) {
    return number + ARRIVAL;
  }

  /** What the units showed of their work, over all rounds. */
  public static String ofResult(CaseNumber number) {
    return number + RESULT;
  }
}
