package cn.gridcase.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.cases.Categories;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.Category;
import cn.gridcase.cases.CategoryGroup;
import cn.gridcase.config.ShippedConfig;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RouteTest {
  private static final List<String> ANY = List.of();
  private static final Categories CATEGORIES =
      ShippedConfig.of(new CategoriesFile()).value(Categories.class);

  private final Category fireLane = CATEGORIES.byCode("A06");
  private final Spot noon =
      new Spot(fireLane, Optional.of("一类"), Optional.of("taihucun"), true, Set.of());
  private final Spot night =
      new Spot(fireLane, Optional.empty(), Optional.empty(), false, Set.of("夜间巡查"));

  @Test
  void whatItDoesNotSayHoldsForAll() {
    Route route = route(ANY, List.of(), ANY, ANY, false, Optional.empty());

    assertTrue(route.holds(noon));
    assertTrue(route.holds(night));
    assertEquals("", route.condition());
  }

  @Test
  void theCategoryOrItsGroupIsEnough() {
    assertTrue(route(List.of("A06"), List.of(CategoryGroup.OTHER)).holds(noon));
    assertTrue(route(List.of("A07"), List.of(CategoryGroup.SAFETY)).holds(noon));
    assertFalse(route(List.of("A07"), List.of(CategoryGroup.OTHER)).holds(noon));
  }

  @Test
  void aCaseWhosePlaceIsUnknownLiesInNoArea() {
    Route route = route(ANY, List.of(), List.of("一类"), ANY, false, Optional.empty());

    assertTrue(route.holds(noon));
    assertFalse(route.holds(night));
    assertEquals("（一类区域）", route.condition());
  }

  @Test
  void aCommunityMustBeOneOfThose() {
    assertTrue(
        route(ANY, List.of(), ANY, List.of("taihucun"), false, Optional.empty()).holds(noon));
    assertFalse(
        route(ANY, List.of(), ANY, List.of("ciqucun"), false, Optional.empty()).holds(noon));
  }

  @Test
  void timeIsThatOfTheDispatch() {
    Route outside = route(ANY, List.of(), ANY, ANY, true, Optional.empty());
    Route shift = route(ANY, List.of(), ANY, ANY, false, Optional.of("夜间巡查"));

    assertFalse(outside.holds(noon));
    assertTrue(outside.holds(night));
    assertFalse(shift.holds(noon));
    assertTrue(shift.holds(night));
    assertEquals("（夜间巡查）", shift.condition());
  }

  private static Route route(List<String> categories, List<CategoryGroup> groups) {
    return route(categories, groups, ANY, ANY, false, Optional.empty());
  }

  private static Route route(
      List<String> categories,
      List<CategoryGroup> groups,
      List<String> areas,
      List<String> communities,
      boolean outside,
      Optional<String> shift) {
    return new Route(List.of("xiaofang"), categories, groups, areas, communities, outside, shift);
  }
}
