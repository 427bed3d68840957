package cn.gridcase.cases;

import cn.gridcase.time.Due;
import cn.gridcase.time.TimeLimit;
import cn.gridcase.time.WorkCalendar;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 类别: what kind of thing a case is about.
 *
 * @param code such as A06; stands for the category in the record and is never reused
 * @param name as shown, at most 16 characters (a card's option)
 * @param limit 时限 from filing to a result, of all legs together
 * @param shift 班次 whose hours count; the usual ones if empty
 * @param limits 特别时限: asked in order, the first that holds wins over {@code limit}
 * @param legs 阶段, in order; a case of a category without them has one
 * @param condition 立案条件: when such a report is filed
 * @param photos 拍照要求: what to show, at most 30 characters, where something is asked for
 * @param resultPhotos 处置后照片: how many a result needs, where it is not as for all others
 * @param resultShot what they show, at most 30 characters, where something else is asked for
 * @param basis 法律依据, where one is named
 */
public record Category(
    String code,
    String name,
    CategoryGroup group,
    TimeLimit limit,
    Optional<String> shift,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<LimitRule> limits,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<LegRule> legs,
    String condition,
    List<Keyword> keywords,
    Optional<String> photos,
    Optional<Integer> resultPhotos,
    Optional<String> resultShot,
    Optional<String> basis) {
  public Category {
    limits = List.copyOf(limits);
    legs = List.copyOf(legs);
    keywords = List.copyOf(keywords);
  }

  /**
   * What a case of it that is registered on that day may use.
   *
   * @param area 区域等级 of the grid it was found in
   */
  public List<Terms> terms(Optional<String> area, LocalDate day) {
    TimeLimit whole =
        limits.stream()
            .filter(rule -> rule.holds(area, day))
            .map(LimitRule::limit)
            .findFirst()
            .orElse(limit);
    return legs.isEmpty()
        ? List.of(new Terms(CountdownKind.LEG, "处置", whole, shift))
        : Stream.concat(
                Stream.of(new Terms(CountdownKind.WHOLE, "全案", whole, shift)),
                legs.stream()
                    .map(leg -> new Terms(CountdownKind.LEG, leg.name(), leg.limit(), shift)))
            .toList();
  }

  /** The same, with limits that begin after this day begun already. */
  Category begunBy(LocalDate day) {
    return new Category(
        code,
        name,
        group,
        limit,
        shift,
        limits.stream().map(rule -> rule.begunBy(day)).toList(),
        legs,
        condition,
        keywords,
        photos,
        resultPhotos,
        resultShot,
        basis);
  }

  /** When a case of it would be due that is registered now. */
  public Due dueIfRegistered(Optional<String> area, Instant now, WorkCalendar calendar) {
    return terms(area, now.atZone(calendar.zone()).toLocalDate()).stream()
        .limit(legs.isEmpty() ? 1 : 2)
        .map(terms -> calendar.of(terms.shift()).due(now, terms.limit()))
        .min(Comparator.comparing(Due::at))
        .orElseThrow();
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
