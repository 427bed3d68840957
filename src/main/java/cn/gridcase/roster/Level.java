package cn.gridcase.roster;

import com.fasterxml.jackson.annotation.JsonValue;

/** 层级: whose a unit is; a community 社区 is the town's. */
public enum Level {
  /** 镇: what is dispatched to it is done in the town. */
  TOWN("镇"),
  /** 区: what the town cannot do is handed up to it 提级. */
  DISTRICT("区");

  private final String chinese;

  Level(String chinese) {
    this.chinese = chinese;
  }

  /** As written in roster.yaml and shown on screens. */
  @JsonValue
  public String chinese() {
    return chinese;
  }
}
