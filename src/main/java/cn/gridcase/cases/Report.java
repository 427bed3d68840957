package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.grid.Place;
import java.util.Optional;

/**
 * What somebody reports: words, photos and a place, each of which may be missing.
 *
 * @param words may be empty where there are photos
 * @param label what the map calls the place; may be empty
 * @param place where they say it is
 * @param photos how many they sent; the photos themselves are kept under the case's number
 */
public record Report(String words, String label, Optional<Place> place, int photos) {
  /** What the record says where photos say it all. */
  static final String ONLY_PHOTOS = "（没有文字，见照片）";

  /** Words alone. */
  public static Report of(String words) {
    return new Report(words, "", Optional.empty(), 0);
  }

  /** What the record keeps as words, or why this is not enough for a case of the category. */
  String wordsFor(Category category) {
    String said = words.isBlank() ? inPlaceOfWords(category) : words;
    return label.isEmpty() ? said : said + "\n位置：" + label;
  }

  private String inPlaceOfWords(Category category) {
    if (photos == 0) {
      throw new Refused("请先用一句话说明哪里、什么情况，例如：台湖村口消防通道被堵");
    }
    if (category.code().equals(Categories.OTHER)) {
      throw new Refused("“" + category.name() + "”类要写明情况，请先发一句话，再按新卡片上的“上报”。");
    }
    return ONLY_PHOTOS;
  }
}
