package cn.gridcase.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** 导航 leads nobody to a page that turns them away, and hides none that lets them in. */
class TabTest {
  private static final Map<String, String> PAGES =
      Map.of(
          "/todo", "cn.gridcase.lookup.TodoPage",
          "/queue", "cn.gridcase.lookup.QueuePage",
          "/map", "cn.gridcase.lookup.MapPage",
          "/roster", "cn.gridcase.dispatch.RosterPage",
          "/me", "cn.gridcase.web.MePage");

  @Test
  void itShowsAPageToThoseWhomThePageLetsIn() throws ClassNotFoundException {
    assertEquals(PAGES.keySet(), Set.copyOf(Tab.ALL.stream().map(Tab::path).toList()));
    for (Tab tab : Tab.ALL) {
      MaySee who = Class.forName(PAGES.get(tab.path())).getAnnotation(MaySee.class);
      assertNotNull(who, tab.path());
      assertEquals(Set.copyOf(List.of(who.value())), Set.copyOf(tab.roles()), tab.path());
    }
  }
}
