package cn.gridcase.watch;

import io.quarkus.logging.LoggingFilter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The last thing a record passes before it is written, in whichever form: hides secrets in its
 * text, its parameters and its exceptions, and keeps what people wrote on one line.
 *
 * <p>{@code quarkus.log.console.filter} names it. It is made together with the console, before
 * anything of ours runs, and lets every record pass.
 */
@LoggingFilter(name = "redaction")
public final class Redaction implements Filter {
  private static final List<String> SETTINGS =
      List.of(
          "gridcase.wecom.secret",
          "gridcase.wecom.token",
          "gridcase.wecom.token-old",
          "gridcase.wecom.aes-key",
          "gridcase.wecom.aes-key-old",
          "quarkus.datasource.password",
          "quarkus.flyway.password");

  /** The text with its parameters, and nothing around it. */
  private static final PatternFormatter PLAIN = new PatternFormatter("%s");

  private final Secrets secrets;

  /** With the secrets of this installation. */
  public Redaction() {
    this(Secrets.of(SETTINGS.stream().flatMap(Redaction::setting).toList()));
  }

  Redaction(Secrets secrets) {
    this.secrets = secrets;
  }

  @Override
  public boolean isLoggable(LogRecord record) {
    Throwable thrown = record.getThrown();
    if (thrown != null) {
      record.setThrown(RedactedThrown.of(thrown, this::told));
    }
    String message = told(text(record));
    if (record instanceof ExtLogRecord ours) {
      ours.setMessage(message, FormatStyle.NO_FORMAT);
    } else {
      record.setMessage(message);
    }
    record.setParameters(null);
    return true;
  }

  private String told(String text) {
    return secrets.hidden(LineSafe.lines(text));
  }

  /** The record's text with its parameters in place: only the whole shows what is a secret. */
  private static String text(LogRecord record) {
    @Nullable Object[] parameters = record.getParameters();
    if (parameters != null) {
      @Nullable Object[] safe = new @Nullable Object[parameters.length];
      for (int i = 0; i < safe.length; i++) {
        safe[i] = safe(parameters[i]);
      }
      record.setParameters(safe);
    }
    try {
      return PLAIN.format(record);
    } catch (RuntimeException misfit) {
      // A template that does not fit: what was to be said is still worth reading.
      return record.getMessage() + " " + Arrays.toString(record.getParameters());
    }
  }

  /** Numbers and the like keep their type, for the template may ask for one. */
  private static @Nullable Object safe(@Nullable Object parameter) {
    if (parameter == null || parameter instanceof Number || parameter instanceof Boolean) {
      return parameter;
    }
    try {
      String said = parameter.toString();
      String safe = LineSafe.word(said);
      return safe.equals(said) && !(parameter instanceof Throwable) ? parameter : safe;
    } catch (RuntimeException unsayable) {
      // A log statement must never be what fails.
      return parameter.getClass().getName();
    }
  }

  private static Stream<String> setting(String name) {
    Optional<String> value = ConfigProvider.getConfig().getOptionalValue(name, String.class);
    return value.stream();
  }
}
