package cn.gridcase.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.config.ShippedConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RosterFileTest {
  private static final String FILE = "roster.yaml";

  private final ShippedConfig shipped = ShippedConfig.of(new RosterFile());

  private static List<String> userids(List<Person> people) {
    return people.stream().map(Person::userid).toList();
  }

  @Test
  void theShippedRosterKnowsItsPeopleAndUnits() {
    Roster roster = shipped.value(Roster.class);

    assertEquals("李梅", roster.person("LiMei").orElseThrow().name());
    assertEquals(Optional.empty(), roster.person("stranger"));
    assertEquals(List.of("wangfang", "zhaolei"), userids(roster.with(Role.DISPATCHER)));
    assertEquals(List.of("chenqiang"), userids(roster.membersOf("chengguan")));
    assertEquals("消防站", roster.unit("xiaofang").name());
    assertEquals(
        new Unit("taihucun", "台湖村", true, Map.of()), roster.unitNamed(" 台湖村 ").orElseThrow());
    assertEquals("城管执法队", roster.unitNamed("Chengguan").orElseThrow().name());
    assertThrows(IllegalStateException.class, () -> roster.unit("nobody"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "userid: zhaolei | userid: WangFang"
            + " | people[第4个：WangFang].userid · 这个账号前面已经有了（企业微信不分大小写）",
        "userid: limei | userid: 李梅"
            + " | people[第1个：李梅].userid · 不能写“李梅”，企业微信账号只能用字母、数字和 _ - . @，1 到 64 个",
        "roles: [值班长] | roles: [值班员]"
            + " | people[第5个：wujun].roles[第1个]"
            + " · 不能写“值班员”，可以写：居民、网格员、派遣员、值班长、处置人员、单位负责人、"
            + "核查员、领导、分管领导、中心领导、主要领导、管理员",
        "unit: shichang | unit: shichan" + " | people[第9个：yangli].unit · units 里没有代码是“shichan”的单位",
        "community: ciqucun | unit: ciqucun"
            + " | people[第2个：liujianguo].community · 网格员要写明走哪个村（社区）的网格",
        "community: ciqucun | community: xiaofang"
            + " | people[第2个：liujianguo].community · units 里没有代码是“xiaofang”的村（社区）",
        "name: 消防站 | 'name: 消防站\n    duty: {周一: [sunwei], 周日: [yangli]}'"
            + " | units[第6个：xiaofang].duty.周日 · “yangli”不是“消防站”的处置人员",
        "code: guihua | code: chengguan | units[第5个：chengguan].code · 这个代码前面已经有了",
        "name: 环卫中心 | name: 消防站 | units[第6个：xiaofang].name · “消防站”前面已经有了",
        "name: 环卫中心 | name: 台湖镇环境卫生服务中心及垃圾分类办公室" + " | units[第3个：huanwei].name · 长度不得超过 16 个字符",
        "community: true | community: 是"
            + " | units[第7个：taihucun].community · 应当写“true”或“false”，现在是“是”",
        "inCharge: [yingji, guihua, xiaofang] | inCharge: [yinji]"
            + " | people[第47个：gaoyuhong].inCharge · units 里没有代码是“yinji”的单位",
        "inCharge: [yingji, guihua, xiaofang] | inCharge: []"
            + " | people[第47个：gaoyuhong].inCharge · 分管领导要写明分管哪些单位",
        "roles: [派遣员] | roles: [领导] | people · 至少要有一名派遣员",
        "roles: [核查员] | roles: [领导] | people · 至少要有一名核查员"
      })
  void aMistakeIsNamedWithItsKeyAndReason(String piece, String by, String problem) {
    List<String> problems = shipped.replacing(FILE, piece, by).problems();

    assertTrue(problems.contains(FILE + " · " + problem), problems.toString());
  }

  @Test
  void aUnitWithoutMembersAndAMemberWithoutUnitAreBothNamed() {
    assertEquals(
        List.of(
            "roster.yaml · units[第6个：xiaofang] · 没有一个处置人员属于“消防站”，派给它没有人收",
            "roster.yaml · people[第13个：sunwei].unit · 处置人员要写明属于哪个单位",
            "roster.yaml · people[第19个：caiming].unit · 单位负责人要写明属于哪个单位"),
        shipped.replacing(FILE, "    unit: xiaofang\n", "").problems());
  }

  @Test
  void everyRoleTheSchemaAllowsIsOneWeKnow() {
    String everything =
        String.join("、", List.of(Role.values()).stream().map(Role::chinese).toList());

    List<String> problems = shipped.replacing(FILE, "[管理员]", "[谁]").problems();

    assertTrue(problems.get(0).endsWith("可以写：" + everything), problems.toString());
  }
}
