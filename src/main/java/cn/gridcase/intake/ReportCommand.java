package cn.gridcase.intake;

import cn.gridcase.chat.ChatCommand;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.Said;
import cn.gridcase.chat.ShownPhoto;
import cn.gridcase.chat.ShownPlace;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Any other words, photo or place are a report, as they would be in the group. */
@ApplicationScoped
@Priority(ChatCommand.FREE)
class ReportCommand implements ChatCommand {
  static final Reply ACKNOWLEDGED = Reply.line("收到，请稍等，马上给您一张上报卡片确认。也可以接着补充。");

  /** Shorter words do not say a place and what happened there; but they may complete a draft. */
  private static final int FEWEST_CHARACTERS = 4;

  private final Intake intake;

  @Inject
  ReportCommand(Intake intake) {
    this.intake = intake;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    if (isNoReport(said)) {
      return Optional.of(Reply.line("您好。发现风险请直接发一句话，说明哪里、什么情况，例如：台湖村口消防通道被堵。回复“帮助”看用法。"));
    }
    intake.told(said.speaker(), said.text(), said.now());
    return Optional.of(ACKNOWLEDGED);
  }

  @Override
  public Optional<Reply> see(ShownPhoto photo) {
    int count = intake.shown(photo.speaker(), photo.mediaId(), photo.now());
    return Optional.of(Reply.line("收到照片，共" + count + "张。没说清楚的可以接着补充，说清楚了请等一下卡片。"));
  }

  @Override
  public Optional<Reply> see(ShownPlace place) {
    intake.found(place.speaker(), place.place(), place.label(), place.now());
    return Optional.of(Reply.line("收到位置。没说清楚的可以接着补充，说清楚了请等一下卡片。"));
  }

  private boolean isNoReport(Said said) {
    boolean few = said.text().codePointCount(0, said.text().length()) < FEWEST_CHARACTERS;
    return said.isCourtesy() || (few && !intake.isDrafting(said.speaker()));
  }
}
