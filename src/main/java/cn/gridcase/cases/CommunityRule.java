package cn.gridcase.cases;

/** Says what a community may be asked to handle itself; whoever dispatches keeps that list. */
public interface CommunityRule {
  /** 社区自行处理事项, as in force. */
  CommunityWork community();
}
