package cn.gridcase.story;

import cn.gridcase.sandbox.Chat;
import cn.gridcase.sandbox.Sandbox;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** How a case gets to where a story begins, by what people type; every step is heard. */
final class Journey {
  /** After this much silence a card follows. */
  static final Duration QUIET = Duration.ofSeconds(4);

  /** Somebody who may sign, by the unit's name. */
  private static final Map<String, String> SIGNERS =
      Map.of("消防站", "孙伟", "应急安全办", "罗敏", "台湖村", "郭勇", "环卫中心", "黄涛");

  private static final Pattern NUMBER = Pattern.compile("\\d{8}-\\d{3,}");

  private final Sandbox sandbox;

  private Journey(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /** Begins where nobody has been sent anything for a while, so that no throttle is near. */
  static Journey begin() {
    Sandbox sandbox = Town.sandbox();
    sandbox.passTime(Duration.ofMinutes(2));
    return new Journey(sandbox);
  }

  /** A case that waits for a dispatcher; returns its number. */
  String reported(String reporter, String words) {
    String number = numberIn(heard(reporter, "上报 " + words, "收到，请稍等", "上报", "已上报，案件"));
    Town.runLoops();
    return number;
  }

  /** A case that waits for a unit. */
  String dispatched(String reporter, String words, String unit) {
    String number = reported(reporter, words);
    heard("王芳", "派遣 " + number + " 给 " + unit, "已派给" + unit);
    Town.runLoops();
    return number;
  }

  /** A case that somebody of the unit has signed for. */
  String signed(String reporter, String words, String unit) {
    String number = dispatched(reporter, words, unit);
    heard(signer(unit), "签收 " + number, "已签收案件" + number);
    Town.runLoops();
    return number;
  }

  /** A case that waits for a verifier. */
  String done(String reporter, String words, String unit) {
    String number = signed(reporter, words, unit);
    doneAgain(number, unit, "已按要求处理完毕");
    return number;
  }

  /** The unit hands in a result. */
  void doneAgain(String number, String unit, String account) {
    heard(
        signer(unit),
        "反馈 " + number + " " + account,
        "已记入案件" + number,
        "提交 " + number + " 已清理恢复",
        "已提交（已清理恢复）");
    Town.runLoops();
  }

  /** A case that is closed. */
  String closed(String reporter, String words, String unit) {
    String number = done(reporter, words, unit);
    heard("周明", "通过 " + number, "核查通过，已结案");
    Town.runLoops();
    return number;
  }

  /** The first case number in a text. */
  static String numberIn(String text) {
    var found = NUMBER.matcher(text);
    if (!found.find()) {
      throw new AssertionError("no case number in " + text);
    }
    return found.group();
  }

  /** Says lines, each followed by what its reply must contain; returns the last reply. */
  private String heard(String who, String... linesAndReplies) {
    Chat chat = sandbox.chat(who);
    for (int i = 0; i < linesAndReplies.length; i += 2) {
      chat.says(linesAndReplies[i]);
      if (!chat.lastReply().contains(linesAndReplies[i + 1])) {
        throw new AssertionError("no “" + linesAndReplies[i + 1] + "”\n" + chat);
      }
    }
    return chat.lastReply();
  }

  private static String signer(String unit) {
    if (!SIGNERS.containsKey(unit)) {
      throw new IllegalArgumentException(unit + " is not one of " + List.of(SIGNERS.keySet()));
    }
    return SIGNERS.getOrDefault(unit, "");
  }
}
