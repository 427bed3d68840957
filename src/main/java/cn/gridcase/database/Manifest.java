package cn.gridcase.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * 备份清单: what a backup holds, the last entry of its file.
 *
 * @param format of the backup file; a program reads its own and older ones
 * @param program version of the program that made it
 * @param schema version of the newest migration the tables had
 * @param takenAt ISO 8601 in UTC, by the database's clock; what was committed later is not in it
 * @param server version of the database it was taken from
 */
public record Manifest(
    int format,
    String program,
    String schema,
    String takenAt,
    String server,
    List<Table> tables,
    List<Sequence> sequences,
    List<Part> photos) {
  static final int FORMAT = 1;

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** An entry of the file, and what its bytes, unpacked, must be. */
  public record Part(String entry, long bytes, String sha256) {}

  /** A table: its rows as PostgreSQL's COPY writes them as text. */
  public record Table(String name, List<String> columns, long rows, Part part) {}

  /** Where a sequence stood. */
  public record Sequence(String name, long last, boolean called) {}

  /** The instant up to which everything committed is in the backup. */
  public Instant taken() {
    return Instant.parse(takenAt);
  }

  /** How many rows there are in all. */
  public long rows() {
    return tables.stream().mapToLong(Table::rows).sum();
  }

  Stream<Part> parts() {
    return Stream.concat(tables.stream().map(Table::part), photos.stream());
  }

  byte[] toJson() {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a manifest is always JSON", e);
    }
  }

  static Manifest read(byte[] json) throws IOException {
    return JSON.readValue(json, Manifest.class);
  }
}
