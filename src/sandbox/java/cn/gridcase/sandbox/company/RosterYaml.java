package cn.gridcase.sandbox.company;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the company out of the product's own roster.yaml, read as plain data, so that both ends
 * know the same people; and one resident whom the roster does not know.
 */
public final class RosterYaml {
  /** 路人甲: a member of the company, a stranger to the service. */
  public static final Member STRANGER = new Member("luren", "路人甲", "居民", "居民");

  private RosterYaml() {}

  /** Reads {@code people: [{userid, name, roles, unit, community}]}. */
  public static Company read(Path file) {
    try {
      JsonNode roster = new YAMLMapper().readTree(file.toFile());
      List<Member> members = new ArrayList<>();
      Map<String, String> units = names(roster.path("units"));
      roster.path("people").forEach(person -> members.add(member(person, units)));
      members.add(STRANGER);
      return new Company(roster.path("town").asText("台湖镇"), members);
    } catch (IOException e) {
      throw new UncheckedIOException("not readable: " + file, e);
    }
  }

  private static Member member(JsonNode person, Map<String, String> units) {
    String role = person.path("roles").path(0).asText("居民");
    String unit = person.path("unit").asText("");
    String community = person.path("community").asText("");
    String place = unit.isEmpty() ? community : unit;
    String department = units.getOrDefault(place, place);
    return new Member(
        person.path("userid").asText(),
        person.path("name").asText(),
        role,
        department.isEmpty() ? "指挥中心" : department);
  }

  private static Map<String, String> names(JsonNode units) {
    Map<String, String> names = new HashMap<>();
    units.forEach(unit -> names.put(unit.path("code").asText(), unit.path("name").asText()));
    return names;
  }
}
