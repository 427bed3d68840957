package cn.gridcase.sandbox;

import cn.gridcase.sandbox.company.CardFace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 内置故事: one report from the first message to the closed case, a step a method. */
public final class Story {
  private static final String REPORT = "台湖村口消防通道被堵";
  private static final String ACCOUNT = "已联系车主挪车，消防通道恢复畅通";
  private static final Duration QUIET = Duration.ofSeconds(5);
  private static final Pattern NUMBER = Pattern.compile("\\d{8}-\\d{3,}");

  private final Sandbox sandbox;
  private final Consumer<String> teller;
  private final Chat reporter;
  private final Chat dispatcher;
  private final int before;
  private String number = "";

  public Story(Sandbox sandbox) {
    this(sandbox, sentence -> {});
  }

  /**
   * @param teller hears each sentence as its step has been done
   */
  public Story(Sandbox sandbox, Consumer<String> teller) {
    this.sandbox = sandbox;
    this.teller = teller;
    this.reporter = sandbox.chatsOf("网格员").get(0);
    this.dispatcher = sandbox.chatsOf("派遣员").get(0);
    this.before = sandbox.ledger().entries().size();
  }

  /**
   * Plays it all; returns the number of the case.
   *
   * @throws AssertionError with the conversation of whoever did not see what they should
   */
  public String play() {
    workerWrites();
    workerGetsTheDraft();
    workerFiles();
    dispatcherGetsTheCase();
    dispatcherDispatches();
    otherDispatchersSeeByWhom();
    Chat unit = unitSigns();
    unitWritesWhatItDid(unit);
    unitHandsIn(unit);
    verifierPasses(unit);
    reporterIsTold();
    nothingWasAgainstTheRules();
    return number;
  }

  private void workerWrites() {
    int before = reporter.bubbles().size();
    reporter.says(REPORT);
    if (!sandbox.eventually(() -> reporter.bubbles().size() > before + 1)) {
      throw new AssertionError("nothing was answered\n" + reporter);
    }
    tell(name(reporter) + "发现情况，写道：“" + REPORT + "”。机器人当即回话：“" + reporter.lastReply() + "”");
  }

  private void workerGetsTheDraft() {
    sandbox.passTime(QUIET);
    reporter.shouldBeAbleToPress("上报");
    tell("安静几秒后，" + name(reporter) + "收到一张草稿卡片：" + title(reporter.newestCard()));
  }

  private void workerFiles() {
    reporter.presses("上报");
    if (!sandbox.eventually(this::readsTheNumber)) {
      throw new AssertionError("no case number\n" + reporter);
    }
    reporter.shouldHear(number, "截止");
    tell(name(reporter) + "按“上报”，卡片变成已上报，写着案件编号 " + number + " 和截止时间");
  }

  private void dispatcherGetsTheCase() {
    dispatcher.shouldHear(number).shouldBeAbleToPress("派遣");
    tell(name(dispatcher) + "收到待派遣卡片，已选好建议的单位：" + title(dispatcher.newestCard()));
  }

  private void dispatcherDispatches() {
    dispatcher.presses("派遣", number).shouldHear(number, "已由" + name(dispatcher));
    tell(name(dispatcher) + "按“派遣”，案件派了出去");
  }

  private void otherDispatchersSeeByWhom() {
    for (Chat other : sandbox.chatsOf("派遣员")) {
      other.shouldHear(number, "已由" + name(dispatcher));
    }
    tell("其他派遣员的卡片变灰，写着已由" + name(dispatcher) + "处理，不会派两次");
  }

  private Chat unitSigns() {
    Chat unit = whoCanPress("处置人员", "签收");
    unit.presses("签收", number).shouldHear(number, "签收");
    tell(unit.member().department() + "的" + name(unit) + "收到新任务，按“签收”");
    return unit;
  }

  private void unitWritesWhatItDid(Chat unit) {
    unit.says(ACCOUNT);
    sandbox.passTime(QUIET);
    unit.shouldBeAbleToPress("提交");
    tell(name(unit) + "处理完，写道：“" + ACCOUNT + "”，收到提交结果的卡片");
  }

  /** The second outcome, so that it is a choice and not what was there untouched. */
  private void unitHandsIn(Chat unit) {
    List<String> outcomes =
        new ArrayList<>(unit.newestCard().questions().get(0).options().values());
    String outcome = outcomes.get(Math.min(1, outcomes.size() - 1));
    unit.chooses(outcome).presses("提交").shouldHear(number, "已提交");
    tell(name(unit) + "选择“" + outcome + "”，按“提交”");
  }

  private void verifierPasses(Chat unit) {
    Chat verifier = whoCanPress("核查员", "通过");
    if (verifier.member().equals(unit.member())) {
      throw new AssertionError("the doer may not verify\n" + verifier);
    }
    verifier.presses("通过", number).shouldHear(number, "通过");
    tell("没有参与处置的核查员" + name(verifier) + "看过，按“通过”");
  }

  private void reporterIsTold() {
    reporter.shouldHear(number, "结案");
    tell(name(reporter) + "收到：“" + reporter.lastReply() + "”");
  }

  private void nothingWasAgainstTheRules() {
    if (!sandbox.violations().isEmpty()) {
      throw new AssertionError("against the rules of the wire: " + sandbox.violations());
    }
    tell("从一句话到结案，全程 " + (sandbox.ledger().entries().size() - before) + " 次往来，没有一处违反接口规则");
  }

  private Chat whoCanPress(String role, String button) {
    List<Chat> chats = sandbox.chatsOf(role);
    boolean found =
        sandbox.eventually(() -> chats.stream().anyMatch(it -> it.canPress(button, number)));
    if (!found) {
      throw new AssertionError("no " + role + " can press " + button + " for " + number);
    }
    return chats.stream().filter(it -> it.canPress(button, number)).findFirst().orElseThrow();
  }

  private boolean readsTheNumber() {
    Matcher found = NUMBER.matcher(reporter.newestCard().card().toString());
    boolean there = found.find();
    if (there) {
      number = found.group();
    }
    return there;
  }

  private void tell(String sentence) {
    teller.accept(sentence);
  }

  private static String name(Chat chat) {
    return chat.member().name();
  }

  private static String title(CardFace face) {
    return "“" + face.card().path("main_title").path("title").asText() + "”";
  }
}
