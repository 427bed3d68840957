package cn.gridcase;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the house to its plan: docs/architecture.md says why. */
@BesideTheStories
class ArchitectureTest {
  /** The rows of the house, from the ground up; a row imports only rows below it. */
  private static final List<Set<String>> ROWS =
      List.of(
          Set.of("database"),
          Set.of("config"),
          Set.of("time"),
          Set.of("roster"),
          Set.of("grid"),
          Set.of("cases", "outbox", "photos"),
          Set.of("chat", "web"),
          Set.of(
              "intake",
              "dispatch",
              "disposal",
              "district",
              "verification",
              "closure",
              "recusal",
              "requests",
              "supervision",
              "whistle",
              "digest",
              "lookup",
              "watch"),
          Set.of("wecom"));

  private static final Path SOURCE = Path.of("src/main/java/cn/gridcase");
  private static final Pattern WRITES =
      Pattern.compile("(?:INSERT INTO|UPDATE|DELETE FROM)\\s+([a-z_]{3,})\\b");
  private static final int LONGEST_FILE = 250;

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("cn.gridcase");

  @Test
  void aRowImportsOnlyRowsBelowIt() {
    for (int row = 0; row < ROWS.size(); row++) {
      for (String room : ROWS.get(row)) {
        String[] forbidden =
            ROWS.subList(row, ROWS.size()).stream()
                .flatMap(Set::stream)
                .filter(other -> !other.equals(room))
                .map(other -> "cn.gridcase." + other + "..")
                .toArray(String[]::new);
        noClasses()
            .that()
            .resideInAPackage("cn.gridcase." + room + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(forbidden)
            .check(PRODUCT);
      }
    }
  }

  @Test
  void everyRoomIsInTheHousePlan() throws IOException {
    Set<String> planned = new TreeSet<>();
    ROWS.forEach(planned::addAll);
    try (Stream<Path> rooms = Files.list(SOURCE)) {
      Set<String> built = new TreeSet<>();
      rooms.filter(Files::isDirectory).forEach(room -> built.add(room.getFileName().toString()));
      assertEquals(planned, built);
    }
  }

  @Test
  void onlyTheRefusalStandsAtTheRoot() {
    classes()
        .that()
        .resideInAPackage("cn.gridcase")
        .and()
        .areTopLevelClasses()
        .should()
        .haveSimpleNameStartingWith("Refused")
        .orShould()
        .haveSimpleName("package-info")
        .check(PRODUCT);
  }

  @Test
  void roomsHaveNoCycles() {
    slices().matching("cn.gridcase.(*)..").should().beFreeOfCycles().check(PRODUCT);
  }

  @Test
  void onlyTheWireSpeaksHttp() {
    noClasses()
        .that()
        .resideOutsideOfPackages("cn.gridcase.wecom..", "cn.gridcase.web..")
        .and()
        .haveSimpleNameNotEndingWith("Page")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "jakarta.ws.rs..", "java.net.http..", "me.chanjar..", "org.apache.http..")
        .check(PRODUCT);
  }

  @Test
  void everyPageSaysWhoMaySeeIt() {
    classes()
        .that()
        .areAnnotatedWith("jakarta.ws.rs.Path")
        .should()
        .beAnnotatedWith("cn.gridcase.web.MaySee")
        .orShould()
        .beAnnotatedWith("cn.gridcase.web.Open")
        .check(PRODUCT);
  }

  @Test
  void nobodyButTimeReadsAClockOfItsOwn() {
    noClasses()
        .that()
        .resideOutsideOfPackage("cn.gridcase.time..")
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.LocalDateTime.class, "now")
        .orShould()
        .callMethod(java.time.ZonedDateTime.class, "now")
        .orShould()
        .callMethod(java.time.OffsetDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(PRODUCT);
  }

  @Test
  void namesSayWhatAThingIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Service|Manager|Handler|Helper|Utils?|Impl|Dto|Base|Common)")
        .check(PRODUCT);
  }

  @Test
  void onlyACaseFileAppliesAChange() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("cn.gridcase.cases.CaseFile")
        .and()
        .doNotHaveFullyQualifiedName("cn.gridcase.cases.Change")
        .should()
        .callMethod("cn.gridcase.cases.Change", "effect")
        .check(PRODUCT);
  }

  @Test
  void everyTableIsWrittenByOneClass() throws IOException {
    Map<String, Set<String>> writers = new TreeMap<>();
    for (Path file : sources()) {
      var found = WRITES.matcher(Files.readString(file));
      while (found.find()) {
        writers
            .computeIfAbsent(found.group(1), table -> new TreeSet<>())
            .add(file.getFileName().toString());
      }
    }
    writers.forEach(
        (table, files) -> assertEquals(1, files.size(), table + " is written by " + files));
    assertTrue(writers.size() > 8, "the pattern still finds the writing SQL: " + writers);
  }

  @Test
  void figuresOnlyRead() throws IOException {
    for (Path file : sources()) {
      if (file.toString().endsWith("Figures.java")) {
        assertTrue(!WRITES.matcher(Files.readString(file)).find(), file + " writes");
      }
    }
  }

  @Test
  void filesAreShort() throws IOException {
    var tooLong = new ArrayList<Path>();
    for (Path file : sources()) {
      if (Files.readAllLines(file).size() > LONGEST_FILE) {
        tooLong.add(file);
      }
    }
    assertEquals(List.of(), tooLong);
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCE)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
