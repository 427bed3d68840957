package cn.gridcase.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.gridcase.config.ShippedConfig;
import cn.gridcase.roster.RosterFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupervisionFileTest {
  private final ShippedConfig shipped = ShippedConfig.of(new SupervisionFile(), new RosterFile());

  @Test
  void theShippedRulesAreRight() {
    assertEquals(List.of(), shipped.problems());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "at: 50% | at: 120% | ladder[第1个：签收提醒].at",
        "at: +1工作日 | at: 1工作日 | ladder[第4个：超期督办].at",
        "of: [签收] | of: [签字] | ladder[第8个：签收超时].of[第1个]",
        "name: 严重超期 | name: 超期提醒 | ladder[第5个：超期提醒].name",
        "colour: 黄 | colour: 橙 | ladder[第2个：临期提醒].colour",
        "order: 1工作日 请立即 | order: 请立即 | ladder[第4个：超期督办].order",
        "colour: 黄 | order: 1工作日 抓紧 | ladder[第2个：临期提醒].order",
        "colour: 红 | issuer: true | ladder[第3个：超期提醒].issuer",
        "name: 严重超期 | name: 超期#2 | ladder[第5个：超期#2].name",
        "again: 1小时 | unsigned: true | ladder[第14个：到场超时].unsigned",
        "again: 5工作日 | again: 五天 | ladder[第5个：严重超期].again"
      })
  void aMistakeIsNamedWithItsKey(String piece, String by, String key) {
    assertEquals(
        List.of("supervision.yaml · " + key),
        shipped.replacing("supervision.yaml", piece, by).found().stream()
            .map(problem -> problem.file() + " · " + problem.key())
            .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"+5工作日 | 5工作日 | 处置", "100% | 1工作日 | 待受理"})
  void whereverACaseStandsSomethingIsToldAgain(String at, String again, String stage) {
    String once = "    at: " + at + "\n";

    assertEquals(
        Optional.of(
            "supervision.yaml · ladder · “" + stage + "”没有一级写 again，提醒完最后一级以后，案件再不动也不会提醒任何人"),
        shipped
            .replacing("supervision.yaml", once + "    again: " + again + "\n", once)
            .problems()
            .stream()
            .findFirst());
  }

  @Test
  void whatIsToldAgainIssuesNoOrder() {
    assertEquals(
        List.of("supervision.yaml · ladder[第5个：严重超期].order · 反复提醒的那一级不能发督办单，不然每次都会再发一张"),
        shipped
            .replacing("supervision.yaml", "again: 5工作日", "again: 5工作日\n    order: 1工作日 抓紧")
            .problems());
  }

  @Test
  void whatIsUntruePastTheDeadlineIsNotToldAgain() {
    assertEquals(
        List.of("supervision.yaml · ladder[第2个：临期提醒].again · 过了截止时间就不再是“临期提醒”，不能反复提醒"),
        shipped
            .replacing("supervision.yaml", "colour: 黄", "colour: 黄\n    again: 1工作日")
            .problems());
  }

  @Test
  void somebodyMustBeThereToBeTold() {
    assertEquals(
        List.of(
            "supervision.yaml · ladder[第5个：严重超期].tell · roster.yaml 里没有主要领导",
            "supervision.yaml · ladder[第7个：指定超时].tell · roster.yaml 里没有主要领导"),
        shipped.replacing("roster.yaml", "roles: [领导, 主要领导]", "roles: [领导]").problems());
  }
}
