package cn.gridcase.recusal;

import cn.gridcase.Refused;
import cn.gridcase.cases.CaseFiles;
import cn.gridcase.cases.CaseLine;
import cn.gridcase.cases.Recuse;
import cn.gridcase.chat.ChatCommand;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.Said;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.RosterFile;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** 回避 编号 原因, 涉事 编号 姓名. */
@ApplicationScoped
@Priority(ChatCommand.EXACT)
class RecusalCommand implements ChatCommand {
  private final CaseFiles caseFiles;
  private final RosterFile roster;
  private final RecusalDesk desk;

  @Inject
  RecusalCommand(CaseFiles caseFiles, RosterFile roster, RecusalDesk desk) {
    this.desk = desk;
    this.caseFiles = caseFiles;
    this.roster = roster;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    return CaseLine.in(said.text()).flatMap(line -> done(said, line)).map(Reply::line);
  }

  private Optional<String> done(Said said, CaseLine line) {
    return switch (line.verb()) {
      case "回避" -> Optional.of(standsBack(said, line));
      case "涉事" -> Optional.of(named(said, line));
      default -> Optional.empty();
    };
  }

  private String standsBack(Said said, CaseLine line) {
    desk.standBack(line.number(), line.rest(), said.speaker(), said.now());
    return RecusalDesk.stoodBack(line.number());
  }

  private String named(Said said, CaseLine line) {
    Person party = person(line.rest());
    caseFiles.change(line.number(), new Recuse(party, ""), said.speaker(), said.now());
    return "已记下" + party.name() + "与案件" + line.number() + "有关，此案不再让其查看、办理。";
  }

  private Person person(String nameOrUserid) {
    List<Person> found =
        roster.inForce().people().stream()
            .filter(one -> one.name().equals(nameOrUserid) || one.userid().equals(nameOrUserid))
            .toList();
    if (found.size() != 1) {
      throw new Refused(
          found.isEmpty()
              ? "花名册里没有“" + nameOrUserid + "”。请写姓名，例如：涉事 20261123-007 张三"
              : "花名册里有几位“" + nameOrUserid + "”，请改写账号。");
    }
    return found.get(0);
  }
}
