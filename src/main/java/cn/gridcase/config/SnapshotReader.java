package cn.gridcase.config;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.All;
import io.quarkus.arc.ClientProxy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads bot-config into a snapshot and finds everything that is wrong with it. */
@Singleton
public class SnapshotReader {
  private final List<ConfigFile<?>> files;
  private final Map<String, ConfigSchema> schemas;

  /** Reads these files; any other file that looks like one is a problem. */
  @Inject
  public SnapshotReader(@All List<ConfigFile<?>> files) {
    this.files = files.stream().<ConfigFile<?>>map(ClientProxy::unwrap).toList();
    this.schemas =
        this.files.stream()
            .flatMap(file -> Stream.concat(Stream.of(file.schema()), keys(file)))
            .collect(Collectors.toMap(Function.identity(), ConfigSchema::new));
  }

  private static Stream<String> keys(ConfigFile<?> file) {
    return file.series().stream().map(ConfigSeries::key);
  }

  /** Reads a folder; the snapshot may be used only if no problem was found. */
  public Snapshot read(Path folder, Problems problems) {
    return read(ConfigFolder.texts(folder, problems), problems);
  }

  /** Reads texts by file name; the snapshot may be used only if no problem was found. */
  public Snapshot read(Map<String, String> texts, Problems problems) {
    refuseUnknown(texts, problems);
    Map<Class<?>, Object> values = new HashMap<>();
    for (ConfigFile<?> file : files) {
      read(file, texts, values, problems);
    }
    Snapshot all = new Snapshot(texts, values);
    for (ConfigFile<?> file : files) {
      check(file, all, problems);
    }
    return all;
  }

  /**
   * Reads the texts of a snapshot that is in force. A newer version may have put it there: files
   * and keys that this one does not know mean nothing to it.
   *
   * @throws IllegalStateException if something that it needs is not there or not to be read
   */
  Snapshot readInForce(Map<String, String> texts) {
    Problems problems = new Problems();
    Map<Class<?>, Object> values = values(texts, problems);
    if (values.size() < files.size()) {
      throw new IllegalStateException(
          "another version put rules in force that this one cannot read:\n" + problems.text());
    }
    return new Snapshot(texts, values);
  }

  /** Reads the texts of a snapshot that was in force once, as far as they still mean something. */
  Snapshot readPast(Map<String, String> texts) {
    return new Snapshot(texts, values(texts, new Problems()));
  }

  private Map<Class<?>, Object> values(Map<String, String> texts, Problems problems) {
    Map<Class<?>, Object> values = new HashMap<>();
    for (ConfigFile<?> file : files) {
      read(file, texts, values, problems);
    }
    return values;
  }

  /** A file under a misspelt name would otherwise be silently without effect. */
  private void refuseUnknown(Map<String, String> texts, Problems problems) {
    String known = files.stream().flatMap(ConfigFile::said).sorted().collect(joining("、"));
    for (String name : texts.keySet()) {
      if (files.stream().noneMatch(file -> file.reads(name))) {
        problems.add(name, Problems.WHOLE_FILE, "没有叫这个名字的配置文件，可用的：" + known);
      }
    }
  }

  private <T> void read(
      ConfigFile<T> file,
      Map<String, String> texts,
      Map<Class<?>, Object> values,
      Problems problems) {
    Optional<JsonNode> tree = tree(file.name(), file.schema(), texts, problems);
    for (ConfigSeries series : file.series()) {
      Optional<ObjectNode> all = trees(series, texts, problems);
      tree = tree.flatMap(one -> all.map(each -> ((ObjectNode) one).set(series.key(), each)));
    }
    tree.flatMap(whole -> ConfigText.value(file.name(), whole, file.shape(), problems))
        .ifPresent(value -> values.put(file.shape(), value));
  }

  /** The tree of a file, if it is there and looks as it must. */
  private Optional<JsonNode> tree(
      String name, String schema, Map<String, String> texts, Problems problems) {
    Optional<String> text = Optional.ofNullable(texts.get(name));
    // A file that is there and cannot be read has been named already.
    if (text.isEmpty() && !problems.nameFile(name)) {
      problems.add(name, Problems.WHOLE_FILE, "缺少这个文件");
    }
    return text.flatMap(known -> ConfigText.tree(name, known, problems))
        .filter(tree -> schema(schema).fits(name, tree, problems));
  }

  /** The trees of all files of a series, if there is one and each looks as it must. */
  private Optional<ObjectNode> trees(
      ConfigSeries series, Map<String, String> texts, Problems problems) {
    List<String> names = texts.keySet().stream().filter(series::has).sorted().toList();
    ObjectNode trees = JsonNodeFactory.instance.objectNode();
    for (String name : names) {
      tree(name, series.key(), texts, problems)
          .ifPresent(tree -> trees.set(ConfigSeries.stem(name), tree));
    }
    if (names.isEmpty()) {
      problems.add(series.said(), Problems.WHOLE_FILE, "至少要有一个这样的文件");
    }
    return Optional.of(trees).filter(all -> !all.isEmpty() && all.size() == names.size());
  }

  private ConfigSchema schema(String name) {
    return Optional.ofNullable(schemas.get(name)).orElseThrow();
  }

  private static <T> void check(ConfigFile<T> file, Snapshot all, Problems problems) {
    all.find(file.shape()).ifPresent(value -> file.check(value, all, problems));
  }
}
