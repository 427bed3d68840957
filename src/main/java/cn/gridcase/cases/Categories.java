package cn.gridcase.cases;

import cn.gridcase.time.TimeLimit;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 类别目录: every category of the town, in the catalogue's order.
 *
 * @param stages 环节时限: how long a case may wait in a stage, by its Chinese name, or 签收, or 协办
 * @param resultPhotos 处置后照片: how many a result needs where its category does not say; none if not
 *     said
 */
public record Categories(
    @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, TimeLimit> stages,
    Optional<Integer> resultPhotos,
    List<Category> categories) {
  /** 其他: what a report is when no keyword speaks for anything else. */
  public static final String OTHER = "G99";

  /** 待指定: a leader is to say who leads; the name of its limit. */
  static final String FROZEN = "待指定";

  /** 待区级: how long the district may say nothing of what it has; the name of its limit. */
  static final String DISTRICT = "待区级";

  /** Only the same view shows what has changed. */
  private static final String SAME_VIEW = "和上报照片同一角度拍一张";

  public Categories {
    stages = Map.copyOf(stages);
    categories = List.copyOf(categories);
  }

  /**
   * All categories, likeliest first by the weight of the keywords in the text; 其他 stands before
   * those for which nothing speaks. The same text always yields the same order.
   */
  public List<Category> suggest(String text) {
    String plain = Keyword.plain(text);
    Map<String, Integer> weights = new HashMap<>();
    categories.forEach(one -> weights.put(one.code(), one.weightIn(plain)));
    return categories.stream()
        .sorted(
            Comparator.<Category>comparingInt(one -> -weights.getOrDefault(one.code(), 0))
                .thenComparing(one -> !one.code().equals(OTHER)))
        .toList();
  }

  /**
   * What a case of this category has a limit for in that situation; what has none may wait as long
   * as the case.
   */
  Optional<Terms> stageOf(String category, Situation its) {
    return owed(its)
        .flatMap(
            name ->
                Optional.ofNullable(stages.get(name))
                    .map(limit -> new Terms(CountdownKind.STAGE, name, limit, shiftOf(category))));
  }

  /** 协办: what a co-unit may use for its share, where that has a limit of its own. */
  Optional<TimeLimit> shareLimit() {
    return Optional.ofNullable(stages.get(Part.CO_UNIT.chinese()));
  }

  /** Who works at night on such cases is waited for at night, too. */
  private Optional<String> shiftOf(String category) {
    return byCode(category).shift();
  }

  /** The first thing a unit owes is to sign; what the district owes is to be heard of. */
  private static Optional<String> owed(Situation its) {
    return switch (its.stage()) {
      case DISPOSAL -> its.district() ? Optional.of(DISTRICT) : signature(its);
      case DISPATCH -> Optional.of(its.frozen() ? FROZEN : its.stage().chinese());
      case INTAKE, CHECKING, FEEDBACK, VERIFICATION, CLOSURE -> Optional.of(its.stage().chinese());
      case CLOSED, DECLINED, VOIDED, MERGED -> Optional.empty();
    };
  }

  private static Optional<String> signature(Situation its) {
    return its.signed() ? Optional.empty() : Optional.of(SignFor.TERM);
  }

  /** The same, with limits that begin after this day begun already. */
  Categories begunBy(LocalDate day) {
    return new Categories(
        stages, resultPhotos, categories.stream().map(one -> one.begunBy(day)).toList());
  }

  /** What the result of a case of this category has to show. */
  public ResultPhotos resultPhotosOf(String code, Outcomes outcomes) {
    Category its = byCode(code);
    return new ResultPhotos(
        its.resultPhotos().or(() -> resultPhotos).orElse(0),
        its.resultShot().orElse(SAME_VIEW),
        outcomes.withoutPhotos());
  }

  /** The category with this code; codes come from the record, so an unknown one is our bug. */
  public Category byCode(String code) {
    return categories.stream()
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no category " + code));
  }

  /** The category with this code or name, as somebody typed it. */
  public Optional<Category> named(String codeOrName) {
    String typed = codeOrName.strip();
    return categories.stream()
        .filter(one -> one.code().equalsIgnoreCase(typed) || one.name().equals(typed))
        .findFirst();
  }
}
