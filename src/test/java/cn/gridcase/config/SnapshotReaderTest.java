package cn.gridcase.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotReaderTest {
  private static final String GOOD = "title: 台湖镇\nitems:\n  - {code: a, hours: 2}\n";

  /** A file with its schema in the test resources. */
  record Sample(String title, List<Item> items) {}

  record Item(String code, int hours) {}

  private static class SampleFile extends ConfigFile<Sample> {
    SampleFile() {
      super("sample.yaml", Sample.class);
    }

    @Override
    protected void check(Sample value, Snapshot all, Problems problems) {
      if (value.title().equals("无名")) {
        problems.add(name(), "title", "要有名字");
      }
    }
  }

  private final SnapshotReader reader = new SnapshotReader(List.of(new SampleFile()));

  private List<String> problemsOf(String text) {
    return problemsOf(Map.of("sample.yaml", text));
  }

  private List<String> problemsOf(Map<String, String> texts) {
    Problems problems = new Problems();
    reader.read(texts, problems);
    return problems.all().stream().map(ConfigProblem::toString).toList();
  }

  @Test
  void aGoodFileIsReadIntoItsValue() {
    Problems problems = new Problems();

    Sample sample = reader.read(Map.of("sample.yaml", GOOD), problems).value(Sample.class);

    assertTrue(problems.none());
    assertEquals(new Sample("台湖镇", List.of(new Item("a", 2))), sample);
  }

  @Test
  void everyProblemOfAFileIsToldAtOnce() {
    assertEquals(
        List.of(
            "sample.yaml · items[第1个：b].hours · 缺少这一项，必须写",
            "sample.yaml · items[第2个：C].code · 不能写“C”，代码是小写字母",
            "sample.yaml · items[第2个：C].colour · 没有这个键，可用的键：code、hours",
            "sample.yaml · items[第2个：C].hours · 应当写整数，现在是“两”",
            "sample.yaml · title · 缺少这一项，必须写"),
        problemsOf("items:\n  - code: b\n  - {code: C, hours: 两, colour: 红}\n").stream()
            .sorted()
            .toList());
  }

  @Test
  void aKeyTooManyDoesNotHideWhatTheChecksFind() {
    assertEquals(
        List.of("sample.yaml · tilte · 没有这个键，可用的键：title、items", "sample.yaml · title · 要有名字"),
        problemsOf("title: 无名\ntilte: 台湖镇\nitems: []\n"));
  }

  @Test
  void aKeyWrittenTwiceIsAProblemWithItsLine() {
    assertEquals(
        List.of(
            "sample.yaml · title · 第2行又写了一遍，同一处只能写一次",
            "sample.yaml · items[第2个：b].hours · 第5行又写了一遍，同一处只能写一次"),
        problemsOf(
            """
            title: 台湖镇
            title: 次渠镇
            items:
              - {code: a, hours: 2}
              - {code: b, hours: 2, hours: 3}
            """));
  }

  @Test
  void brokenYamlIsAProblemWithItsLine() {
    assertEquals(
        List.of("sample.yaml · 第2行附近 · 格式不对（常见原因：缩进没对齐、冒号后面少空格、引号没配对）"),
        problemsOf("title: 台湖镇\n  items: []\n"));
  }

  @Test
  void aTabIsNamedOnItsOwnLine() {
    assertEquals(
        List.of("sample.yaml · 第3行附近 · 格式不对（常见原因：缩进没对齐、冒号后面少空格、引号没配对）"),
        problemsOf("title: 台湖镇\nitems:\n\t- {code: a, hours: 2}\n"));
  }

  @Test
  void anEmptyFileIsAProblem() {
    assertEquals(List.of("sample.yaml · （整个文件） · 文件是空的"), problemsOf("# 只有说明\n"));
  }

  @Test
  void aMissingFileAndAMisspeltOneAreBothProblems() {
    assertEquals(
        List.of(
            "smaple.yaml · （整个文件） · 没有叫这个名字的配置文件，可用的：sample.yaml", "sample.yaml · （整个文件） · 缺少这个文件"),
        problemsOf(Map.of("smaple.yaml", GOOD)));
  }

  @Test
  void aFolderIsReadWhateverWindowsDidToIt(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("sample.yaml"), "\uFEFF" + GOOD.replace("\n", "\r\n"));
    Files.writeString(folder.resolve("说明.txt"), "随便写");
    Problems problems = new Problems();

    Snapshot snapshot = reader.read(folder, problems);

    assertEquals("", problems.text());
    assertEquals("台湖镇", snapshot.value(Sample.class).title());
  }

  @Test
  void aFileInAnotherEncodingIsAProblem(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("sample.yaml"), GOOD, Charset.forName("GBK"));
    Problems problems = new Problems();

    reader.read(folder, problems);

    assertEquals("sample.yaml · （整个文件） · 不是 UTF-8 编码，请另存为 UTF-8", problems.text());
  }

  @Test
  void aMissingFolderIsAProblem(@TempDir Path folder) {
    Problems problems = new Problems();

    reader.read(folder.resolve("没有"), problems);

    assertTrue(problems.text().contains("找不到这个配置目录"), problems.text());
  }

  @Test
  void theHashChangesWithAnyByteAndWithNothingElse() {
    String hash = reader.read(Map.of("sample.yaml", GOOD), new Problems()).hash();

    assertEquals(64, hash.length());
    assertEquals(hash, reader.read(Map.of("sample.yaml", GOOD), new Problems()).hash());
    assertNotEquals(hash, reader.read(Map.of("sample.yaml", GOOD + "#"), new Problems()).hash());
  }

  private static class SeriesFile extends ConfigFile<Sample> {
    SeriesFile() {
      super(
          "sample.yaml",
          Sample.class,
          List.of(new ConfigSeries("years", Pattern.compile("[0-9]{4}\\.json"), "2026.json")));
    }
  }

  /** An older version kept in the file itself what stands beside it now. */
  @Test
  void aSnapshotWithoutASeriesThatIsNeededIsNotReadAsIfItWereEmpty() {
    SnapshotReader series = new SnapshotReader(List.of(new SeriesFile()));

    IllegalStateException refused =
        assertThrows(
            IllegalStateException.class, () -> series.readInForce(Map.of("sample.yaml", GOOD)));

    assertTrue(String.valueOf(refused.getMessage()).contains("2026.json · （整个文件） · 至少要有一个这样的文件"));
    assertTrue(series.readPast(Map.of("sample.yaml", GOOD)).find(Sample.class).isEmpty());
  }

  @Test
  void aFileOfASeriesIsNeitherUnknownNorReadWhenItIsWrong() {
    SnapshotReader series = new SnapshotReader(List.of(new SeriesFile()));
    Problems problems = new Problems();

    Snapshot snapshot =
        series.read(Map.of("sample.yaml", GOOD, "2026.json", "{}", "206.json", "{}"), problems);

    assertEquals(
        List.of(
            "206.json · （整个文件） · 没有叫这个名字的配置文件，可用的：2026.json、sample.yaml",
            "2026.json · year · 缺少这一项，必须写",
            "2026.json · papers · 缺少这一项，必须写",
            "2026.json · days · 缺少这一项，必须写"),
        problems.all().stream().map(ConfigProblem::toString).toList());
    assertTrue(snapshot.find(Sample.class).isEmpty());
  }
}
