package cn.gridcase.cases;

import cn.gridcase.time.TimeLimit;
import java.util.List;
import java.util.Optional;

/**
 * 类别: what kind of thing a case is about.
 *
 * @param code such as A06; stands for the category in the record and is never reused
 * @param name as shown, at most 16 characters (a card's option)
 * @param limit 时限 from filing to a result
 * @param condition 立案条件: when such a report is filed
 * @param photos 拍照要求: what to show, at most 30 characters, where something is asked for
 * @param basis 法律依据, where one is named
 */
public record Category(
    String code,
    String name,
    CategoryGroup group,
    TimeLimit limit,
    String condition,
    List<Keyword> keywords,
    Optional<String> photos,
    Optional<String> basis) {
  public Category {
    keywords = List.copyOf(keywords);
  }

  /** Which of its keywords a report contains: why it was suggested. */
  public List<String> matched(String text) {
    String plain = Keyword.plain(text);
    return keywords.stream()
        .filter(keyword -> keyword.weightIn(plain) > 0)
        .map(Keyword::written)
        .toList();
  }

  int weightIn(String plain) {
    return keywords.stream().mapToInt(keyword -> keyword.weightIn(plain)).sum();
  }
}
