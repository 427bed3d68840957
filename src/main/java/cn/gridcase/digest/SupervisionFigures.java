package cn.gridcase.digest;

import cn.gridcase.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** 督办单: the orders that are not closed, as a digest tells of them. */
@ApplicationScoped
class SupervisionFigures {
  private static final int SHOWN = 10;

  private final Database database;

  @Inject
  SupervisionFigures(Database database) {
    this.database = database;
  }

  private record Standing(String number, boolean overdue, boolean instruction, boolean answered) {}

  /** How many, how many of them overdue, and their numbers, those overdue first. */
  String said(Instant now) {
    List<Standing> standing =
        database.list(
            """
            SELECT number, owed AND coalesce(due_at < ?, false) AS overdue,
                   basis = 'INSTRUCTED' AS instruction, answered_at IS NOT NULL AS answered
              FROM supervision_order_now WHERE closed_at IS NULL
             ORDER BY overdue DESC, issued_at, number
            """,
            row ->
                new Standing(
                    row.getString("number"),
                    row.getBoolean("overdue"),
                    row.getBoolean("instruction"),
                    row.getBoolean("answered")),
            now);
    return standing.isEmpty() ? "督办单：无未办结" : counted(standing);
  }

  /** 批示 issued since the issue before, and how far each has got; empty if there were none. */
  String instructed(DigestFigures.Span span) {
    List<String> lines =
        database.list(
            """
            SELECT number, closed_at IS NOT NULL AS closed, answered_at IS NOT NULL AS answered
              FROM supervision_order_now
             WHERE basis = 'INSTRUCTED' AND issued_at >= ? AND issued_at < ?
             ORDER BY issued_at, number
            """,
            row ->
                row.getString("number")
                    + (row.getBoolean("closed")
                        ? "已办结"
                        : row.getBoolean("answered") ? "已回复" : "待回复"),
            span.began(),
            span.now());
    return lines.isEmpty()
        ? ""
        : "\n批示：上一期以来%d件：%s%s"
            .formatted(
                lines.size(),
                lines.stream().limit(SHOWN).collect(Collectors.joining("、")),
                lines.size() > SHOWN ? "等" + lines.size() + "件" : "");
  }

  private static String line(Standing one) {
    String instruction = one.instruction() ? "（领导批示，" + (one.answered() ? "已回复" : "待回复") + "）" : "";
    return one.number() + instruction + (one.overdue() ? "（超期）" : "");
  }

  private static String counted(List<Standing> standing) {
    String numbers =
        standing.stream()
            .limit(SHOWN)
            .map(SupervisionFigures::line)
            .collect(Collectors.joining("、"));
    return "督办单：未办结%d件，其中超期未回复%d件：%s%s"
        .formatted(
            standing.size(),
            standing.stream().filter(Standing::overdue).count(),
            numbers,
            standing.size() > SHOWN ? "等" + standing.size() + "件" : "");
  }
}
