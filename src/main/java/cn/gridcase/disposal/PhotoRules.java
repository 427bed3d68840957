package cn.gridcase.disposal;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.cases.OutcomesFile;
import cn.gridcase.cases.ResultPhotos;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What the result of a case has to show, by the rules in force. */
@ApplicationScoped
class PhotoRules {
  private final CategoriesFile categories;
  private final OutcomesFile outcomes;

  @Inject
  PhotoRules(CategoriesFile categories, OutcomesFile outcomes) {
    this.categories = categories;
    this.outcomes = outcomes;
  }

  ResultPhotos of(CaseFile file) {
    return categories.inForce().resultPhotosOf(file.category(), outcomes.inForce());
  }
}
