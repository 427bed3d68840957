package cn.gridcase.cases;

import java.util.List;

/**
 * 可选的原因: what a card offers, so that nobody has to type; each may also be written in one's own
 * words.
 *
 * @param sendBack 回退
 * @param transfer 转办
 * @param waive 免除协办
 * @param recuse 本人回避
 */
public record Reasons(
    List<String> sendBack, List<String> transfer, List<String> waive, List<String> recuse) {
  /** Where the file says nothing. */
  static final Reasons USUAL =
      new Reasons(
          List.of("不属于本单位职责", "不在本单位辖区", "现场情况与派遣不符"),
          List.of("休假或外出", "手上案件太多", "由同事负责这一片"),
          List.of("现场不需要", "主办单位已一并处理"),
          List.of("当事人是亲属或朋友", "与案件有利害关系"));

  public Reasons {
    sendBack = List.copyOf(sendBack);
    transfer = List.copyOf(transfer);
    waive = List.copyOf(waive);
    recuse = List.copyOf(recuse);
  }
}
