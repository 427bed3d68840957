package cn.gridcase.disposal;

import cn.gridcase.cases.CaseNumber;
import cn.gridcase.chat.ChatCommand;
import cn.gridcase.chat.Expectation;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.Said;
import cn.gridcase.chat.ShownPhoto;
import cn.gridcase.chat.ShownPlace;
import cn.gridcase.roster.Person;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** After 签收, free words and photos are what the person did, and a place is where they stand. */
@ApplicationScoped
@Priority(ChatCommand.EXPECTED)
class AccountCommand implements ChatCommand {
  private final Disposal disposal;

  @Inject
  AccountCommand(Disposal disposal) {
    this.disposal = disposal;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    return expected(said.expectation(), said.speaker())
        .map(
            number -> {
              disposal.told(number, said.speaker(), said.text(), said.now());
              return Reply.line(noted(number));
            });
  }

  @Override
  public Optional<Reply> see(ShownPhoto photo) {
    return expected(photo.expectation(), photo.speaker())
        .map(
            number -> {
              int count = disposal.shown(number, photo.speaker(), photo.mediaId(), photo.now());
              return Reply.line("照片已记入案件" + number + "的处理情况，共" + count + "张。稍后请在卡片上选择处置结果并提交。");
            });
  }

  @Override
  public Optional<Reply> see(ShownPlace place) {
    return expected(place.expectation(), place.speaker())
        .map(
            number -> {
              disposal.stands(number, place.speaker(), place.place(), place.now());
              return Reply.line("位置已记入案件" + number + "，用来核对照片离现场多远。处理后请发照片，或回复一句处理情况。");
            });
  }

  /** The case they were asked about; if it went on without them, this is a new matter again. */
  private Optional<CaseNumber> expected(Expectation expectation, Person person) {
    return Optional.of(expectation)
        .filter(each -> each.is(Disposal.ACCOUNT))
        .map(each -> new CaseNumber(each.subject()))
        .filter(number -> disposal.isWaitingFor(number, person));
  }

  static String noted(CaseNumber number) {
    return "已记入案件" + number + "的处理情况。稍后请在卡片上选择处置结果并提交；要上报新的风险，请以“上报”开头。";
  }
}
