package cn.gridcase.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.gridcase.config.ShippedConfig;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoriesTest {
  private static final Categories CATEGORIES =
      ShippedConfig.of(new CategoriesFile()).value(Categories.class);

  @ParameterizedTest
  @CsvSource({
    "A06,台湖村口消防通道被堵",
    "A06,消防通道停满了车 消防车进不来",
    "A06,3号楼楼道里堆满纸箱杂物",
    "A01,次渠大街路面塌了个大坑，差点掉进去",
    "A02,小区里闻到一股煤气味",
    "A03,村委会门口自来水管爆了，一直往外冒水",
    "A04,电线被大货车刮断了，垂在路上",
    "A05,幼儿园门口井盖丢了",
    "A07,有人把电动车推到楼道里充电",
    "A07,飞线充电 从三楼拉下来的插线板",
    "A08,老房子的墙裂了大口子要倒",
    "A09,工地工人没系安全带在脚手架上干活",
    "B01,垃圾桶满了没人清，臭",
    "B02,路边倒了一大堆建筑垃圾",
    "B04,河里漂着好多塑料袋，水发黑发臭",
    "B05,绿化带里全是垃圾",
    "B06,渣土车撒了一路土",
    "B07,村东头有人烧树叶，烟很大",
    "B08,楼下饭店油烟直排 扰民",
    "B09,工地尘土飞扬，土堆没有苫盖",
    "B10,桥下积水很深，汽车过不去",
    "C01,有人在自家院里私自盖彩钢房",
    "C02,临街住户破墙开店",
    "D01,这家小饭馆没有营业执照就开业了",
    "D03,理发店营业执照没挂出来",
    "D06,超市执照过期了还在营业",
    "E01,学校门口有小贩推车卖水果",
    "E02,超市把货摆到人行道上了",
    "E04,晚上有人在路边支摊烧烤，烟熏火燎",
    "E05,路口自发形成夜市，几十个摊位",
    "F01,电线杆上贴满了小广告",
    "F03,饭店的灯箱摆在人行道上挡路",
    "F04,广告牌被风吹松了快要掉下来",
    "G01,大货车乱停在路口",
    "G02,地铁口共享单车乱停乱放",
    "G03,路边堆放沙子和石子",
    "G04,商场门口音响太吵，半夜还在放",
    "G05,邻居在楼顶养鸡，臭得很",
    "A05,污水井没盖子，晚上看不见容易掉进去",
    "B08,烧烤店排烟口对着居民窗户",
    "C02,一楼把窗户改成门做小卖部，墙都砸了",
    "D05,按注册地址去查，这家公司早就搬走了",
    "D07,门头招牌和营业执照名字对不上",
    "E03,三轮车在小区门口收废品占了半条路",
    "F02,楼顶新装了个大型广告牌，没审批",
    "G01,消防站对面违停好多私家车",
    "G99,您好，想咨询一下社保"
  })
  void theLikeliestCategoryStandsFirst(String code, String text) {
    Category first = CATEGORIES.suggest(text).get(0);

    assertEquals(code, first.code(), text + " → " + first.name() + first.matched(text));
  }

  @Test
  void otherFollowsWhatHasAKeywordAndNothingIsLeftOut() {
    List<Category> suggested = CATEGORIES.suggest("绿化带里全是垃圾");

    long spokenFor = suggested.stream().filter(one -> !one.matched("绿化带里全是垃圾").isEmpty()).count();
    assertEquals(Categories.OTHER, suggested.get((int) spokenFor).code());
    assertEquals(CATEGORIES.categories().size(), suggested.stream().distinct().count());
  }

  @Test
  void spacesWidthAndCaseOfWhatIsTypedDoNotMatter() {
    assertEquals("G04", CATEGORIES.suggest("ｋｔｖ 太 吵").get(0).code());
  }

  @Test
  void theReasonOfASuggestionIsTheWordsThatMatched() {
    assertEquals(List.of("消防通道", "消防通道+堵", "通道+堵"), CATEGORIES.byCode("A06").matched("台湖村口消防通道被堵"));
    assertTrue(CATEGORIES.byCode("G99").matched("台湖村口消防通道被堵").isEmpty());
  }
}
