package cn.gridcase.dispatch;

/**
 * How 移送 is typed after the number: 给 单位 回执 回执号 原因.
 *
 * @param to empty if it is missing, as are the others
 */
record AwayLine(String to, String receipt, String reason) {
  static AwayLine in(String rest) {
    String[] parts =
        rest.replaceFirst("^(移送|移交)?\\s*给?\\s*", "").split("[\\s，,；;]*回执号?(?:是|为)?[\\s:：]*", 2);
    String[] receipt = parts.length == 1 ? new String[0] : parts[1].split("[\\s，,；;]+", 2);
    return new AwayLine(
        parts[0].strip(),
        receipt.length == 0 ? "" : receipt[0].strip(),
        receipt.length < 2 ? "" : receipt[1].strip());
  }
}
