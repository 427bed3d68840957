package cn.gridcase.cases;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 类别目录: every category of the town, in the catalogue's order. */
public record Categories(List<Category> categories) {
  /** 其他: what a report is when no keyword speaks for anything else. */
  public static final String OTHER = "G99";

  public Categories {
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
