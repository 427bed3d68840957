package cn.gridcase.verification;

import cn.gridcase.cases.CaseLine;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.chat.ChatCommand;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.Said;
import cn.gridcase.chat.ShownPhoto;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** 拍照核查 编号, and the photos that follow it: what a verifier found. */
@ApplicationScoped
@Priority(ChatCommand.EXPECTED)
class PhotoCommand implements ChatCommand {
  private final VerificationDesk desk;

  @Inject
  PhotoCommand(VerificationDesk desk) {
    this.desk = desk;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    return CaseLine.in(said.text())
        .filter(line -> line.verb().equals("拍照核查"))
        .map(line -> asked(line.number(), said));
  }

  private Reply asked(CaseNumber number, Said said) {
    desk.expectPhotos(number, said.speaker(), said.now());
    return Reply.line("请发案件" + number + "的现场照片，再回复“通过 %1$s”或“不通过 %1$s 原因”。".formatted(number));
  }

  @Override
  public Optional<Reply> see(ShownPhoto photo) {
    return Optional.of(photo.expectation())
        .filter(each -> each.is(VerificationDesk.PHOTOS))
        .map(each -> new CaseNumber(each.subject()))
        .filter(number -> desk.mayVerify(number, photo.speaker()))
        .map(
            number -> {
              desk.shown(number, photo.speaker(), photo.mediaId(), photo.now());
              return Reply.line("照片已记入案件" + number + "的核查。请在卡片上按“通过”或“不通过”。");
            });
  }
}
