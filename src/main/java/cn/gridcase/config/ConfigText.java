package cn.gridcase.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** From the text of a file to a tree, and from a tree of the right shape to a value. */
final class ConfigText {
  private static final String JSON_ENDING = "json";
  private static final ObjectMapper YAML = set(YAMLMapper.builder());
  private static final ObjectMapper JSON = set(JsonMapper.builder());

  private ConfigText() {}

  private static ObjectMapper set(MapperBuilder<?, ?> builder) {
    return builder
        .addModules(new Jdk8Module(), new JavaTimeModule())
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }

  private static ObjectMapper mapper(String file) {
    return file.endsWith(JSON_ENDING) ? JSON : YAML;
  }

  /** The tree, or nothing when the text cannot be parsed; a key written twice is a problem too. */
  static Optional<JsonNode> tree(String file, String text, Problems problems) {
    try {
      JsonNode tree = mapper(file).readTree(text);
      if (tree == null || tree.isMissingNode() || tree.isNull()) {
        problems.add(file, Problems.WHOLE_FILE, "文件是空的");
        return Optional.empty();
      }
      findDoubles(file, text, tree, problems);
      return Optional.of(tree);
    } catch (JsonProcessingException e) {
      problems.add(file, where(e), "格式不对（常见原因：" + usualCause(file) + "）");
      return Optional.empty();
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory could not be read", e);
    }
  }

  /** The value, or nothing when a word in it is not understood. */
  static <T> Optional<T> value(String file, JsonNode tree, Class<T> shape, Problems problems) {
    try {
      return Optional.of(mapper(file).treeToValue(tree, shape));
    } catch (JsonMappingException e) {
      KeyPath path = KeyPath.of(e.getPath());
      problems.add(file, path.in(tree), "看不懂“" + path.wordIn(tree) + "”");
      return Optional.empty();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(file + " is a tree and yet does not parse", e);
    }
  }

  /** A tree forgets that a key was written twice; only the stream of tokens still shows it. */
  private static void findDoubles(String file, String text, JsonNode tree, Problems problems)
      throws IOException {
    Deque<Set<String>> open = new ArrayDeque<>();
    try (JsonParser parser = mapper(file).createParser(text)) {
      for (@Nullable JsonToken token = parser.nextToken();
          token != null;
          token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT) {
          open.push(new HashSet<>());
        } else if (token == JsonToken.END_OBJECT) {
          open.pop();
        } else if (token == JsonToken.FIELD_NAME && !open.element().add(parser.currentName())) {
          String line = "第" + parser.currentTokenLocation().getLineNr() + "行";
          KeyPath path = KeyPath.of(parser.getParsingContext().pathAsPointer());
          problems.add(file, path.in(tree), line + "又写了一遍，同一处只能写一次");
        }
      }
    }
  }

  private static String usualCause(String file) {
    return file.endsWith(JSON_ENDING) ? "少逗号、多逗号、括号或引号没配对" : "缩进没对齐、冒号后面少空格、引号没配对";
  }

  private static String where(JsonProcessingException e) {
    // Where the problem stands, not the entry it stands in, which began a line or more before.
    if (e.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
      return "第" + (marked.getProblemMark().getLine() + 1) + "行附近";
    }
    return e.getLocation() == null
        ? Problems.WHOLE_FILE
        : "第" + e.getLocation().getLineNr() + "行附近";
  }
}
