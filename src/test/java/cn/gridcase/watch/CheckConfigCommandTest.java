package cn.gridcase.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.BesideTheStories;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.config.ConfigFile;
import cn.gridcase.config.ConfigProblem;
import cn.gridcase.config.ShippedConfig;
import cn.gridcase.config.SnapshotReader;
import cn.gridcase.roster.RosterFile;
import cn.gridcase.time.CalendarFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

@BesideTheStories
class CheckConfigCommandTest {
  /** Keys that may be left out; every other key of the shipped files must be there. */
  private static final Set<String> OPTIONAL =
      Set.of(
          "unit",
          "community",
          "photos",
          "basis",
          "inCharge",
          "shifts",
          "shutdowns",
          "stages",
          "legs",
          "待受理",
          "待核实",
          "待派遣",
          "签收",
          "待区级",
          "level",
          "协办",
          "resultPhotos",
          "resultShot",
          "待指定",
          "待批转",
          "待核查",
          "待结案");

  private static final List<ConfigFile<?>> FILES =
      List.of(new RosterFile(), new CalendarFile(), new CategoriesFile());

  private static final String YEAR = "2026.json";

  private static final ShippedConfig SHIPPED =
      ShippedConfig.of(FILES.toArray(ConfigFile<?>[]::new));

  static final List<String> NAMES =
      List.of("roster.yaml", "calendar.yaml", YEAR, "categories.yaml");

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

  private int check(Path folder) {
    SnapshotReader reader = new SnapshotReader(FILES);
    PrintStream out = new PrintStream(screen, true, StandardCharsets.UTF_8);
    return new CheckConfigCommand(reader, List.of(), "nowhere")
        .run(List.of(folder.toString()), out);
  }

  private static void copyShipped(Path folder) throws IOException {
    for (String file : SHIPPED.files()) {
      Files.copy(Path.of("bot-config", file), folder.resolve(file));
    }
  }

  @Test
  void aGoodFolderIsAcceptedWithItsVersion(@TempDir Path folder) throws IOException {
    copyShipped(folder);

    assertEquals(0, check(folder));
    assertTrue(screen.toString(StandardCharsets.UTF_8).matches("(?s).*没有问题，版本 [0-9a-f]{64}\\s+"));
  }

  @Test
  void problemsOfSeveralFilesAreListedTogether(@TempDir Path folder) throws IOException {
    copyShipped(folder);
    Files.delete(folder.resolve("calendar.yaml"));
    Files.writeString(folder.resolve("dispach.yml"), "rules: []\n");
    Path roster = folder.resolve("roster.yaml");
    Files.writeString(roster, Files.readString(roster).replace("[值班长]", "[班长]"));

    assertEquals(2, check(folder));
    String said = screen.toString(StandardCharsets.UTF_8);
    assertTrue(said.contains("3 处问题"), said);
    assertTrue(said.contains("calendar.yaml · （整个文件） · 缺少这个文件"), said);
    assertTrue(said.contains("dispach.yml · （整个文件） · 没有叫这个名字的配置文件"), said);
    assertTrue(said.contains("roster.yaml · people[第5个：wujun].roles[第1个] · 不能写“班长”"), said);
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void everyRequiredKeyThatIsRemovedIsNamed(String file) {
    int removed = 0;
    List<ObjectNode> objects = differentObjectsIn(SHIPPED.tree(file));
    for (int i = 0; i < objects.size(); i++) {
      for (String key : keysOf(objects.get(i))) {
        List<ConfigProblem> problems = changed(file, i, object -> object.remove(key)).found();

        assertEquals(
            !OPTIONAL.contains(key),
            problems.stream().anyMatch(one -> names(one, file, key, "缺少这一项，必须写")),
            key + " of object " + i + ": " + problems);
        removed++;
      }
    }
    assertTrue(removed > 5, "keys removed: " + removed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"roster.yaml", "calendar.yaml", "categories.yaml"})
  void everyUnknownKeyIsNamedWhereverItStands(String file) {
    int objects = differentObjectsIn(SHIPPED.tree(file)).size();
    for (int i = 0; i < objects; i++) {
      List<ConfigProblem> problems = changed(file, i, object -> object.put("nmae", "x")).found();

      assertTrue(
          problems.stream().allMatch(one -> one.key().endsWith("nmae")), problems.toString());
      assertTrue(names(problems.get(0), file, "nmae", "没有这个键，可用的键："), problems.toString());
    }
  }

  /** Its format is somebody else's, and may grow. */
  @Test
  void anUnknownKeyInAYearIsNoProblem() {
    int objects = differentObjectsIn(SHIPPED.tree(YEAR)).size();
    for (int i = 0; i < objects; i++) {
      assertEquals(List.of(), changed(YEAR, i, object -> object.put("nmae", "x")).found());
    }
  }

  private static ShippedConfig changed(String file, int object, Consumer<ObjectNode> change) {
    return SHIPPED.changing(file, tree -> change.accept(differentObjectsIn(tree).get(object)));
  }

  private static boolean names(ConfigProblem problem, String file, String key, String reason) {
    return problem.file().equals(file)
        && (problem.key().equals(key) || problem.key().endsWith("." + key))
        && problem.reason().startsWith(reason);
  }

  /** The first object with each set of keys: the others would say the same again. */
  private static List<ObjectNode> differentObjectsIn(JsonNode tree) {
    Set<List<String>> seen = new HashSet<>();
    return objectsIn(tree).stream().filter(object -> seen.add(keysOf(object))).toList();
  }

  private static List<ObjectNode> objectsIn(JsonNode tree) {
    List<ObjectNode> objects = new ArrayList<>();
    if (tree instanceof ObjectNode object) {
      objects.add(object);
    }
    tree.forEach(child -> objects.addAll(objectsIn(child)));
    return objects;
  }

  private static List<String> keysOf(ObjectNode object) {
    List<String> keys = new ArrayList<>();
    object.fieldNames().forEachRemaining(keys::add);
    return keys;
  }
}
