package cn.gridcase.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.cases.Transitions.Cell;
import cn.gridcase.cases.Transitions.Tried;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * docs/transitions.md says what the moves do; {@code mvn test -Dtest=TransitionsTest
 * -Dwrite.transitions} writes it anew.
 */
class TransitionsTest {
  private static final Path TABLE = Path.of("docs", "transitions.md");

  /** It ends, or shows what can be said instead. */
  private static final Pattern SENTENCE = Pattern.compile("\\p{IsHan}.*(。|例如：.+|可以回复：.+|请回复：.+)");

  private final Map<String, List<String>> situations = Transitions.situations();
  private final List<Tried> moves = Transitions.moves();

  @Test
  void theTableInTheDocsIsWhatTheMovesDo() throws IOException {
    String table = table();
    if (System.getProperty("write.transitions") != null) {
      Files.writeString(TABLE, table);
    }
    assertEquals(table, Files.readString(TABLE));
  }

  @Test
  void everyMoveThereIsIsTried() {
    Set<String> tried =
        moves.stream()
            .map(each -> each.move().apply(EveryWay.received()).getClass().getSimpleName())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> known =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("cn.gridcase")
                .stream()
                .filter(each -> each.isAssignableTo(Move.class) && !each.isInterface())
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
    // A case is filed once, as it is made.
    known.remove("FileReport");

    assertEquals(known, tried);
  }

  @Test
  void everyMoveIsAllowedSomewhereAndEveryRefusalIsASentence() {
    for (Tried tried : moves) {
      List<Cell> cells =
          situations.values().stream().map(way -> Cell.of(Transitions.in(way), tried)).toList();
      assertTrue(
          cells.stream().anyMatch(cell -> cell.to().isPresent()),
          tried.name() + " is refused everywhere");
      cells.stream()
          .filter(cell -> cell.to().isEmpty())
          .forEach(cell -> assertTrue(SENTENCE.matcher(cell.refusal()).matches(), cell::refusal));
    }
  }

  @Test
  void everyEndCanBeCounted() {
    for (Tried tried : moves) {
      for (List<String> way : situations.values()) {
        CaseFile file = Transitions.in(way);
        if (Cell.of(file, tried).to().filter(Stage::isEnd).isPresent()) {
          boolean isDone = file.stage() == Stage.CLOSED;
          assertEquals(
              isDone, file.outcome().isPresent() && file.endReason().isEmpty(), tried.name());
          assertEquals(!isDone, file.endReason().isPresent(), tried.name());
        }
      }
    }
  }

  private String table() {
    var text =
        new StringBuilder(
            """
            # Transitions 流转表

            Written by `mvn test -Dtest=TransitionsTest -Dwrite.transitions`, which asks the moves themselves; the same test fails
            when this page and the code differ. A row is a move, made by somebody who may; a column is where the case is. A cell
            says the stage after it, `·` where the move is allowed and the stage stays, and is empty where it is refused: the
            sentences are below.

            """);
    text.append("| 动作 | ").append(String.join(" | ", situations.keySet())).append(" |\n");
    text.append("|---".repeat(situations.size() + 1)).append("|\n");
    Map<String, Set<String>> refusals = new TreeMap<>();
    for (Tried tried : moves) {
      text.append("| ").append(tried.name());
      situations.forEach(
          (where, way) -> text.append(" | ").append(cell(tried, where, way, refusals)));
      text.append(" |\n");
    }
    text.append("\n## Refusals 拒绝\n\n");
    refusals.forEach(
        (sentence, edges) ->
            text.append("- ")
                .append(sentence)
                .append("\n  - ")
                .append(String.join("；", edges))
                .append('\n'));
    return text.toString();
  }

  private static String cell(
      Tried tried, String where, List<String> way, Map<String, Set<String>> refusals) {
    CaseFile file = Transitions.in(way);
    Stage before = file.stage();
    Cell cell = Cell.of(file, tried);
    Optional<String> to = cell.to().map(after -> after == before ? "·" : after.chinese());
    if (to.isEmpty()) {
      refusals
          .computeIfAbsent(cell.refusal(), unknown -> new TreeSet<>())
          .add(tried.name() + "（" + where + "）");
    }
    return to.orElse("");
  }
}
