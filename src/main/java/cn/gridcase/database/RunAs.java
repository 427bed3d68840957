package cn.gridcase.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * As whom PostgreSQL's programs run: it refuses to be root, so root hands them to nobody.
 *
 * @param asUser the command that changes the user, empty to stay who we are
 * @param withService what a program that must not outlive us is started through
 * @param owner the uid that must own the cluster, empty to leave owners alone
 */
record RunAs(List<String> asUser, List<String> withService, Optional<Integer> owner) {
  // Nobody and its group have this number on every Linux, but not the same name.
  private static final int NOBODY = 65534;
  private static final List<String> TO_NOBODY =
      List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

  /**
   * The first way that can start PostgreSQL where it lies: /root and the like shut nobody out, and
   * containers forbid this or that.
   */
  static RunAs firstThatWorks(PostgresBinaries binaries) throws IOException {
    for (RunAs way : ways()) {
      if (way.canRun(binaries)) {
        return way;
      }
    }
    throw new StartRefused(
        ("不能以普通用户身份运行 %s。请把 GRIDCASE_DATA 设为所有用户都能进入的目录（例如 /var/lib/gridcase），"
                + "或改用普通用户启动，或用 QUARKUS_DATASOURCE_JDBC_URL 指定外部数据库。")
            .formatted(binaries.home()));
  }

  private static List<RunAs> ways() throws IOException {
    if (!Files.exists(Path.of("/proc/self"))) {
      return List.of(plain());
    }
    if (!Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)) {
      return List.of(new RunAs(List.of(), boundToUs(), Optional.empty()), plain());
    }
    return List.of(
        toNobody(),
        toNobodyWith("dac_read_search"),
        new RunAs(List.of("unshare", "-U"), boundToUs(), Optional.of(0)),
        toNobodyWith("dac_override"));
  }

  private static RunAs plain() {
    return new RunAs(List.of(), List.of(), Optional.empty());
  }

  private static RunAs toNobody() {
    return new RunAs(TO_NOBODY, boundToUs(), Optional.of(NOBODY));
  }

  /**
   * Nobody, but able to walk through folders closed to it; without no_setuid_fixup access(2), which
   * PostgreSQL asks first, would not count the capability.
   */
  private static RunAs toNobodyWith(String capability) {
    List<String> command = new ArrayList<>(TO_NOBODY);
    command.add("--securebits=+no_setuid_fixup");
    command.add("--inh-caps=-all,+" + capability);
    command.add("--ambient-caps=-all,+" + capability);
    return new RunAs(List.copyOf(command), boundToUs(), Optional.of(NOBODY));
  }

  // A session of its own, or Ctrl-C would stop PostgreSQL before us; SIGINT, its fast shutdown,
  // when
  // we die. The latter is forgotten when the user changes, so it is asked for after that.
  private static List<String> boundToUs() {
    return List.of("setsid", "setpriv", "--pdeathsig", "INT");
  }

  private boolean canRun(PostgresBinaries binaries) {
    try {
      Process probe =
          builder(true, List.of(binaries.program("postgres"), "--version"))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return probe.onExit().join().exitValue() == 0;
    } catch (IOException noSuchTool) {
      return false;
    }
  }

  /** Runs a tool to its end and returns its exit code. */
  int run(PostgresLog log, List<String> command) throws IOException {
    return builder(false, command)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()))
        .start()
        .onExit()
        .join()
        .exitValue();
  }

  /** Starts what must end with us; to be called on a thread that lives as long as the process. */
  Process start(PostgresLog log, List<String> command) throws IOException {
    return builder(true, command)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()))
        .start();
  }

  private ProcessBuilder builder(boolean endsWithUs, List<String> command) {
    List<String> whole = new ArrayList<>(asUser);
    if (endsWithUs) {
      whole.addAll(withService);
    }
    whole.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(whole).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    return builder;
  }

  /** Gives a folder or file, with all that is in it, to the user PostgreSQL runs as. */
  void own(Path top) throws IOException {
    if (owner.isEmpty() || uid(top) == owner.get()) {
      return;
    }
    try (Stream<Path> all = Files.walk(top)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        Files.setAttribute(path, "unix:uid", owner.get(), LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", owner.get(), LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  private static int uid(Path path) throws IOException {
    return (Integer) Files.getAttribute(path, "unix:uid");
  }
}
