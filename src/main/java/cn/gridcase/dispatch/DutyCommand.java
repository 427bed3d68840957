package cn.gridcase.dispatch;

import cn.gridcase.Refused;
import cn.gridcase.chat.ChatCommand;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.Said;
import cn.gridcase.outbox.NewMessage;
import cn.gridcase.outbox.Outbox;
import cn.gridcase.roster.Duty;
import cn.gridcase.roster.Person;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 值班, 我值班, 交班 给 张三, 请假 3天 张三代, 销假: who gets new work, said by those who do it. */
@ApplicationScoped
@Priority(ChatCommand.EXACT)
class DutyCommand implements ChatCommand {
  private static final String ABOUT = "duty";
  private static final Pattern HANDING_OVER = Pattern.compile("交班(?:\\s*给\\s*|\\s+)(\\S+)");
  private static final Pattern LEAVE =
      Pattern.compile("请假\\s*(\\d{1,3})\\s*天(?:[\\s，,]*由?\\s*(\\S+?)\\s*代班?)?");

  private final Duty duty;
  private final DutyTexts texts;
  private final Outbox outbox;

  @Inject
  DutyCommand(Duty duty, DutyTexts texts, Outbox outbox) {
    this.duty = duty;
    this.texts = texts;
    this.outbox = outbox;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    return done(said).map(Reply::line);
  }

  private Optional<String> done(Said said) {
    Person speaker = said.speaker();
    return switch (said.text()) {
      case "值班", "值班表", "谁值班" -> Optional.of(texts.asked(speaker, said.now()));
      case "我值班" -> Optional.of(texts.of(duty.takeOn(speaker, said.now())));
      case "销假" -> {
        duty.back(speaker, said.now());
        yield Optional.of("已销假，新任务会照常发给您。");
      }
      case "交班" -> throw new Refused("交班要写交给谁，例如：交班 给 张三。");
      case "请假" -> throw new Refused("请假要写几天、谁代班，例如：请假 3天 张三代。没有人代班就写：请假 3天。");
      default -> handedOver(said).or(() -> onLeave(said));
    };
  }

  private Optional<String> handedOver(Said said) {
    Matcher line = HANDING_OVER.matcher(said.text());
    if (!line.matches()) {
      return Optional.empty();
    }
    Person taker = duty.handOver(said.speaker(), line.group(1), said.now());
    tell(taker, said.speaker().name() + "把今天的班交给了您，到24:00前新任务先发给您。", said);
    return Optional.of("已交班：到今天24:00，新任务先发给" + taker.name() + "。您手上已签收的案件还由您办理。");
  }

  private Optional<String> onLeave(Said said) {
    Matcher line = LEAVE.matcher(said.text());
    if (!line.matches()) {
      return Optional.empty();
    }
    int days = Integer.parseInt(line.group(1));
    Optional<Person> standby =
        duty.leave(said.speaker(), days, Optional.ofNullable(line.group(2)), said.now());
    String until = texts.until(said.speaker(), said.now());
    standby.ifPresent(
        one -> tell(one, said.speaker().name() + "请假到" + until + "，轮到他值班时由您代班。", said));
    return Optional.of(
        "已登记：请假到%s，%s。提前回来请回复“销假”。"
            .formatted(
                until, standby.map(one -> "由" + one.name() + "代班").orElse("这期间新任务发给您单位别的同事")));
  }

  private void tell(Person person, String text, Said said) {
    outbox.post(NewMessage.text(person.userid(), ABOUT, text, said.now()));
  }
}
