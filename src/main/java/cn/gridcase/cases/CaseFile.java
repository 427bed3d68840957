package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.grid.Grid;
import cn.gridcase.grid.Place;
import cn.gridcase.roster.Role;
import cn.gridcase.time.Due;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 案卷: the authoritative record of one case; it changes by moves alone, and only {@link CaseFiles}
 * applies them.
 */
@Entity
@Table(name = "case_file")
public class CaseFile {
  @Id private long id;

  private String number;

  @Enumerated(EnumType.STRING)
  private Stage stage = Stage.INTAKE;

  @Version private @Nullable Integer version;
  private String category;
  private @Nullable String community;
  private UUID reporter;
  @Embedded private @Nullable FoundAt found;
  private @Nullable String grid;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Embedded private Ending ending = new Ending();

  @Embedded private ChainHead history;

  @Embedded private Forwarding forwarding = new Forwarding();

  @Embedded private Assignments assignments = new Assignments();

  @Embedded private CaseClock clock = new CaseClock();

  @SuppressWarnings("NullAway.Init")
  protected CaseFile() {}

  CaseFile(long id, CaseNumber number, Category category, Scene scene, Instant now) {
    this.id = id;
    this.number = number.text();
    this.category = category.code();
    this.community = scene.community().orElse(null);
    this.grid = scene.grid().map(Grid::code).orElse(null);
    this.found = scene.place().map(FoundAt::new).orElse(null);
    this.reporter = UUID.randomUUID();
    this.receivedAt = now;
    this.history = new ChainHead(HistoryEntry.origin(number));
  }

  /** Lets a move allow or refuse itself, and makes its change. */
  Change apply(Move move, Actor actor, Instant now) {
    Change change = move.decide(this, actor, now);
    change.effect().accept(this);
    stage = change.to();
    return change;
  }

  /** 案件编号. */
  public CaseNumber number() {
    return new CaseNumber(number);
  }

  /** 环节. */
  public Stage stage() {
    return stage;
  }

  /** Code of the category 类别. */
  public String category() {
    return category;
  }

  /** Code of the community 社区 whose grid it was found in, where that is known. */
  public Optional<String> community() {
    return Optional.ofNullable(community);
  }

  /** Code of the grid 网格 it was found in, where its place is known and lies in one. */
  public Optional<String> grid() {
    return Optional.ofNullable(grid);
  }

  /** Where it was found, as the reporter gave it. */
  public Optional<Place> place() {
    return Optional.ofNullable(found).map(FoundAt::place);
  }

  /** When the case is due 截止时间, once it is registered; empty while its clock stands still. */
  public Optional<Due> due() {
    return clock.due();
  }

  /** Code of the outcome 处置结果, once a result was handed in. */
  public Optional<String> outcome() {
    return ending.outcome();
  }

  /** 办结原因: why it ended without a result, to be counted; 其他 where none of the lists says. */
  public Optional<String> endReason() {
    return ending.reason();
  }

  /** How often it failed verification 返工次数. */
  public int reworked() {
    return ending.reworked();
  }

  /** How often it was opened once more 重办次数. */
  public int reopened() {
    return ending.reopened();
  }

  /** 主办: the assignment whose unit answers, or last answered, for the work. */
  public Optional<Assignment> assignment() {
    return assignments.lead();
  }

  /** 任务: who has the work, and who ever had it. */
  public Assignments assignments() {
    return assignments;
  }

  /** 转派: how often it was sent back. */
  public Forwarding forwarding() {
    return forwarding;
  }

  /** 计时. */
  public CaseClock clock() {
    return clock;
  }

  long id() {
    return id;
  }

  UUID reporter() {
    return reporter;
  }

  ChainHead history() {
    return history;
  }

  void mustBeIn(Stage expected, String deed) {
    if (stage != expected) {
      throw new Refused(
          "案件%s现在是“%s”，不能%s。回复案件编号可以看它办到哪了。".formatted(number, stage.chinese(), deed));
    }
  }

  Assignment assignmentOf(Actor actor, String deed) {
    actor.mustBe(deed, Role.UNIT_MEMBER);
    return actor
        .person()
        .unit()
        .flatMap(assignments::of)
        .orElseThrow(() -> new Refused("案件" + number + "不在您的单位，不能" + deed + "。"));
  }

  void mustBeDisinterested(Actor actor, boolean reporterMay) {
    if (assignments.wereDoneBy(actor.ref())) {
      throw new Refused("案件" + number + "是您处置的，要由其他人核查。");
    }
    if (!reporterMay && actor.ref().equals(reporter)) {
      throw new Refused("案件" + number + "是您上报的，要由其他人核查。");
    }
  }

  /** After a move: what is past ends or lapses, and what runs now has its deadline. */
  void keepTime(DeadlineRules rules, Instant now) {
    assignments.whistles().keep(this, now);
    clock.stand(this, rules.categories().stageOf(category, Situation.of(this)), now);
    clock.share(this, rules, now);
    if (stage != Stage.DISPOSAL) {
      clock.requests().open().ifPresent(left -> left.end(CaseRequest.State.LAPSED, now));
    }
    clock.derive(rules.calendar());
  }

  void assign(String unit, Part part, Instant now) {
    assignments.add(new Assignment(this, unit, part, now));
  }

  void result(Assignment assignment, Outcome handedIn, UUID actor, Instant now) {
    assignments.result(assignment, handedIn, actor, now);
    if (assignment.isLead()) {
      ending.handIn(handedIn, now);
      clock.ledger().resume(now);
    }
  }

  void nextLeg(Instant now) {
    clock.goOn(ending.resultAt(), now);
    String unit = assignment().orElseThrow().unit();
    ending.goOn();
    assign(unit, Part.LEAD, now);
  }

  void rework() {
    ending.rework();
    assignment().orElseThrow().redo();
  }

  void reopen(Terms leg, Instant now) {
    assignment().ifPresent(its -> its.end(now));
    ending.reopen();
    clock.plan(this, List.of(leg));
    clock.nextLeg().orElseThrow().start(now);
  }

  /** It ends without having been done. */
  void drop(String why, Instant now) {
    ending.because(why);
    assignments.end(now);
    end(now);
  }

  /** As if it had never ended. */
  void revive() {
    ending.revive().ifPresent(clock::revive);
  }

  void end(Instant now) {
    ending.close(now);
    clock.end(ending.resultAt(), now);
  }
}
