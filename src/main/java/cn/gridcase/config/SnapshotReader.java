package cn.gridcase.config;

import io.quarkus.arc.All;
import io.quarkus.arc.ClientProxy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads bot-config into a snapshot and finds everything that is wrong with it. */
@Singleton
public class SnapshotReader {
  private final List<ConfigFile<?>> files;
  private final Map<String, ConfigSchema> schemas;

  /** Reads these files; any other file of their kinds is a problem. */
  @Inject
  public SnapshotReader(@All List<ConfigFile<?>> files) {
    this.files = files.stream().<ConfigFile<?>>map(ClientProxy::unwrap).toList();
    this.schemas =
        this.files.stream()
            .map(ConfigFile::name)
            .collect(Collectors.toMap(Function.identity(), ConfigSchema::new));
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
    String known = files.stream().map(ConfigFile::name).sorted().collect(Collectors.joining("、"));
    for (String name : texts.keySet()) {
      if (files.stream().noneMatch(file -> file.name().equals(name))) {
        problems.add(name, Problems.WHOLE_FILE, "没有叫这个名字的配置文件，可用的：" + known);
      }
    }
  }

  private <T> void read(
      ConfigFile<T> file,
      Map<String, String> texts,
      Map<Class<?>, Object> values,
      Problems problems) {
    String name = file.name();
    String text = texts.get(name);
    ConfigSchema schema = schemas.get(name);
    if (text == null || schema == null) {
      // A file that is there and cannot be read has been named already.
      if (!problems.nameFile(name)) {
        problems.add(name, Problems.WHOLE_FILE, "缺少这个文件");
      }
      return;
    }
    ConfigText.tree(name, text, problems)
        .filter(tree -> schema.fits(tree, problems))
        .flatMap(tree -> ConfigText.value(name, tree, file.shape(), problems))
        .ifPresent(value -> values.put(file.shape(), value));
  }

  private static <T> void check(ConfigFile<T> file, Snapshot all, Problems problems) {
    all.find(file.shape()).ifPresent(value -> file.check(value, all, problems));
  }
}
