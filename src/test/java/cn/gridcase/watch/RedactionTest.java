package cn.gridcase.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.JsonFormatter;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Canaries in every place a record has, written in both forms. */
class RedactionTest {
  private static final String SECRET = "kQ7-canary/Secret+of=the app";
  private static final Redaction REDACTION = new Redaction(Secrets.of(List.of(SECRET, "")));

  static Stream<Arguments> canariesInBothForms() {
    List<String> canaries =
        List.of(
            SECRET,
            "kQ7-canary%2FSecret%2Bof%3Dthe+app",
            "https://qyapi/cgi-bin/message/send?access_token=canary-tok&debug=1",
            "gettoken?corpid=ww1&corpsecret=canary-sec",
            "\"access_token\":\"canary-tok\"",
            "{\\\"access_token\\\":\\\"canary-tok\\\"}",
            "jdbc:postgresql://h/db?password=canary-pw",
            "13812345678",
            "+86 138-1234-5678",
            "330102199001011234",
            "33010219900101123X");
    return canaries.stream()
        .flatMap(
            canary ->
                Stream.of(
                    Arguments.of(canary, new PatternFormatter("%d %-5p [%c] (%t) %s%e%n")),
                    Arguments.of(canary, new JsonFormatter())));
  }

  @ParameterizedTest
  @MethodSource("canariesInBothForms")
  void noCanaryIsReadWhereverItSits(String canary, ExtFormatter form) {
    Throwable cause = new IllegalArgumentException("cause " + canary);
    var thrown = new IllegalStateException("thrown " + canary, cause);
    thrown.addSuppressed(new IllegalStateException("suppressed " + canary));
    List<ExtLogRecord> records =
        List.of(
            record("message " + canary, FormatStyle.NO_FORMAT),
            record("printf %s", FormatStyle.PRINTF, canary),
            record("brackets {0}", FormatStyle.MESSAGE_FORMAT, List.of(canary)),
            record("an exception as a word: %s", FormatStyle.PRINTF, thrown),
            thrown(thrown));

    for (ExtLogRecord record : records) {
      String written = written(record, form);
      assertTrue(written.contains("***"), written);
      for (String part : List.of("canary-", "-canary", "1234", "33010219900101")) {
        assertFalse(withoutTime(written).contains(part), written);
      }
    }
  }

  @Test
  void aSecretSplitBetweenTemplateAndParameterIsHidden() {
    String written =
        written(
            record("GET /cgi-bin?access_token=%s&x=%d", FormatStyle.PRINTF, "canary-tok", 7),
            new PatternFormatter("%s"));

    assertEquals("GET /cgi-bin?access_token=***&x=7", written);
  }

  @Test
  void typesAndPlacesOfAnExceptionStayReadable() {
    var thrown = new IllegalStateException("13812345678", new IllegalArgumentException("why"));

    String written = written(thrown(thrown), new PatternFormatter("%s%e"));

    assertTrue(written.contains("java.lang.IllegalStateException: ***"), written);
    assertTrue(written.contains("Caused by: java.lang.IllegalArgumentException: why"), written);
    assertTrue(written.contains("RedactionTest.typesAndPlacesOfAnExceptionStayReadable"), written);
  }

  @Test
  void anExceptionWithNothingToHideIsLeftAsItIs() {
    var thrown = new IllegalStateException("plain");
    ExtLogRecord record = thrown(thrown);

    assertTrue(REDACTION.isLoggable(record));
    assertSame(thrown, record.getThrown());
  }

  @Test
  void whatPeopleWroteStaysOnItsLineAndCannotSteerTheTerminal() {
    String forged = "好\r\n2026-01-01 00:00:00 ERROR forged\u001b[31m\u2028x";

    String written =
        written(record("heard %s", FormatStyle.PRINTF, forged), new PatternFormatter("%s"));

    assertEquals("heard 好\\r\\n2026-01-01 00:00:00 ERROR forged\\u001b[31m\\u2028x", written);
  }

  @Test
  void aLineBreakInAnExceptionCannotPassForALineOfTheLog() {
    var thrown = new IllegalStateException("bad\n2026-01-01 ERROR forged\u001b[2J");

    String written = written(thrown(thrown), new PatternFormatter("%s%e"));

    assertTrue(written.contains("\n  2026-01-01 ERROR forged\\u001b[2J"), written);
  }

  @Test
  void aParameterThatCannotSpeakAndExceptionsInACircleDoNotStopTheLog() {
    var first = new IllegalStateException("13812345678");
    first.initCause(new IllegalArgumentException("round", first));
    ExtLogRecord record = record("mute %s", FormatStyle.PRINTF, new Mute());
    record.setThrown(first);

    String written = written(record, new PatternFormatter("%s%e"));

    assertTrue(written.contains(Mute.class.getName()), written);
    assertFalse(written.contains("1381"), written);
  }

  @Test
  void aTemplateThatDoesNotFitItsParametersIsWrittenAllTheSame() {
    ExtLogRecord record = record("count %d", FormatStyle.PRINTF, "13812345678");

    assertEquals("count %d [***]", written(record, new PatternFormatter("%s")));
  }

  private static final class Mute {
    @Override
    public String toString() {
      throw new IllegalStateException("mute");
    }
  }

  private static String written(ExtLogRecord record, ExtFormatter form) {
    assertTrue(REDACTION.isLoggable(record));
    return form.format(record);
  }

  // Digits of the time are no canaries.
  private static String withoutTime(String written) {
    return written
        .replaceAll("\"(timestamp|sequence|threadId|processId)\":[^,}]+", "")
        .replaceAll("\\d\\d:\\d\\d:\\d\\d[,.]\\d+", "");
  }

  private static ExtLogRecord thrown(Throwable thrown) {
    ExtLogRecord record = record("failed", FormatStyle.NO_FORMAT);
    record.setThrown(thrown);
    return record;
  }

  private static ExtLogRecord record(String text, FormatStyle style, Object... parameters) {
    var record = new ExtLogRecord(Level.INFO, text, style, RedactionTest.class.getName());
    record.setLoggerName("canaries");
    record.setParameters(parameters);
    return record;
  }
}
