package cn.gridcase.district;

import cn.gridcase.cases.CaseLine;
import cn.gridcase.chat.ChatCommand;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.Said;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** 提级 编号 给 单位 原因, 区级回执 编号 号, 区级进展 编号 情况, 区级结果 编号 结果 情况, 下派 编号 原因, 交办号 编号 号. */
@ApplicationScoped
@Priority(ChatCommand.EXACT)
class DistrictCommand implements ChatCommand {
  private final DistrictDesk desk;

  @Inject
  DistrictCommand(DistrictDesk desk) {
    this.desk = desk;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    return CaseLine.in(said.text()).flatMap(line -> done(said, line)).map(Reply::line);
  }

  private Optional<String> done(Said said, CaseLine line) {
    return switch (line.verb()) {
      case "提级" -> Optional.of(chosen(said, line, Wanted.Deed.RAISE));
      case "区级回执" -> Optional.of(plain(said, line, Wanted.Deed.RECEIPT));
      case "区级进展" -> Optional.of(plain(said, line, Wanted.Deed.PROGRESS));
      case "区级结果" -> Optional.of(chosen(said, line, Wanted.Deed.RESULT));
      case "交办号" -> Optional.of(plain(said, line, Wanted.Deed.ASSIGNED));
      case "下派" -> Optional.of(plain(said, line, Wanted.Deed.DOWN));
      default -> Optional.empty();
    };
  }

  private String plain(Said said, CaseLine line, Wanted.Deed deed) {
    var wanted = new Wanted(line.number(), deed, "");
    return desk.done(wanted, line.rest(), said.speaker(), said.now());
  }

  /** What is chosen stands before the words. */
  private String chosen(Said said, CaseLine line, Wanted.Deed deed) {
    String[] words = line.rest().replaceFirst("^[给到]\\s*", "").split("[\\s，,]+", 2);
    var wanted = new Wanted(line.number(), deed, words[0]);
    String rest = words.length > 1 ? words[1].strip() : "";
    return desk.done(wanted, rest, said.speaker(), said.now());
  }
}
