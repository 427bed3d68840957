package cn.gridcase.cases;

import cn.gridcase.Refused;
import java.time.Instant;

/** 上报: a report becomes a numbered case. */
record FileReport(Category category, String words) implements Move {
  @Override
  public String chinese() {
    return "上报";
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    if (words.isBlank()) {
      throw new Refused("请先用一句话说明哪里、什么情况，例如：台湖村口消防通道被堵");
    }
    return Change.to(Stage.INTAKE).fact("category", category.code()).words(words);
  }
}
