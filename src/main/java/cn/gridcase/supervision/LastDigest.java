package cn.gridcase.supervision;

import cn.gridcase.cases.CaseNumber;
import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The digest that somebody was sent last, and what its lines are about. */
@ApplicationScoped
class LastDigest {
  private static final Pattern LINE =
      Pattern.compile("(?m)^(\\d{1,2})\\. (" + CaseNumber.PATTERN + ") ");

  private final Database database;

  @Inject
  LastDigest(Database database) {
    this.database = database;
  }

  /** As it was kept; empty if they had none for a week: nobody answers an older one. */
  Optional<String> of(String userid) {
    return database.first(
        "SELECT text FROM digest_sent WHERE recipient = ? AND posted"
            + " AND made_at > service_now() - interval '7 days' ORDER BY made_at DESC LIMIT 1",
        row -> row.getString(1),
        userid);
  }

  /** The case in a line of that number. */
  static Optional<CaseNumber> caseIn(String digest, int line) {
    Matcher each = LINE.matcher(digest);
    while (each.find()) {
      if (Integer.parseInt(each.group(1)) == line) {
        return Optional.of(new CaseNumber(each.group(2)));
      }
    }
    return Optional.empty();
  }

  /** Its first line, such as 日报 11月28日. */
  static String titleOf(String digest) {
    return digest.lines().findFirst().orElse("简报");
  }
}
