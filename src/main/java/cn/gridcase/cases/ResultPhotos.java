package cn.gridcase.cases;

import cn.gridcase.Refused;
import java.util.List;
import java.util.stream.Collectors;

/**
 * 处置照片要求: what the result of a case has to show.
 *
 * @param least how many photos
 * @param show what they show, such as 同一角度拍一张
 * @param exempt outcomes of which there is nothing to show
 */
public record ResultPhotos(int least, String show, List<Outcome> exempt) {
  public ResultPhotos {
    exempt = List.copyOf(exempt);
  }

  /** What is still to be done while so many photos are there; empty if nothing. */
  public String missing(int photos) {
    if (photos >= least) {
      return "";
    }
    return photos == 0 ? "还没有，" + asked() : "现在有" + photos + "张，" + asked();
  }

  /** What it asks for, where it asks for anything. */
  public String asked() {
    return "要有" + least + "张处置后的照片（" + show + "）";
  }

  void mustBeMet(Outcome outcome, int photos) {
    if (photos < least && !outcome.withoutPhotos()) {
      throw new Refused("这类案件" + asked() + "，" + counted(photos) + "请先发现场照片，再提交。" + otherwise());
    }
  }

  private static String counted(int photos) {
    return photos == 0 ? "现在还没有。" : "现在只有" + photos + "张。";
  }

  private String otherwise() {
    return exempt.isEmpty()
        ? ""
        : exempt.stream()
            .map(each -> "“" + each.name() + "”")
            .collect(Collectors.joining("或", "确实拍不了，处置结果请选", "。"));
  }
}
