package cn.gridcase.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keeps a child from outliving this program, even one that is killed without a word. */
public final class Leash {
  /** Ends the child as soon as the parent is no longer there. */
  private static final String WATCH =
      "parent=$1; shift; \"$@\" & child=$!; trap 'kill $child' INT TERM;"
          + " while kill -0 $parent 2>/dev/null && kill -0 $child 2>/dev/null; do sleep 1; done;"
          + " kill $child 2>/dev/null; wait $child";

  private Leash() {}

  /** On Linux the kernel tells the child; elsewhere a shell beside it looks every second. */
  public static List<String> on(List<String> command) {
    List<String> leashed = new ArrayList<>();
    if (has("/usr/bin/setpriv")) {
      leashed.addAll(List.of("setpriv", "--pdeathsig", "KILL"));
    } else if (has("/bin/sh")) {
      String parent = Long.toString(ProcessHandle.current().pid());
      leashed.addAll(List.of("/bin/sh", "-c", WATCH, "leash", parent));
    }
    leashed.addAll(command);
    return leashed;
  }

  private static boolean has(String program) {
    return Files.isExecutable(Path.of(program));
  }
}
