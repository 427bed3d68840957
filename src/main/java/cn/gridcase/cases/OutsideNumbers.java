package cn.gridcase.cases;

import cn.gridcase.cases.OutsideNumber.Kind;
import cn.gridcase.database.Database;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** 外部编号: by what others know which case; the history says who wrote it down and struck it out. */
@ApplicationScoped
public class OutsideNumbers {
  /** What is said wherever a case with a legal number ends. */
  private static final String NOT_THE_LEGAL_END = "这里结案只表示本系统内办结；行政处罚案件由执法部门依法另行办理，不以此为准。";

  private final Database database;

  @Inject
  OutsideNumbers(Database database) {
    this.database = database;
  }

  void on(@Observes @Priority(5) CaseMoved moved) {
    long id = moved.file().id();
    if (moved.move() instanceof LinkLegalCase link) {
      add(id, new OutsideNumber(Kind.LEGAL, link.code(), "", link.leg()), moved.now());
    }
    if (moved.move() instanceof UnlinkLegalCase unlink) {
      database.change(
          "UPDATE outside_number SET removed_at = ?"
              + " WHERE case_id = ? AND kind = 'LEGAL' AND number = ? AND removed_at IS NULL",
          moved.now(),
          id,
          unlink.code());
    }
    if (moved.move() instanceof DistrictWord word && word.kind() == DistrictWord.Kind.RECEIPT) {
      String unit = moved.file().assignment().map(Assignment::unit).orElseThrow();
      add(id, new OutsideNumber(Kind.DISTRICT, word.words(), unit, ""), moved.now());
    }
    if (moved.move() instanceof NoteAssigned noted) {
      add(id, new OutsideNumber(Kind.ASSIGNED, noted.number(), "", ""), moved.now());
    }
    if (moved.move() instanceof SendAway away) {
      add(id, new OutsideNumber(Kind.SENT_AWAY, away.receipt(), away.to(), ""), moved.now());
    }
  }

  private void add(long id, OutsideNumber one, Instant now) {
    database.change(
        "INSERT INTO outside_number (case_id, kind, number, holder, leg, added_at)"
            + " SELECT ?, ?, ?, ?, ?, ? WHERE NOT EXISTS (SELECT FROM outside_number"
            + " WHERE case_id = ? AND kind = ? AND number = ? AND leg = ? AND removed_at IS NULL)",
        id,
        one.kind(),
        one.number(),
        one.holder(),
        one.leg(),
        now,
        id,
        one.kind(),
        one.number(),
        one.leg());
  }

  /** Those of one case, in the order they were written down. */
  public List<OutsideNumber> of(CaseFile file) {
    return database.list(
        "SELECT kind, number, holder, leg FROM outside_number"
            + " WHERE case_id = ? AND removed_at IS NULL ORDER BY id",
        row ->
            new OutsideNumber(
                Kind.valueOf(row.getString("kind")),
                row.getString("number"),
                row.getString("holder"),
                row.getString("leg")),
        file.id());
  }

  /** 案号: all of one case as they are read; empty if it has none. */
  public String legalOf(CaseFile file) {
    return of(file).stream()
        .filter(each -> each.kind() == Kind.LEGAL)
        .map(OutsideNumber::said)
        .collect(Collectors.joining("、"));
  }

  /**
   * 案号 and what closing means for it, as a line before what a unit says it did; empty if it has
   * none.
   */
  public String legalLine(CaseFile file) {
    String numbers = legalOf(file);
    return numbers.isEmpty() ? "" : "案号：" + numbers + "（结案只是本系统办结，不是行政处罚案件办结）\n";
  }

  /**
   * What whoever is told of the end of a case has to know, too; empty if it has no legal number.
   */
  public String noteOn(CaseFile file) {
    return legalOf(file).isEmpty() ? "" : NOT_THE_LEGAL_END;
  }

  /** Whether the case has this legal number. */
  public boolean isLegalOf(CaseFile file, String code) {
    return of(file).stream()
        .anyMatch(each -> each.kind() == Kind.LEGAL && each.number().equals(code));
  }

  /** 移送: who has the case now, and by what number. */
  public Optional<OutsideNumber> sentAway(CaseFile file) {
    return of(file).stream().filter(each -> each.kind() == Kind.SENT_AWAY).findFirst();
  }
}
