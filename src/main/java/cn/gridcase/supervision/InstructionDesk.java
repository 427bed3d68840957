package cn.gridcase.supervision;

import cn.gridcase.Refused;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.Supervise;
import cn.gridcase.cases.SupervisionOrder;
import cn.gridcase.chat.Said;
import cn.gridcase.roster.RosterFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 批示: what a leader says of a case, of a line of their digest, or of all of it. */
@ApplicationScoped
class InstructionDesk {
  private static final String SPACES = "[\\s:：，,]";

  /** 批示第3条 今天办完, or 第3条 今天办完; 第3条胡同 is a place. */
  private static final Pattern LINE =
      Pattern.compile(
          "(?:批示\\s*第\\s*(\\d{1,2})\\s*条" + SPACES + "*|第\\s*(\\d{1,2})\\s*条" + SPACES + "+)(.*)",
          Pattern.DOTALL);

  /** Whoever asks how a case stands says nothing of what is to be done. */
  private static final Pattern QUESTION =
      Pattern.compile(".*(?:[?？吗呢]|办到哪了|怎么样了)。?", Pattern.DOTALL);

  /** 20261123-007 今天办完. */
  private static final Pattern CASE =
      Pattern.compile("(" + CaseNumber.PATTERN + ")" + SPACES + "+(.+)", Pattern.DOTALL);

  /** 批示 简报 超期的要抓紧; the word 简报 may be left out, but 批示已阅 is no instruction. */
  private static final Pattern WHOLE =
      Pattern.compile(
          "批示(?:" + SPACES + "*(?:简报|日报|周报)" + SPACES + "*|" + SPACES + "+|$)(.*)", Pattern.DOTALL);

  /** Means one case, and does not name it: 批示 20261123-7, 批示 第三条. */
  private static final Pattern MISNAMED =
      Pattern.compile(
          "批示" + SPACES + "*(?:\\d{5,}|\\d+\\s*[-－—–]\\s*\\d|第\\s*\\S{1,4}\\s*条).*",
          Pattern.DOTALL);

  private final OrderDesk desk;
  private final DigestOrderDesk digestDesk;
  private final CaseFiles caseFiles;
  private final LastDigest digests;
  private final RosterFile roster;

  @Inject
  InstructionDesk(
      OrderDesk desk,
      DigestOrderDesk digestDesk,
      CaseFiles caseFiles,
      LastDigest digests,
      RosterFile roster) {
    this.desk = desk;
    this.digestDesk = digestDesk;
    this.caseFiles = caseFiles;
    this.digests = digests;
    this.roster = roster;
  }

  /** What was said, if it is an instruction that does not begin with 批示 and a case. */
  Optional<String> heard(Said said) {
    Matcher line = LINE.matcher(said.text());
    Matcher whole = WHOLE.matcher(said.text());
    boolean isLine = line.matches();
    boolean isMisnamed = MISNAMED.matcher(said.text()).matches();
    boolean isCommanded = whole.matches() || isMisnamed;
    if (!Supervise.mayInstruct(said.speaker())) {
      return refused(isCommanded);
    }
    Optional<String> digest = digests.of(said.speaker().userid());
    if (isLine && (isCommanded || digest.isPresent())) {
      String place = Optional.ofNullable(line.group(1)).orElseGet(() -> line.group(2));
      return Optional.of(ofLine(Integer.parseInt(place), line.group(3).strip(), digest, said));
    }
    if (isMisnamed) {
      throw new Refused(
          "没有看懂批示的是哪一件案件，没有转出。请写完整的案件编号，例如：批示 20261123-007 请今天处理完；" + "对简报里一条的，例如：批示 第3条 请今天处理完");
    }
    return isCommanded
        ? Optional.of(ofWhole(whole.group(1).strip(), digest, said))
        : digest.flatMap(text -> replied(text, said));
  }

  private String ofWhole(String words, Optional<String> digest, Said said) {
    if (QUESTION.matcher(words).matches()) {
      throw new Refused("这像是在问情况，没有当作批示。看今天的情况请发：简报；要批示的请写明要求，例如：批示 简报 超期的本周清零");
    }
    return digestDesk.issue(words, digest, said);
  }

  private static Optional<String> refused(boolean isCommanded) {
    if (isCommanded) {
      throw new Refused("领导才能批示。如需办理，请联系指挥中心。");
    }
    return Optional.empty();
  }

  /** A reply to the digest names a case that stands in it. */
  private Optional<String> replied(String digest, Said said) {
    Matcher named = CASE.matcher(said.text());
    return named.matches()
            && digest.contains(named.group(1))
            && !QUESTION.matcher(named.group(2)).matches()
        ? Optional.of(ofCase(new CaseNumber(named.group(1)), named.group(2).strip(), said))
        : Optional.empty();
  }

  private String ofLine(int place, String words, Optional<String> digest, Said said) {
    CaseNumber number =
        digest
            .flatMap(text -> LastDigest.caseIn(text, place))
            .orElseThrow(() -> new Refused(unknown(place)));
    return ofCase(number, words, said);
  }

  private static String unknown(int place) {
    return "最近一期简报里没有第" + place + "条案件。请写案件编号，例如：批示 20261123-007 请今天处理完；对整期简报的，请回复：批示 简报 要求";
  }

  /** To whoever owes the next step of the case. */
  String ofCase(CaseNumber number, String words, Said said) {
    if (Supervise.mayInstruct(said.speaker()) && QUESTION.matcher(words).matches()) {
      throw new Refused(
          "这像是在问进度，没有当作批示。查进度请发案件编号：%1$s；要批示的请写明要求，例如：批示 %1$s 请今天处理完".formatted(number));
    }
    String order = desk.instruct(number, Demand.parse(words), said.speaker(), said.now());
    String code = Supervise.receiver(caseFiles.numbered(number));
    String receiver = SupervisionOrder.receiver(code, roster.inForce());
    return "批示已转案件%s的承办方（%s），督办单：督 %s。对方回复后会告诉您。".formatted(number, receiver, order);
  }
}
