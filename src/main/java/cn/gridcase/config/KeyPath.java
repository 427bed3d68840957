package cn.gridcase.config;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where something stands in a file, and how that is said to somebody who is no programmer.
 *
 * @param steps keys as String, positions in lists as Integer
 */
record KeyPath(List<Object> steps) {
  private static final List<String> LABELS = List.of("userid", "code", "name", "year");
  private static final int LONGEST_WORD = 40;

  static KeyPath of(NodePath path) {
    return new KeyPath(IntStream.range(0, path.getNameCount()).mapToObj(path::getElement).toList());
  }

  static KeyPath of(List<JsonMappingException.Reference> path) {
    return new KeyPath(
        path.stream()
            .map(
                step ->
                    step.getFieldName() == null ? (Object) step.getIndex() : step.getFieldName())
            .toList());
  }

  static KeyPath of(JsonPointer pointer) {
    List<Object> steps = new ArrayList<>();
    for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
      int index = rest.getMatchingIndex();
      steps.add(index < 0 ? (Object) rest.getMatchingProperty() : index);
    }
    return new KeyPath(steps);
  }

  KeyPath then(String key) {
    return new KeyPath(Stream.concat(steps.stream(), Stream.of(key)).toList());
  }

  /** Such as {@code people[第3个：limei].unit}: entries are counted from one and labelled. */
  String in(JsonNode tree) {
    String said = "";
    JsonNode node = tree;
    for (Object step : steps) {
      node = child(node, step);
      if (step instanceof Integer index) {
        said = Problems.item(said, index, label(node));
      } else {
        said += said.isEmpty() ? step : "." + step;
      }
    }
    return said.isEmpty() ? Problems.WHOLE_FILE : said;
  }

  /** What was written there, cut when long. */
  String wordIn(JsonNode tree) {
    JsonNode node = tree;
    for (Object step : steps) {
      node = child(node, step);
    }
    String word = node.isValueNode() ? node.asText() : node.toString();
    int[] points = word.codePoints().limit(LONGEST_WORD).toArray();
    return new String(points, 0, points.length);
  }

  private static JsonNode child(JsonNode node, Object step) {
    return step instanceof Integer index ? node.path(index) : node.path(step.toString());
  }

  private static String label(JsonNode entry) {
    return LABELS.stream()
        .map(entry::path)
        .filter(JsonNode::isValueNode)
        .map(JsonNode::asText)
        .findFirst()
        .orElse("");
  }
}
