package cn.gridcase.whistle;

import cn.gridcase.cases.CaseLine;
import cn.gridcase.cases.CaseNumber;
import cn.gridcase.cases.WhistleKind;
import cn.gridcase.cases.WhistleWanted;
import cn.gridcase.chat.ChatCommand;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.Said;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** 吹哨 编号 应急 叫 单位、单位 理由 …, 到场 编号, 收哨 编号 总结, 评哨 编号 …. */
@ApplicationScoped
@Priority(ChatCommand.EXACT)
class WhistleCommand implements ChatCommand {
  private final WhistleDesk desk;
  private final Arrivals arrivals;
  private final Endings endings;
  private final RatingDesk ratings;

  @Inject
  WhistleCommand(WhistleDesk desk, Arrivals arrivals, Endings endings, RatingDesk ratings) {
    this.desk = desk;
    this.arrivals = arrivals;
    this.endings = endings;
    this.ratings = ratings;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    return CaseLine.in(said.text()).flatMap(line -> done(said, line)).map(Reply::line);
  }

  private Optional<String> done(Said said, CaseLine line) {
    CaseNumber number = line.number();
    return switch (line.verb()) {
      case "吹哨" -> Optional.of(blown(said, line, ""));
      case "日常哨", "攻坚哨", "应急哨" -> Optional.of(blown(said, line, line.verb()));
      case "到场", "已到场" -> Optional.of(arrivals.said(number, said.speaker(), said.now()));
      case "收哨" -> Optional.of(endings.end(number, line.rest(), said.speaker(), said.now()));
      case "评哨" -> Optional.of(ratings.said(number, line.rest(), said.speaker(), said.now()));
      default -> Optional.empty();
    };
  }

  private String blown(Said said, CaseLine line, String kind) {
    boolean isBare = line.rest().isBlank() || WhistleKind.named(line.rest()).isPresent();
    if (isBare) {
      desk.offer(new WhistleWanted(line.number(), said.speaker(), said.now()));
      return "请在随后的卡片上选哪种哨、叫哪些单位。";
    }
    var wish = WhistleWish.in(line.number(), kind, line.rest(), desk::unit);
    return desk.blow(wish, said.speaker(), said.now());
  }
}
