package cn.gridcase.sandbox.api;

import cn.gridcase.sandbox.company.Company;
import cn.gridcase.sandbox.company.Member;
import cn.gridcase.sandbox.wire.WeComError;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whom a message is for: who can be reached, and who cannot.
 *
 * @param reached canonical userids
 */
record Receivers(
    Set<String> reached,
    List<String> invalidUsers,
    List<String> invalidParties,
    List<String> invalidTags,
    List<String> unlicensed) {

  /** Reads {@code touser}, {@code toparty}, {@code totag}: 82001, 40032, 82002, 82003 (H). */
  static Receivers of(ObjectNode message, Company company) {
    List<String> users = split(message, "touser", 1000, 40032);
    List<String> parties = split(message, "toparty", 100, 82002);
    List<String> tags = split(message, "totag", 100, 82003);
    if (users.isEmpty() && parties.isEmpty() && tags.isEmpty()) {
      throw new WeComError(82001, "all touser & toparty & totag are empty");
    }
    var receivers =
        new Receivers(
            new LinkedHashSet<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    if (users.contains("@all")) {
      receivers.addAll(company.in(1), company);
    } else {
      users.forEach(user -> receivers.addUser(user, company));
      parties.forEach(party -> receivers.addGroup(party, found(party, company), company, true));
      tags.forEach(tag -> receivers.addGroup(tag, tagged(tag, company), company, false));
    }
    receivers.refuseIfNobody();
    return receivers;
  }

  /** Everybody invalid: 81013 (H); the unlicensed alone are no error (L). */
  private void refuseIfNobody() {
    if (reached.isEmpty() && unlicensed.isEmpty()) {
      throw new WeComError(81013, "user & party & tag all invalid");
    }
  }

  /** Lists are pipe strings, absent when empty (H). */
  void report(ObjectNode answer) {
    put(answer, "invaliduser", invalidUsers);
    put(answer, "invalidparty", invalidParties);
    put(answer, "invalidtag", invalidTags);
    put(answer, "unlicenseduser", unlicensed);
  }

  private static void put(ObjectNode answer, String name, List<String> list) {
    if (!list.isEmpty()) {
      answer.put(name, String.join("|", list));
    }
  }

  private void addUser(String userid, Company company) {
    company
        .visible(userid)
        .ifPresentOrElse(
            member -> addAll(List.of(member), company),
            () -> invalidUsers.add(userid.toLowerCase(Locale.ROOT)));
  }

  private void addGroup(String id, List<Member> members, Company company, boolean party) {
    if (members.isEmpty()) {
      (party ? invalidParties : invalidTags).add(id);
    }
    addAll(members, company);
  }

  private void addAll(List<Member> members, Company company) {
    for (Member member : members) {
      if (company.isLicensed(member.userid())) {
        reached.add(member.userid());
      } else {
        unlicensed.add(member.userid().toLowerCase(Locale.ROOT));
      }
    }
  }

  private static List<Member> found(String party, Company company) {
    return number(party) > 0 ? company.in(number(party)) : List.of();
  }

  private static List<Member> tagged(String tag, Company company) {
    return number(tag) > 0 ? company.tagged(number(tag)) : List.of();
  }

  private static int number(String id) {
    return id.matches("[0-9]{1,9}") ? Integer.parseInt(id) : 0;
  }

  private static List<String> split(ObjectNode message, String field, int most, int code) {
    String joined = message.path(field).asText("");
    if (message.has(field) && !message.path(field).isTextual()) {
      throw new WeComError(40035, field + " is not a string");
    }
    List<String> parts =
        List.of(joined.split("\\|", -1)).stream().filter(part -> !part.isBlank()).toList();
    if (parts.size() > most) {
      throw new WeComError(code, "too many in " + field);
    }
    return parts;
  }
}
