package cn.gridcase.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.gridcase.config.ShippedConfig;
import cn.gridcase.time.TimeLimit;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoryTermsTest {
  /** Faster in 一类 areas and more so in winter; slower elsewhere for a month on trial. */
  private static final Category CATEGORY =
      changed(
          category -> {
            rule(category, "1工作时").put("area", "一类").put("season", "11-15~03-15");
            rule(category, "2工作时").put("area", "一类");
            rule(category, "3工作日").put("from", "2026-06-01").put("to", "2026-06-30");
          });

  @ParameterizedTest
  @CsvSource({
    "一类, 2026-11-14, 2工作时",
    "一类, 2026-11-15, 1工作时",
    "一类, 2026-12-31, 1工作时",
    "一类, 2027-01-01, 1工作时",
    "一类, 2028-02-29, 1工作时",
    "一类, 2027-03-15, 1工作时",
    "一类, 2027-03-16, 2工作时",
    "一类, 2026-06-15, 2工作时",
    "二类, 2026-05-31, 4工作时",
    "二类, 2026-06-01, 3工作日",
    "二类, 2026-06-30, 3工作日",
    "二类, 2026-07-01, 4工作时",
    ", 2026-12-31, 4工作时",
  })
  void theFirstRuleThatHoldsOnTheDayWins(String area, String day, String limit) {
    assertEquals(
        List.of(terms(CountdownKind.LEG, "处置", limit)),
        CATEGORY.terms(Optional.ofNullable(area), LocalDate.parse(day)));
  }

  @Test
  void aCategoryOfSeveralLegsHasALimitForEachAndOneForTheWhole() {
    Category legs =
        changed(
            category -> {
              ArrayNode all = category.putArray("legs");
              all.addObject().put("name", "停工").put("limit", "2小时");
              all.addObject().put("name", "拆除").put("limit", "15工作日");
            });

    assertEquals(
        List.of(
            terms(CountdownKind.WHOLE, "全案", "4工作时"),
            terms(CountdownKind.LEG, "停工", "2小时"),
            terms(CountdownKind.LEG, "拆除", "15工作日")),
        legs.terms(Optional.empty(), LocalDate.of(2026, 11, 23)));
  }

  private static ObjectNode rule(ObjectNode category, String limit) {
    return category.withArray("limits").addObject().put("limit", limit);
  }

  /** The first of the shipped categories with a limit of 4工作时, and something more. */
  private static Category changed(Consumer<ObjectNode> change) {
    return ShippedConfig.of(new CategoriesFile())
        .changing(
            "categories.yaml",
            tree -> {
              var category = (ObjectNode) tree.get("categories").get(0);
              category.put("limit", "4工作时");
              change.accept(category);
            })
        .value(Categories.class)
        .categories()
        .get(0);
  }

  private static Terms terms(CountdownKind kind, String name, String limit) {
    return new Terms(kind, name, TimeLimit.parse(limit), Optional.empty());
  }
}
