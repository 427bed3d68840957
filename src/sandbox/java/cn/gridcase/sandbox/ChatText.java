package cn.gridcase.sandbox;

import cn.gridcase.sandbox.company.Bubble;
import cn.gridcase.sandbox.company.CardButton;
import cn.gridcase.sandbox.company.CardFace;
import cn.gridcase.sandbox.company.Member;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** A conversation as plain text, for whoever reads why a test failed. */
final class ChatText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

  private ChatText() {}

  static String of(Member member, List<Bubble> bubbles) {
    String title = "—— " + member.name() + "（" + member.role() + "，" + member.userid() + "）——\n";
    return title
        + bubbles.stream().map(bubble -> line(member, bubble)).collect(Collectors.joining("\n"));
  }

  private static String line(Member member, Bubble bubble) {
    String who = bubble.mine() ? member.name() : "机器人";
    String kind = bubble.kind().equals("text") ? "" : "[" + bubble.kind() + "] ";
    return TIME.format(bubble.at())
        + " "
        + who
        + "："
        + kind
        + bubble.words()
        + bubble.face().map(ChatText::buttons).orElse("");
  }

  private static String buttons(CardFace face) {
    String buttons = face.buttons().stream().map(CardButton::text).collect(Collectors.joining("｜"));
    return buttons.isEmpty() ? "" : "\n        按钮：" + buttons;
  }
}
