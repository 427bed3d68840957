package cn.gridcase.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The bot-config we ship, as it is or with something spoilt. */
public final class ShippedConfig {
  private static final ObjectMapper YAML = new YAMLMapper();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SnapshotReader reader;
  private final Map<String, String> texts;

  private ShippedConfig(SnapshotReader reader, Map<String, String> texts) {
    this.reader = reader;
    this.texts = texts;
  }

  /** These files of it, and no others. */
  public static ShippedConfig of(ConfigFile<?>... files) {
    Map<String, String> texts = new HashMap<>();
    ConfigFolder.texts(Path.of("bot-config"), new Problems()).entrySet().stream()
        .filter(text -> Arrays.stream(files).anyMatch(file -> file.reads(text.getKey())))
        .forEach(text -> texts.put(text.getKey(), text.getValue()));
    return new ShippedConfig(new SnapshotReader(List.of(files)), texts);
  }

  /** The same with another text in one file. */
  public ShippedConfig with(String file, String text) {
    Map<String, String> changed = new HashMap<>(texts);
    changed.put(file, text);
    return new ShippedConfig(reader, changed);
  }

  /** The same with a piece of one file replaced; the piece must be there. */
  public ShippedConfig replacing(String file, String piece, String by) {
    String text = text(file);
    if (!text.contains(piece)) {
      throw new IllegalArgumentException(file + " does not contain: " + piece);
    }
    return with(file, text.replace(piece, by));
  }

  /** The same with the tree of one file changed. */
  public ShippedConfig changing(String file, Consumer<JsonNode> change) {
    JsonNode tree = tree(file);
    change.accept(tree);
    try {
      return with(file, mapper(file).writeValueAsString(tree));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same without one file. */
  public ShippedConfig without(String file) {
    Map<String, String> changed = new HashMap<>(texts);
    changed.remove(file);
    return new ShippedConfig(reader, changed);
  }

  /** The names of its files. */
  public List<String> files() {
    return texts.keySet().stream().sorted().toList();
  }

  /** The tree of one file. */
  public JsonNode tree(String file) {
    try {
      return mapper(file).readTree(text(file));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is wrong with it, one line each. */
  public List<String> problems() {
    return found().stream().map(ConfigProblem::toString).toList();
  }

  /** The same in parts. */
  public List<ConfigProblem> found() {
    Problems problems = new Problems();
    reader.read(texts, problems);
    return problems.all();
  }

  /** What a check says of it besides, one line each. */
  public List<String> hints() {
    Problems problems = new Problems();
    reader.read(texts, problems);
    return problems.hints().stream().map(ConfigProblem::toString).toList();
  }

  /** The value of one file; everything must be right. */
  public <V> V value(Class<V> shape) {
    return snapshot().value(shape);
  }

  /** The whole snapshot; everything must be right. */
  public Snapshot snapshot() {
    Problems problems = new Problems();
    Snapshot snapshot = reader.read(texts, problems);
    if (!problems.none()) {
      throw new IllegalStateException(problems.text());
    }
    return snapshot;
  }

  private static ObjectMapper mapper(String file) {
    return file.endsWith("json") ? JSON : YAML;
  }

  private String text(String file) {
    String text = texts.get(file);
    if (text == null) {
      throw new IllegalArgumentException("not read: " + file);
    }
    return text;
  }
}
