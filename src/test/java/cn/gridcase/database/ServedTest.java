package cn.gridcase.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ServedTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream complaints = new PrintStream(said, true, StandardCharsets.UTF_8);
  private final Served served = new Served(List.of(new Count()));

  @Test
  void aCommandGetsItsArgumentsAndGivesTheExitCode() {
    assertEquals(2, served.run(List.of("count", "a", "b"), complaints));
    assertEquals("", said.toString(StandardCharsets.UTF_8));
  }

  @Test
  void anUnknownCommandIsAnsweredWithTheList() {
    assertEquals(StartRefused.EXIT_CODE, served.run(List.of("cuont"), complaints));
    String answer = said.toString(StandardCharsets.UTF_8);
    assertTrue(answer.contains("没有命令 cuont"), answer);
    assertTrue(answer.contains("count  数参数"), answer);
  }

  /** Counts its arguments. */
  private static final class Count implements OperatorCommand {
    @Override
    public String name() {
      return "count";
    }

    @Override
    public String summary() {
      return "数参数";
    }

    @Override
    public int run(List<String> arguments) {
      return arguments.size();
    }
  }
}
