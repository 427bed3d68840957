package cn.gridcase.roster;

import cn.gridcase.config.ConfigFile;
import cn.gridcase.config.Problems;
import cn.gridcase.config.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** roster.yaml: the units, and who may do what. */
@ApplicationScoped
public class RosterFile extends ConfigFile<Roster> {
  /** Built by the container, and by tests. */
  public RosterFile() {
    super("roster.yaml", Roster.class);
  }

  @Override
  protected void check(Roster roster, Snapshot all, Problems problems) {
    checkUnits(roster, problems);
    Set<String> userids = new HashSet<>();
    for (int i = 0; i < roster.people().size(); i++) {
      Person person = roster.people().get(i);
      String key = Problems.item("people", i, person.userid());
      if (!userids.add(person.userid().toLowerCase(Locale.ROOT))) {
        problems.add(name(), key + ".userid", "这个账号前面已经有了（企业微信不分大小写）");
      }
      checkPlace(person, key, roster, problems);
    }
    checkSomebody(roster, Role.DISPATCHER, problems);
    checkSomebody(roster, Role.VERIFIER, problems);
  }

  private void checkUnits(Roster roster, Problems problems) {
    Set<String> codes = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < roster.units().size(); i++) {
      Unit unit = roster.units().get(i);
      String key = Problems.item("units", i, unit.code());
      if (!codes.add(unit.code())) {
        problems.add(name(), key + ".code", "这个代码前面已经有了");
      }
      if (!names.add(unit.name())) {
        problems.add(name(), key + ".name", "“" + unit.name() + "”前面已经有了");
      }
      if (unit.community() && unit.isOfDistrict()) {
        problems.add(name(), key + ".level", "村（社区）是镇里的，不能写区");
      }
      if (roster.membersOf(unit.code()).isEmpty() && !unit.isOfDistrict()) {
        problems.add(name(), key, "没有一个处置人员属于“" + unit.name() + "”，派给它没有人收");
      }
      checkDuty(unit, key + ".duty", roster, problems);
    }
  }

  private void checkDuty(Unit unit, String key, Roster roster, Problems problems) {
    List<Person> members = roster.membersOf(unit.code());
    unit.duty()
        .forEach(
            (day, userids) ->
                userids.stream()
                    .filter(userid -> members.stream().noneMatch(each -> each.hasUserid(userid)))
                    .forEach(
                        userid -> problems.add(name(), key + "." + day, stranger(userid, unit))));
  }

  private static String stranger(String userid, Unit unit) {
    return "“" + userid + "”不是“" + unit.name() + "”的处置人员";
  }

  private void checkPlace(Person person, String key, Roster roster, Problems problems) {
    for (Role role : List.of(Role.UNIT_MEMBER, Role.UNIT_HEAD)) {
      if (person.is(role) && person.unit().isEmpty()) {
        problems.add(name(), key + ".unit", role.chinese() + "要写明属于哪个单位");
      }
    }
    if (person.is(Role.UNIT_LEADER) && person.inCharge().isEmpty()) {
      problems.add(name(), key + ".inCharge", "分管领导要写明分管哪些单位");
    }
    person.inCharge().stream()
        .sorted()
        .filter(code -> isNoUnit(code, roster))
        .forEach(code -> problems.add(name(), key + ".inCharge", "units 里没有代码是“" + code + "”的单位"));
    person
        .unit()
        .filter(code -> isNoUnit(code, roster))
        .ifPresent(code -> problems.add(name(), key + ".unit", "units 里没有代码是“" + code + "”的单位"));
    if (person.is(Role.GRID_WORKER) && person.community().isEmpty()) {
      problems.add(name(), key + ".community", "网格员要写明走哪个村（社区）的网格");
    }
    person
        .community()
        .filter(code -> !roster.hasCommunity(code))
        .ifPresent(
            code -> problems.add(name(), key + ".community", "units 里没有代码是“" + code + "”的村（社区）"));
  }

  private static boolean isNoUnit(String code, Roster roster) {
    return roster.units().stream().noneMatch(unit -> unit.code().equals(code));
  }

  private void checkSomebody(Roster roster, Role role, Problems problems) {
    if (roster.with(role).isEmpty()) {
      problems.add(name(), "people", "至少要有一名" + role.chinese());
    }
  }
}
