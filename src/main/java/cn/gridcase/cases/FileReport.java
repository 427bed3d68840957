package cn.gridcase.cases;

import java.time.Instant;

/** 上报: a report becomes a numbered case. */
record FileReport(Category category, Report report) implements Move {
  @Override
  public String chinese() {
    return "上报";
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    Change change =
        Change.to(Stage.INTAKE).fact("category", category.code()).words(report.wordsFor(category));
    return report.photos() == 0 ? change : change.fact("photos", Integer.toString(report.photos()));
  }
}
