package cn.gridcase.watch;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Stands in for an exception whose text, or a cause's, must not be read; keeps type and places. */
final class RedactedThrown extends Throwable {
  private static final long serialVersionUID = 1L;

  private RedactedThrown(String told, @Nullable Throwable cause) {
    super(told, cause);
  }

  /** The exception itself if nothing in it has to be changed. */
  static Throwable of(Throwable original, UnaryOperator<String> redaction) {
    return isClean(original, redaction, seen()) ? original : copy(original, redaction, seen());
  }

  private static boolean isClean(
      Throwable original, UnaryOperator<String> redaction, Set<Throwable> seen) {
    if (!seen.add(original)) {
      return true;
    }
    String said = said(original);
    Throwable cause = original.getCause();
    boolean clean =
        said.equals(redaction.apply(said)) && (cause == null || isClean(cause, redaction, seen));
    for (Throwable suppressed : original.getSuppressed()) {
      clean = clean && isClean(suppressed, redaction, seen);
    }
    return clean;
  }

  private static RedactedThrown copy(
      Throwable original, UnaryOperator<String> redaction, Set<Throwable> seen) {
    seen.add(original);
    Throwable cause = original.getCause();
    var copy =
        new RedactedThrown(
            redaction.apply(said(original)),
            cause == null || seen.contains(cause) ? null : copy(cause, redaction, seen));
    copy.setStackTrace(original.getStackTrace());
    for (Throwable suppressed : original.getSuppressed()) {
      if (!seen.contains(suppressed)) {
        copy.addSuppressed(copy(suppressed, redaction, seen));
      }
    }
    return copy;
  }

  // Logs must not fail because an exception cannot say what it is.
  private static String said(Throwable original) {
    try {
      return String.valueOf(original);
    } catch (RuntimeException unsayable) {
      return original.getClass().getName();
    }
  }

  private static Set<Throwable> seen() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /** The type of the original and its message, redacted. */
  @Override
  @SuppressWarnings("OverrideThrowableToString") // the type to be read is the original's
  public String toString() {
    return String.valueOf(getMessage());
  }
}
