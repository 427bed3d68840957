package cn.gridcase.config;

import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/**
 * One file of bot-config, read into a value; each is a bean of the package that the file belongs
 * to, and {@code schema/<name>.schema.json} says how it must look.
 *
 * @param <T> the value: a record, or a class that Jackson can build from the file
 */
public abstract class ConfigFile<T> {
  private final String name;
  private final Class<T> shape;
  private final List<ConfigSeries> series;
  @Inject BotConfigs configs;

  /** A file such as {@code roster.yaml}, and the class it is read into. */
  protected ConfigFile(String name, Class<T> shape) {
    this(name, shape, List.of());
  }

  /** A file to which other files belong, of which there must be one at least of each kind. */
  protected ConfigFile(String name, Class<T> shape, List<ConfigSeries> series) {
    this.name = name;
    this.shape = shape;
    this.series = List.copyOf(series);
  }

  /** The file's name inside bot-config. */
  public String name() {
    return name;
  }

  /** Its value in the snapshot that the current transaction works by. */
  public T inForce() {
    return configs.inForce().value(shape);
  }

  /**
   * Looks for what a schema cannot see: doubles, references, contradictions. Called once the file's
   * own shape is right; another file's value is in {@code all} only if its shape is right too.
   */
  protected void check(T value, Snapshot all, Problems problems) {}

  /** The class its value has. */
  Class<T> shape() {
    return shape;
  }

  /** The schema of the file itself. */
  String schema() {
    return ConfigSeries.stem(name);
  }

  /** Whether it is made of a file of this name, among others. */
  boolean reads(String file) {
    return name.equals(file) || series.stream().anyMatch(each -> each.has(file));
  }

  /** What it is made of, for people. */
  Stream<String> said() {
    return Stream.concat(Stream.of(name), series.stream().map(ConfigSeries::said));
  }

  /** The files that belong to it. */
  List<ConfigSeries> series() {
    return series;
  }
}
