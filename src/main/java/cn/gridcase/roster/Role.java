package cn.gridcase.roster;

import com.fasterxml.jackson.annotation.JsonValue;

/** What somebody may be asked to do; spelt in roster.yaml by its Chinese name. */
public enum Role {
  RESIDENT("居民"),
  GRID_WORKER("网格员"),
  DISPATCHER("派遣员"),
  DUTY_OFFICER("值班长"),
  UNIT_MEMBER("处置人员"),
  /** Who answers for one unit. */
  UNIT_HEAD("单位负责人"),
  VERIFIER("核查员"),
  LEADER("领导"),
  /** The leader in charge of some units. */
  UNIT_LEADER("分管领导"),
  /** The leader in charge of the command centre. */
  CENTRE_LEADER("中心领导"),
  /** The head of the town. */
  CHIEF("主要领导"),
  ADMINISTRATOR("管理员");

  private final String chinese;

  Role(String chinese) {
    this.chinese = chinese;
  }

  /** 角色 as written in roster.yaml and shown on screens. */
  @JsonValue
  public String chinese() {
    return chinese;
  }
}
