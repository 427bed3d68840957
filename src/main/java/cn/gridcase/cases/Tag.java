package cn.gridcase.cases;

import cn.gridcase.Refused;
import cn.gridcase.roster.Person;
import cn.gridcase.roster.Role;
import java.time.Instant;
import java.util.List;

/**
 * 标签: by what a case is found again; nothing else changes, and nobody is told.
 *
 * @param on whether they are put on, or taken off 去标签
 */
public record Tag(List<String> tags, boolean on) implements Move {
  public static final String ON = "标签";
  public static final String OFF = "去标签";
  private static final int LONGEST = 10;
  private static final List<Role> EVERYWHERE =
      List.of(Role.DISPATCHER, Role.DUTY_OFFICER, Role.LEADER, Role.CENTRE_LEADER, Role.CHIEF);

  public Tag {
    tags = List.copyOf(tags);
  }

  @Override
  public String chinese() {
    return on ? ON : OFF;
  }

  @Override
  public Change decide(CaseFile file, Actor actor, Instant now) {
    if (!mayTag(actor.person(), file)) {
      throw new Refused("派遣员、值班长、案件所在单位和领导才能加、去标签。如需办理，请联系指挥中心。");
    }
    if (tags.isEmpty()) {
      throw new Refused("请写明标签，例如：" + chinese() + " " + file.number() + " 汛期");
    }
    if (tags.stream().anyMatch(tag -> tag.length() > LONGEST)) {
      throw new Refused("一个标签最多" + LONGEST + "个字，几个标签用空格隔开。");
    }
    return Change.to(file.stage()).words(String.join("、", tags));
  }

  /** Whether there are cases that they may tag. */
  public static boolean mayTagSome(Person person) {
    return EVERYWHERE.stream().anyMatch(person::is)
        || person.is(Role.UNIT_MEMBER)
        || person.is(Role.UNIT_LEADER);
  }

  private static boolean mayTag(Person person, CaseFile file) {
    return EVERYWHERE.stream().anyMatch(person::is)
        || file.assignments().all().stream()
            .map(Assignment::unit)
            .filter(unit -> file.assignments().of(unit).isPresent())
            .anyMatch(
                unit -> person.is(Role.UNIT_MEMBER, unit) || person.is(Role.UNIT_LEADER, unit));
  }
}
