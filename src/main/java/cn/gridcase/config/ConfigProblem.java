package cn.gridcase.config;

/**
 * 配置问题: one thing wrong in bot-config, told to whoever edits it.
 *
 * @param key where in the file, such as {@code people[第3个：limei].unit}
 */
public record ConfigProblem(String file, String key, String reason) {
  @Override
  public String toString() {
    return file + " · " + key + " · " + reason;
  }
}
