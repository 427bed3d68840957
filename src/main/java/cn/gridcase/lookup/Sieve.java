package cn.gridcase.lookup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 筛选: which open cases a list shows, and by which links one narrows it down further.
 *
 * @param page the list's address
 * @param facets the sides it may be narrowed down on
 * @param chosen what was chosen of each; a side of which nothing was chosen is not in it
 */
record Sieve(String page, List<Facet> facets, Map<Facet, String> chosen) {
  Sieve {
    facets = List.copyOf(facets);
    chosen = Map.copyOf(chosen);
  }

  /** One side, as a row of links. */
  public record Row(String title, boolean chosen, List<Chip> chips) {}

  /**
   * A link; of the one that is chosen, it lets go.
   *
   * @param count how many cases it shows
   */
  public record Chip(String words, int count, String address, boolean chosen) {}

  /** As asked for by an address's parameters, of which there may be others. */
  static Sieve asked(String page, List<Facet> facets, Map<String, List<String>> parameters) {
    Map<Facet, String> chosen = new EnumMap<>(Facet.class);
    for (Facet facet : facets) {
      parameters.getOrDefault(facet.word(), List.of()).stream()
          .filter(word -> !word.isEmpty())
          .findFirst()
          .ifPresent(word -> chosen.put(facet, word));
    }
    return new Sieve(page, facets, chosen);
  }

  List<OpenCases.Line> of(List<OpenCases.Line> all) {
    return all.stream().filter(line -> holds(line, facets)).toList();
  }

  /** This list's own address. */
  String address() {
    return address(chosen);
  }

  List<Row> rows(List<OpenCases.Line> all) {
    return facets.stream()
        .map(facet -> row(facet, all))
        .filter(row -> !row.chips().isEmpty())
        .toList();
  }

  private Row row(Facet facet, List<OpenCases.Line> all) {
    List<Facet> others = facets.stream().filter(other -> other != facet).toList();
    Map<String, Long> counts =
        all.stream()
            .filter(line -> holds(line, others))
            .flatMap(line -> facet.of(line).stream())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    String mine = chosen.getOrDefault(facet, "");
    // Chosen before, and no longer there: its link lets go of it all the same.
    Stream<String> words =
        Stream.concat(counts.keySet().stream(), Stream.of(mine).filter(word -> !word.isEmpty()));
    return new Row(
        facet.chinese(),
        !mine.isEmpty(),
        words
            .distinct()
            .map(word -> chip(facet, word, counts.getOrDefault(word, 0L).intValue()))
            .sorted(Comparator.comparingInt(Chip::count).reversed().thenComparing(Chip::words))
            .toList());
  }

  private Chip chip(Facet facet, String word, int count) {
    boolean isChosen = word.equals(chosen.get(facet));
    Map<Facet, String> next = new EnumMap<>(Facet.class);
    next.putAll(chosen);
    if (isChosen) {
      next.remove(facet);
    } else {
      next.put(facet, word);
    }
    return new Chip(word, count, address(next), isChosen);
  }

  private boolean holds(OpenCases.Line line, List<Facet> by) {
    return by.stream()
        .filter(chosen::containsKey)
        .allMatch(facet -> facet.of(line).contains(chosen.get(facet)));
  }

  private String address(Map<Facet, String> of) {
    String query =
        facets.stream()
            .filter(of::containsKey)
            .map(facet -> facet.word() + "=" + URLEncoder.encode(of.get(facet), UTF_8))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? page : page + "?" + query;
  }
}
