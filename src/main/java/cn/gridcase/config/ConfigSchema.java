package cn.gridcase.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The shape a file must have; its {@code description}s are what an editor is told. */
final class ConfigSchema {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder()
                      .locale(Locale.CHINA)
                      .formatAssertionsEnabled(true)
                      .build()));
  private static final Map<String, String> TYPES =
      Map.of(
          "string", "文字",
          "integer", "整数",
          "number", "数字",
          "boolean", "“true”或“false”",
          "array", "列表（每行以“- ”开头）",
          "object", "若干“键: 值”");

  private final Schema schema;

  ConfigSchema(String name) {
    String resource = "/schema/" + name + ".schema.json";
    try (InputStream text = ConfigSchema.class.getResourceAsStream(resource)) {
      if (text == null) {
        throw new IllegalStateException("no schema " + resource);
      }
      schema = REGISTRY.getSchema(text, InputFormat.JSON);
    } catch (IOException e) {
      throw new IllegalStateException("schema " + resource + " could not be read", e);
    }
  }

  /** Whether the tree can be read into its value; a key too many is a problem, but no hindrance. */
  boolean fits(String file, JsonNode tree, Problems problems) {
    boolean fits = true;
    for (Error error : schema.validate(tree)) {
      KeyPath path = KeyPath.of(error.getInstanceLocation());
      boolean aboutKey = error.getProperty() != null;
      String key = (aboutKey ? path.then(error.getProperty()) : path).in(tree);
      problems.add(file, key, reason(error, path, tree));
      fits &= error.getKeyword().equals("additionalProperties");
    }
    return fits;
  }

  private String reason(Error error, KeyPath path, JsonNode tree) {
    return switch (error.getKeyword()) {
      case "required" -> "缺少这一项，必须写";
      case "additionalProperties" -> "没有这个键，可用的键：" + keys(around(error));
      case "enum" -> "不能写“" + path.wordIn(tree) + "”，可以写：" + words(error.getSchemaNode());
      case "type" -> "应当写" + type(error) + "，现在是“" + path.wordIn(tree) + "”";
      case "pattern", "format" ->
          "不能写“" + path.wordIn(tree) + "”，" + around(error).path("description").asText();
      default -> error.getMessage();
    };
  }

  /** The part of the schema in which the failed keyword stands. */
  private JsonNode around(Error error) {
    return schema
        .getSchemaNode()
        .at(error.getSchemaLocation().getFragment().getParent().toString());
  }

  private static String keys(JsonNode part) {
    List<String> keys = new ArrayList<>();
    part.path("properties").fieldNames().forEachRemaining(keys::add);
    return String.join("、", keys);
  }

  private static String words(JsonNode values) {
    List<String> words = new ArrayList<>();
    values.forEach(value -> words.add(value.asText()));
    return String.join("、", words);
  }

  private static String type(Error error) {
    String type = error.getSchemaNode().asText();
    return TYPES.getOrDefault(type, type);
  }
}
