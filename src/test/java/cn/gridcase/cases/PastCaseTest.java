package cn.gridcase.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.config.ShippedConfig;
import cn.gridcase.grid.GridMapFile;
import cn.gridcase.time.CalendarFile;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A case of 4工作时, registered at nine on a Monday and handed in at noon. */
class PastCaseTest {
  private static final String CATEGORY = "B01";
  private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");
  private static final Instant NOON = Instant.parse("2026-11-23T03:50:00Z");
  private static final ShippedConfig SHIPPED =
      ShippedConfig.of(new CategoriesFile(), new GridMapFile(), new CalendarFile());
  private static final DeadlineRules RULES = rules(SHIPPED);

  private final CaseFile file = registered();
  private final String due = file.due().orElseThrow().at().toString();

  @Test
  void aHistoryThatIsTrueIsLivedAgainExactly() {
    assertEquals(Optional.empty(), differenceWith(due));
  }

  @Test
  void aForgedDeadlineDiffers() {
    assertEquals(Optional.of("流转记录第1条的截止时间"), differenceWith("2026-11-24T06:30:00Z"));
  }

  @Test
  void aDeadlineForgedInTheRecordAloneDiffers() {
    file.clock().derive(rules(offOnMonday()).calendar());

    assertEquals(Optional.of("案卷的截止时间"), differenceWith(due));
  }

  @Test
  void otherLimitsAndDaysGiveOtherDeadlines() {
    assertTrue(isInTime(RULES));
    assertTrue(!isInTime(rules(limited(category -> category.put("limit", "1工作时")))));
    assertTrue(isInTime(rules(offOnMonday())));
  }

  @Test
  void aLimitThatIsToBeginCountsAsBegun() {
    DeadlineRules next =
        rules(
            limited(
                category ->
                    category
                        .putArray("limits")
                        .addObject()
                        .put("limit", "1工作时")
                        .put("from", "2027-01-01")));

    assertTrue(isInTime(next));
    assertTrue(!isInTime(next.begunBy(NOON)));
  }

  @Test
  void aCategoryThatIsDividedIntoLegsDoesNotFit() {
    DeadlineRules divided =
        rules(
            limited(
                category -> {
                  var legs = category.putArray("legs");
                  legs.addObject().put("name", "停工").put("limit", "2小时");
                  legs.addObject().put("name", "拆除").put("limit", "5工作日");
                }));

    assertEquals(Optional.empty(), past(due).under(divided));
  }

  private boolean isInTime(DeadlineRules rules) {
    file.clock().end(Optional.of(NOON), NOON);
    return PastCase.isInTime(past(due).under(rules).orElseThrow());
  }

  private Optional<String> differenceWith(String written) {
    PastCase past = past(written);
    return past.difference(past.lived(hash -> RULES).orElseThrow());
  }

  private PastCase past(String written) {
    return new PastCase(
        file,
        List.of(
            new PastMove(NINE, Register.TERM, Stage.DISPATCH, "due=" + written, "hash"),
            new PastMove(NOON, "了解", Stage.DISPATCH, "", "hash")));
  }

  private static CaseFile registered() {
    var file =
        new CaseFile(
            1,
            new CaseNumber("20261123-001"),
            RULES.categories().byCode(CATEGORY),
            new Scene(Optional.empty(), Optional.empty(), Optional.empty()),
            NINE);
    file.apply(new Register(RULES.terms(file, NINE)), Actor.SYSTEM, NINE);
    file.keepTime(RULES, NINE);
    return file;
  }

  private static ShippedConfig limited(Consumer<ObjectNode> change) {
    return SHIPPED.changing(
        "categories.yaml",
        tree ->
            tree.path("categories")
                .forEach(
                    category -> {
                      if (category.path("code").asText().equals(CATEGORY)) {
                        change.accept((ObjectNode) category);
                      }
                    }));
  }

  private static ShippedConfig offOnMonday() {
    return SHIPPED.replacing(
        "2026.json",
        "\"days\": [",
        "\"days\": [{\"name\": \"加放一天\", \"date\": \"2026-11-23\", \"isOffDay\": true},");
  }

  private static DeadlineRules rules(ShippedConfig config) {
    return DeadlineRules.of(config.snapshot()).orElseThrow();
  }
}
