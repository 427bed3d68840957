package cn.gridcase.supervision;

import java.util.List;

/** 督办规则: the ladder, as its file has it. */
record SupervisionRules(List<Rung> ladder) {
  SupervisionRules {
    ladder = List.copyOf(ladder);
  }
}
