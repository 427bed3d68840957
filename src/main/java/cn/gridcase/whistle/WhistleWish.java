package cn.gridcase.whistle;

import cn.gridcase.Refused;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.WhistleKind;
import cn.gridcase.roster.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What whistle somebody wants to blow; on a card the reason is still to come. */
record WhistleWish(CaseNumber number, WhistleKind kind, List<Unit> called, String reason) {
  /** 应急 叫 城管执法队、消防站 理由 …: all parts but the names may be spelt a little otherwise. */
  private static final Pattern TYPED =
      Pattern.compile(
          "(?:(日常|攻坚|应急)哨?)?[\\s:：，,]*(?:叫上|叫|喊|给|请)?\\s*(.*?)"
              + "(?:[\\s，,。；;]*(?:理由|原因)(?:是|为)?[\\s:：，,]*(.*))?",
          Pattern.DOTALL);

  WhistleWish {
    called = List.copyOf(called);
  }

  /**
   * Reads what was typed after the number.
   *
   * @param kind as typed elsewhere in the line; empty if it was not
   */
  static WhistleWish in(CaseNumber number, String kind, String rest, Function<String, Unit> named) {
    Matcher typed = TYPED.matcher(rest);
    if (!typed.matches()) {
      throw new IllegalStateException("the form takes anything");
    }
    String said = Optional.ofNullable(typed.group(1)).orElse(kind);
    WhistleKind which =
        WhistleKind.named(said)
            .orElseThrow(
                () ->
                    new Refused(
                        "请写明是日常哨、攻坚哨还是应急哨，例如：吹哨 %s 应急 叫 城管执法队、消防站 理由 占道经营堵住消防通道"
                            .formatted(number)));
    List<Unit> units =
        Arrays.stream(typed.group(2).split("[\\s、，,。；;]+"))
            .filter(name -> !name.isBlank() && !name.equals("到场"))
            .map(named)
            .toList();
    String reason = Optional.ofNullable(typed.group(3)).orElse("").strip();
    return new WhistleWish(number, which, units, reason);
  }

  /** As it is remembered in a conversation, while its reason is awaited. */
  String subject() {
    return number
        + " "
        + kind.name()
        + " "
        + called.stream().map(Unit::code).collect(Collectors.joining(","));
  }

  /** Reads {@link #subject}; a unit that has gone from the roster since is left out. */
  static WhistleWish remembered(
      String subject, String reason, Function<String, Optional<Unit>> named) {
    String[] parts = subject.split(" ", 3);
    return new WhistleWish(
        new CaseNumber(parts[0]),
        WhistleKind.valueOf(parts[1]),
        Arrays.stream(parts[2].split(",")).flatMap(code -> named.apply(code).stream()).toList(),
        reason);
  }

  /** 应急哨，叫城管执法队、消防站. */
  String said() {
    return kind.chinese() + "，叫" + called.stream().map(Unit::name).collect(Collectors.joining("、"));
  }
}
