package cn.gridcase.wecom.callback;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a failure came from, in types and places only: messages of exceptions quote what people
 * wrote.
 */
final class Trail {
  private static final int MOST_CAUSES = 8;
  private static final int MOST_PLACES = 4;

  private Trail() {}

  static String of(Throwable failure) {
    List<String> causes = new ArrayList<>();
    Throwable cause = failure;
    while (cause != null && causes.size() < MOST_CAUSES) {
      causes.add(cause.getClass().getName() + ours(cause.getStackTrace()));
      cause = cause.getCause();
    }
    return String.join(" <- ", causes);
  }

  private static List<String> ours(StackTraceElement[] trace) {
    return List.of(trace).stream()
        .filter(place -> place.getClassName().startsWith("cn.gridcase."))
        .limit(MOST_PLACES)
        .map(StackTraceElement::toString)
        .toList();
  }
}
