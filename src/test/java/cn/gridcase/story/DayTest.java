package cn.gridcase.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.sandbox.Day;
import cn.gridcase.sandbox.Sandbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 一天: what the page and the headless command play, and what it leaves in the record. */
@QuarkusTest
@WithTestResource(TownApart.class)
class DayTest {
  private final Sandbox sandbox = Town.sandbox();

  @Test
  void aDayOfTwelveReportsEndsInTheNextMorningsDigest() {
    Journey.begin();
    int before = Town.count("SELECT count(*) FROM case_file");
    List<String> told = new ArrayList<>();

    String digest = new Day(sandbox, told::add).play();

    assertEquals(before + 12, Town.count("SELECT count(*) FROM case_file"));
    assertTrue(told.size() >= 12, told.toString());
    assertTrue(digest.contains("收到12件"), digest);
    assertEquals(List.of(), sandbox.violations());
  }
}
