package cn.gridcase.cases;

import cn.gridcase.Refused;
import java.time.Instant;
import java.util.Set;

/**
 * 区级回执, 区级进展: what the district lets the town know, written down by the command centre or its
 * liaison. Its silence counts anew from then on.
 *
 * @param words the receipt's number 回执号, or how far it is
 */
public record DistrictWord(Kind kind, String words) implements Move {
  static final String RECEIPT_TERM = "区级回执";

  private static final int MOST_CHARACTERS = 200;
  private static final int LONGEST_NUMBER = 40;

  /** After these moves the district is not silent. */
  static final Set<String> TERMS =
      Set.of(Kind.RECEIPT.chinese(), Kind.PROGRESS.chinese(), SignFor.TERM, Progress.TERM);

  /** What it is about. */
  public enum Kind {
    /** 区级回执: the number by which the district knows it. */
    RECEIPT(RECEIPT_TERM, "请写回执号，例如：区级回执 %s 通住建字2026-118"),
    /** 区级进展: how far it is. */
    PROGRESS("区级进展", "请写区里办到哪一步，例如：区级进展 %s 已约谈施工单位");

    private final String chinese;
    private final String example;

    Kind(String chinese, String example) {
      this.chinese = chinese;
      this.example = example;
    }

    /** As typed and shown on screens. */
    public String chinese() {
      return chinese;
    }
  }

  @Override
  public String chinese() {
    return kind.chinese();
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    Assignment assignment = heldBy(file, actor, "写" + kind.chinese());
    if (words.isBlank()) {
      throw new Refused(kind.example.formatted(file.number()));
    }
    int most = kind == Kind.RECEIPT ? LONGEST_NUMBER : MOST_CHARACTERS;
    if (words.length() > most) {
      throw new Refused(kind.chinese() + "最多" + most + "个字，请写短一些。");
    }
    Change change =
        Change.to(Stage.DISPOSAL)
            .fact("unit", assignment.unit())
            .words(words)
            .effect(its -> heard(its.clock(), now));
    return kind == Kind.RECEIPT ? change.effect(its -> assignment.acknowledged(now)) : change;
  }

  /** The district's share of a case that is with it. */
  static Assignment heldBy(CaseFile file, Actor actor, String deed) {
    file.mustBeIn(Stage.DISPOSAL, deed);
    Assignment assignment = file.assignment().orElseThrow();
    if (!HandDown.mayBy(actor, assignment)) {
      throw new Refused("派遣员、值班长才能" + deed + "。如需办理，请联系指挥中心。");
    }
    if (!assignment.isOfDistrict()) {
      throw new Refused("案件" + file.number() + "没有提级，还在镇里办理，不能" + deed + "。回复案件编号可以看它办到哪了。");
    }
    return assignment;
  }

  /** The countdown of its silence ends; the rules begin another. */
  static void heard(CaseClock clock, Instant now) {
    clock.countdowns().stream()
        .filter(each -> each.kind() == CountdownKind.STAGE && each.isRunning())
        .filter(each -> each.name().equals(Categories.DISTRICT))
        .forEach(each -> each.end(now));
  }
}
