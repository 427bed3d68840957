package cn.gridcase.cases;

import com.fasterxml.jackson.annotation.JsonValue;

/** 大类: the seven labels under which a town counts its cases. */
public enum CategoryGroup {
  SAFETY("安全隐患"),
  ENVIRONMENT("环境污染及环境卫生"),
  ILLEGAL_BUILDING("违法建设"),
  LICENCES("证照异常"),
  STREET_TRADING("占道经营"),
  ADVERTISING("违法广告"),
  OTHER("其他城市管理");

  private final String chinese;

  CategoryGroup(String chinese) {
    this.chinese = chinese;
  }

  /** The label as written in categories.yaml and shown on screens. */
  @JsonValue
  public String chinese() {
    return chinese;
  }
}
