package cn.gridcase.web;

import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * 登录: the browsers that are signed in; only this class writes their table. Everything here happens
 * in the caller's transaction.
 */
@ApplicationScoped
class Sessions {
  /** A browser that nobody used for so long has to ask again who sits there. */
  static final Duration IDLE = Duration.ofHours(12);

  /** And every browser after so long. */
  static final Duration LONGEST = Duration.ofDays(7);

  private static final Duration EXACT = Duration.ofMinutes(1);

  private static final String FORGET =
      "DELETE FROM web_session WHERE seen_at <= ? OR begun_at <= ?";
  private static final String BEGIN =
      "INSERT INTO web_session (token_hash, userid, begun_at, seen_at) VALUES (?, ?, ?, ?)";
  private static final String WHOSE =
      "SELECT userid FROM web_session WHERE token_hash = ? AND seen_at > ? AND begun_at > ?";
  private static final String SEEN =
      "UPDATE web_session SET seen_at = ? WHERE token_hash = ? AND seen_at < ?";
  private static final String END = "DELETE FROM web_session WHERE token_hash = ?";

  private final Database database;

  @Inject
  Sessions(Database database) {
    this.database = database;
  }

  /** Somebody signed in; those who went without a word are let go of by the way. */
  Token begin(String userid, Instant now) {
    database.change(FORGET, now.minus(IDLE), now.minus(LONGEST));
    Token token = Token.random();
    database.change(BEGIN, token.hash(), userid, now, now);
    return token;
  }

  /** Whose browser this is, if it is still signed in. */
  Optional<String> userid(Token token, Instant now) {
    Optional<String> userid =
        database.first(
            WHOSE, row -> row.getString(1), token.hash(), now.minus(IDLE), now.minus(LONGEST));
    if (userid.isPresent()) {
      database.change(SEEN, now, token.hash(), now.minus(EXACT));
    }
    return userid;
  }

  void end(Token token) {
    database.change(END, (Object) token.hash());
  }
}
