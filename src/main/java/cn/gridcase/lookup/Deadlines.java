package cn.gridcase.lookup;

import cn.gridcase.cases.CaseFile;
import cn.gridcase.cases.CategoriesFile;
import cn.gridcase.time.LimitKind;
import cn.gridcase.time.TimeLimit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Why a deadline is what it is, in words. */
@ApplicationScoped
class Deadlines {
  private final CategoriesFile categories;

  @Inject
  Deadlines(CategoriesFile categories) {
    this.categories = categories;
  }

  String why(CaseFile file) {
    TimeLimit limit = categories.inForce().byCode(file.category()).limit();
    if (file.due().isEmpty()) {
      return "立案后开始计时，本类时限" + limit.said() + "。";
    }
    return "本类时限"
        + limit.said()
        + "，从立案起算；"
        + how(limit.kind())
        + "。返工不重新计时。"
        + (file.due().orElseThrow().provisional() ? "到期那一年的放假安排还没有公布，截止时间暂定。" : "");
  }

  private static String how(LimitKind kind) {
    return switch (kind) {
      case HOUR -> "夜里和节假日也计时";
      case WORKING_HOUR -> "只在上班时段里计时";
      case WORKING_DAY -> "当天不算，到最后一个工作日下班为止";
      case DAY -> "当天不算，节假日也算，最后一天休息就顺延到下一个工作日下班";
    };
  }
}
