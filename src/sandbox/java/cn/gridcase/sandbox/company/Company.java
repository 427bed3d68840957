package cn.gridcase.sandbox.company;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** 企业: who is in it, how it is divided, and who of them the app may see. */
public final class Company {
  private final String name;
  private final Map<String, Member> members = new LinkedHashMap<>();
  private final Map<String, Department> departments = new LinkedHashMap<>();
  private final List<String> tags = new ArrayList<>();
  private final Set<String> hidden = ConcurrentHashMap.newKeySet();
  private final Set<String> unlicensed = ConcurrentHashMap.newKeySet();
  private final Set<String> disabled = ConcurrentHashMap.newKeySet();

  /** Every department and every role of the members comes to be; a role is a tag. */
  public Company(String name, List<Member> people) {
    this.name = name;
    departments.put(name, new Department(1, name, 0));
    for (Member member : people) {
      if (members.put(lower(member.userid()), member) != null) {
        throw new IllegalArgumentException("userid twice: " + member.userid());
      }
      departments.computeIfAbsent(
          member.department(), it -> new Department(departments.size() + 1, it, 1));
      if (!tags.contains(member.role())) {
        tags.add(member.role());
      }
    }
  }

  public String name() {
    return name;
  }

  public List<Member> members() {
    return List.copyOf(members.values());
  }

  public List<Department> departments() {
    return List.copyOf(departments.values());
  }

  /** Tag 1 is the first of them. */
  public List<String> tags() {
    return List.copyOf(tags);
  }

  /** A member whom the app may see, by userid ignoring case. */
  public Optional<Member> visible(String userid) {
    return member(userid).filter(member -> isVisible(member.userid()));
  }

  /** Any member, by userid ignoring case. */
  public Optional<Member> member(String userid) {
    return Optional.ofNullable(members.get(lower(userid)));
  }

  /** A member by userid or by name. */
  public Optional<Member> known(String useridOrName) {
    return member(useridOrName)
        .or(
            () ->
                members.values().stream()
                    .filter(member -> member.name().equals(useridOrName))
                    .findFirst());
  }

  public Department departmentOf(Member member) {
    Department department = departments.get(member.department());
    return department == null ? new Department(1, name, 0) : department;
  }

  /** The visible members of a department, of those below it too for the root. */
  public List<Member> in(int department) {
    return members.values().stream()
        .filter(member -> department == 1 || departmentOf(member).id() == department)
        .filter(member -> isVisible(member.userid()))
        .toList();
  }

  /** The visible members with a tag. */
  public List<Member> tagged(int tag) {
    return members.values().stream()
        .filter(member -> tags.indexOf(member.role()) == tag - 1)
        .filter(member -> isVisible(member.userid()))
        .toList();
  }

  /** Takes the member out of the app's visible range 可见范围, or puts them back. */
  public void setVisible(String userid, boolean visible) {
    set(hidden, userid, !visible);
  }

  /** Takes the interface licence 接口许可 away, or gives it back. */
  public void setLicensed(String userid, boolean licensed) {
    set(unlicensed, userid, !licensed);
  }

  /** Disables the member's account, or enables it again. */
  public void setEnabled(String userid, boolean enabled) {
    set(disabled, userid, !enabled);
  }

  public boolean isVisible(String userid) {
    return !hidden.contains(lower(userid)) && !disabled.contains(lower(userid));
  }

  public boolean isLicensed(String userid) {
    return !unlicensed.contains(lower(userid));
  }

  public boolean isEnabled(String userid) {
    return !disabled.contains(lower(userid));
  }

  private static void set(Set<String> marks, String userid, boolean marked) {
    if (marked) {
      marks.add(lower(userid));
    } else {
      marks.remove(lower(userid));
    }
  }

  private static String lower(String userid) {
    return userid.toLowerCase(Locale.ROOT);
  }
}
