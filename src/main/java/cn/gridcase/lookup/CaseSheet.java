package cn.gridcase.lookup;

import cn.gridcase.cases.Colour;
import cn.gridcase.photos.Photo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * 案卷页: what the page of one case shows, as its reader may see it.
 *
 * @param where the stage and, while it has one, the unit
 * @param due the deadline, or why there is none now
 * @param why how the deadline came to be
 * @param report what the reporter said
 * @param account what the unit said it did; empty if nothing yet
 * @param pairs the photos of the result, each beside one of the report
 * @param legs 阶段, of a case that has several
 * @param numbers 外部编号: by what others know it, as far as the reader may know
 * @param originals whether the reader may ask for photos as they were sent
 * @param map where it was found; empty if nobody said
 * @param colour 蓝牌, 黄牌 or 红牌, if it has come that far; staff alone see it
 * @param orders its open supervision orders 督办单; staff alone read them
 * @param tags 标签; staff alone see them
 * @param whistles 吹哨; staff alone read them
 */
record CaseSheet(
    String number,
    String category,
    String where,
    String due,
    List<String> why,
    String place,
    String report,
    List<Shot> reportPhotos,
    String account,
    Optional<String> outcome,
    List<Pair> pairs,
    List<Shot> verificationPhotos,
    Optional<GridSketch> map,
    Optional<Colour> colour,
    List<String> orders,
    List<String> tags,
    List<WhistleSheet> whistles,
    List<Shot> arrivalPhotos,
    List<Step> steps,
    List<Leg> legs,
    List<Fact> numbers,
    boolean originals) {

  /** 照片 and what is to be said while it is not there; empty once it is. */
  record Shot(UUID id, String missing) {
    static Shot of(Photo photo) {
      return new Shot(
          photo.id(),
          switch (photo.state()) {
            case FETCHED -> "";
            case WAITING -> "照片正在取";
            case REFUSED, LOST -> "照片没有取到";
          });
    }
  }

  /**
   * 处置前后.
   *
   * @param notes what was found of it, for those who may know where its sender was
   * @param doubtful whether somebody should look twice
   */
  record Pair(Optional<Shot> before, Shot after, List<String> notes, boolean doubtful) {}

  /** A line of what the case is known by. */
  record Fact(String key, String value) {}

  /**
   * 阶段.
   *
   * @param due 截止时间; empty while it stands still or has not begun
   * @param account what the unit said it did; empty if nothing yet
   */
  record Leg(
      String name,
      String state,
      String due,
      Optional<String> outcome,
      String account,
      List<Pair> pairs) {}

  /**
   * One line of the history.
   *
   * @param words may be empty
   */
  record Step(String at, String who, String move, String to, String words) {}
}
