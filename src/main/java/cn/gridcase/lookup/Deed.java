package cn.gridcase.lookup;

import cn.gridcase.Refused;
import cn.gridcase.cases.CaseNumber;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * 办理: something one may do to a case, as the sentence one would type, with blanks.
 *
 * @param verb the sentence's first word, by which the deed is known too
 * @param offered to whom the page offers it; the record decides whether they may
 * @param look how the page shows it
 * @param note what to know before; may be empty
 * @param numbered whether the case's number follows the verb, or an order's is filled in
 */
record Deed(
    String verb,
    List<Blank> blanks,
    Predicate<Seat> offered,
    Look look,
    String note,
    boolean numbered) {
  /** How prominent it is. */
  enum Look {
    /** What is to be done next: unfolded. */
    NEXT,
    FOLDED,
    /** Cannot be undone: folded, and asked about once more. */
    GRAVE
  }

  Deed {
    blanks = List.copyOf(blanks);
  }

  static Deed next(String verb, Predicate<Seat> offered, Blank... blanks) {
    return new Deed(verb, List.of(blanks), offered, Look.NEXT, "", true);
  }

  static Deed folded(String verb, Predicate<Seat> offered, Blank... blanks) {
    return new Deed(verb, List.of(blanks), offered, Look.FOLDED, "", true);
  }

  static Deed grave(String verb, Predicate<Seat> offered, String note, Blank... blanks) {
    return new Deed(verb, List.of(blanks), offered, Look.GRAVE, note, true);
  }

  /** The same, with something to know before. */
  Deed knowing(String what) {
    return new Deed(verb, blanks, offered, look, what, numbered);
  }

  /** About a supervision order, whose number is filled in. */
  Deed ofOrder() {
    return new Deed(verb, blanks, offered, look, note, false);
  }

  /**
   * What one would type. Where nothing at all is filled in, chat says what is missing; a gap before
   * other words would make another sentence of it.
   */
  String sentence(CaseNumber number, Map<String, List<String>> filled) {
    if (blanks.stream().anyMatch(blank -> !words(blank, filled).isEmpty())) {
      blanks.stream()
          .filter(blank -> blank.needed() && words(blank, filled).isEmpty())
          .findFirst()
          .ifPresent(
              blank -> {
                throw new Refused("没有办理：请填写“" + blank.label() + "”，再按一次。");
              });
    }
    return blanks.stream()
        .map(blank -> said(blank, filled))
        .collect(Collectors.joining("", verb + (numbered ? " " + number : ""), ""));
  }

  private static String said(Blank blank, Map<String, List<String>> filled) {
    String words = words(blank, filled);
    return words.isEmpty() ? "" : " " + (blank.before() + " " + words).strip();
  }

  private static String words(Blank blank, Map<String, List<String>> filled) {
    return filled.getOrDefault(blank.name(), List.of()).stream()
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining("、"));
  }
}
