package cn.gridcase.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Everything found wrong in one reading of bot-config, told at once. */
public final class Problems {
  /** The key of a problem that concerns a whole file. */
  public static final String WHOLE_FILE = "（整个文件）";

  private final List<ConfigProblem> found = new ArrayList<>();
  private final List<ConfigProblem> hints = new ArrayList<>();

  /** Notes a problem; the reason is a Chinese clause without a full stop. */
  public void add(String file, String key, String reason) {
    found.add(new ConfigProblem(file, key, reason));
  }

  /** Notes what may be meant so, and stops nothing; only who asks for a check hears of it. */
  public void hint(String file, String key, String reason) {
    hints.add(new ConfigProblem(file, key, reason));
  }

  /** The key of an entry of a list, which people count from one and know by its own label. */
  public static String item(String list, int index, String label) {
    return list + "[第" + (index + 1) + "个" + (label.isEmpty() ? "" : "：" + label) + "]";
  }

  /** Whether nothing was found. */
  public boolean none() {
    return found.isEmpty();
  }

  /** Whether one of them is about this file. */
  boolean nameFile(String file) {
    return found.stream().anyMatch(problem -> problem.file().equals(file));
  }

  /** All of them, in the order found. */
  public List<ConfigProblem> all() {
    return List.copyOf(found);
  }

  /** What was noted besides, in the order found. */
  public List<ConfigProblem> hints() {
    return List.copyOf(hints);
  }

  /** One line each: 文件 · 键 · 原因. */
  public String text() {
    return found.stream().map(ConfigProblem::toString).collect(Collectors.joining("\n"));
  }
}
