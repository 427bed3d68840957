package cn.gridcase.dispatch;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.UnitAdvice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** 推荐, for pages of other steps. */
@ApplicationScoped
class Advice implements UnitAdvice {
  private final Suggestions suggestions;

  @Inject
  Advice(Suggestions suggestions) {
    this.suggestions = suggestions;
  }

  @Override
  public Advised of(CaseFile file, Instant now) {
    Suggestion suggested = suggestions.of(file, now);
    return new Advised(suggested.ranked(), suggested.said());
  }
}
