package cn.gridcase.sandbox.api;

import cn.gridcase.sandbox.company.Company;
import cn.gridcase.sandbox.company.Department;
import cn.gridcase.sandbox.company.Member;
import cn.gridcase.sandbox.wire.Json;
import cn.gridcase.sandbox.wire.WeComError;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Members, departments and tags, as far as the app may see (wecom.md 7.1). */
final class ContactsApi {
  private final Company company;

  ContactsApi(Company company) {
    this.company = company;
  }

  Map<String, Route> routes() {
    return Map.of(
        "department/list", Route.get(this::departments),
        "department/simplelist", Route.get(this::departmentIds),
        "department/get", Route.get(this::department),
        "user/get", Route.get(this::user),
        "user/simplelist", Route.get(call -> users(call, true)),
        "user/list", Route.get(call -> users(call, false)),
        "user/list_id", Route.post(this::userIds),
        "tag/list", Route.get(call -> tags()),
        "tag/get", Route.get(this::tag));
  }

  private Answer departments(Call call) {
    ArrayNode list = Json.array();
    below(call).forEach(department -> list.add(json(department)));
    return Answer.ok(Json.object().set("department", list));
  }

  private Answer departmentIds(Call call) {
    ArrayNode list = Json.array();
    below(call)
        .forEach(
            it ->
                list.addObject()
                    .put("id", it.id())
                    .put("parentid", it.parent())
                    .put("order", 1_000_000 - it.id()));
    return Answer.ok(Json.object().set("department_id", list));
  }

  private Answer department(Call call) {
    return Answer.ok(Json.object().set("department", json(find(call.parameter("id")))));
  }

  private List<Department> below(Call call) {
    String id = call.parameter("id");
    if (id.isEmpty()) {
      return company.departments();
    }
    Department top = find(id);
    return company.departments().stream()
        .filter(it -> it.id() == top.id() || it.parent() == top.id())
        .toList();
  }

  private Department find(String id) {
    return company.departments().stream()
        .filter(it -> Integer.toString(it.id()).equals(id))
        .findFirst()
        .orElseThrow(() -> new WeComError(60003, "department not found"));
  }

  private static ObjectNode json(Department department) {
    ObjectNode node =
        Json.object()
            .put("id", department.id())
            .put("name", department.name())
            .put("name_en", "")
            .put("parentid", department.parent())
            .put("order", 1_000_000 - department.id());
    node.putArray("department_leader");
    return node;
  }

  private Answer user(Call call) {
    String userid = call.parameter("userid");
    if (userid.isEmpty()) {
      throw new WeComError(41009, "missing userid");
    }
    Member member =
        company.member(userid).orElseThrow(() -> new WeComError(60111, "userid not found"));
    if (!company.isVisible(userid) && company.isEnabled(userid)) {
      throw new WeComError(60011, "no privilege to access/modify contact/party/agent");
    }
    return Answer.ok(full(member));
  }

  private Answer users(Call call, boolean simple) {
    Department department = find(call.parameter("department_id"));
    ArrayNode list = Json.array();
    company.in(department.id()).forEach(it -> list.add(simple ? brief(it) : full(it)));
    return Answer.ok(Json.object().set("userlist", list));
  }

  /** Only with the contact-sync secret (H). */
  private Answer userIds(Call call) {
    if (call.agent() != 0) {
      throw new WeComError(48002, "api forbidden");
    }
    ArrayNode list = Json.array();
    for (Member member : company.members()) {
      int department = company.departmentOf(member).id();
      list.addObject().put("userid", member.userid()).put("department", department);
    }
    ObjectNode answer = Json.object().put("next_cursor", "");
    return Answer.ok(answer.set("dept_user", list));
  }

  private ObjectNode brief(Member member) {
    ObjectNode node = Json.object().put("userid", member.userid()).put("name", member.name());
    node.putArray("department").add(company.departmentOf(member).id());
    return node.put("open_userid", "");
  }

  /** Mobile, e-mail and avatar are hidden from apps made after June 2022 (H). */
  private ObjectNode full(Member member) {
    ObjectNode node = brief(member);
    node.putArray("order").add(0);
    node.putArray("is_leader_in_dept").add(0);
    node.putArray("direct_leader");
    node.putObject("extattr").putArray("attrs");
    return node.put("position", member.role())
        .put("main_department", company.departmentOf(member).id())
        .put("alias", "")
        .put("telephone", "")
        .put("status", company.isEnabled(member.userid()) ? 1 : 2);
  }

  private Answer tags() {
    ArrayNode list = Json.array();
    List<String> tags = company.tags();
    for (int i = 0; i < tags.size(); i++) {
      list.addObject().put("tagid", i + 1).put("tagname", tags.get(i));
    }
    return Answer.ok(Json.object().set("taglist", list));
  }

  private Answer tag(Call call) {
    String id = call.parameter("tagid");
    if (id.isEmpty()) {
      throw new WeComError(41017, "missing tagid");
    }
    int tag = id.matches("[0-9]{1,9}") ? Integer.parseInt(id) : 0;
    if (tag < 1 || tag > company.tags().size()) {
      throw new WeComError(40068, "invalid tagid");
    }
    ObjectNode answer = Json.object().put("tagname", company.tags().get(tag - 1));
    ArrayNode users = answer.putArray("userlist");
    company
        .tagged(tag)
        .forEach(it -> users.addObject().put("userid", it.userid()).put("name", it.name()));
    answer.putArray("partylist");
    return Answer.ok(answer);
  }
}
