package cn.gridcase.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A long list on a card whose dropdown holds ten: the likeliest nine and 更多, never cut silently.
 */
public final class OptionPages {
  private static final int MOST = 10;
  private static final String NEXT = "page:";
  private static final Pattern ASKED = Pattern.compile(NEXT + "(\\d{1,4})");

  private OptionPages() {}

  /** The options of one page; page 0 holds the likeliest. */
  public static List<Card.Option> page(List<Card.Option> ranked, int page) {
    if (ranked.size() <= MOST) {
      return ranked;
    }
    int pages = (ranked.size() + MOST - 2) / (MOST - 1);
    int from = Math.floorMod(page, pages) * (MOST - 1);
    var options = new ArrayList<>(ranked.subList(from, Math.min(from + MOST - 1, ranked.size())));
    options.add(new Card.Option(NEXT + (page + 1), "更多…"));
    return List.copyOf(options);
  }

  /** The page asked for, if 更多 was chosen instead of an option. */
  public static Optional<Integer> asked(String chosen) {
    return Optional.of(ASKED.matcher(chosen))
        .filter(Matcher::matches)
        .map(asked -> Integer.valueOf(asked.group(1)));
  }
}
