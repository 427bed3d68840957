package cn.gridcase.config;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * bot-config as the service goes by it: one snapshot, chosen by one row, for a whole transaction.
 */
@ApplicationScoped
public class BotConfigs {
  /** The priority of the StartupEvent observer after which a snapshot is in force. */
  public static final int LOADED = Interceptor.Priority.LIBRARY_BEFORE;

  private final Path folder;
  private final boolean command;
  private final SnapshotReader reader;
  private final ConfigSnapshots snapshots;
  private final List<RecordCheck> record;
  private final TransactionSynchronizationRegistry transaction;
  private final Map<String, Snapshot> read = new ConcurrentHashMap<>();

  private final Map<String, Snapshot> past = new ConcurrentHashMap<>();

  /** The hash of the folder at the last look, and of what was last judged. */
  private volatile String seen = "";

  private volatile String judged = "";

  @Inject
  BotConfigs(
      @ConfigProperty(name = "gridcase.bot-config", defaultValue = "bot-config") String folder,
      @ConfigProperty(name = "gridcase.command", defaultValue = "false") boolean command,
      SnapshotReader reader,
      ConfigSnapshots snapshots,
      @All List<RecordCheck> record,
      TransactionSynchronizationRegistry transaction) {
    this.folder = Path.of(folder);
    this.command = command;
    this.reader = reader;
    this.snapshots = snapshots;
    this.record = record;
    this.transaction = transaction;
  }

  /** The snapshot in force when the current transaction first asked. */
  public Snapshot inForce() {
    if (transaction.getTransactionKey() == null) {
      throw new IllegalStateException("bot-config is read inside a transaction only");
    }
    if (transaction.getResource(BotConfigs.class) instanceof Snapshot known) {
      return known;
    }
    // Another replica may have put a snapshot in force that this one never saw.
    Snapshot inForce = read.computeIfAbsent(snapshots.inForce(), this::stored);
    transaction.putResource(BotConfigs.class, inForce);
    return inForce;
  }

  /**
   * The snapshot with this hash, which was in force once; a file of it that this version cannot
   * read has no value.
   */
  public Snapshot asOf(String hash) {
    return past.computeIfAbsent(hash, known -> reader.readPast(snapshots.texts(known)));
  }

  /**
   * How files that were changed while the service runs were judged.
   *
   * @param hash of their texts
   * @param problems why the rules before stay in force; none if these are in force now
   */
  public record Judged(String hash, Problems problems) {}

  /**
   * Looks at the folder again; rules that changed are in force from now on, or refused as a whole,
   * and the rules before stay. A file that is just being written is left for the next look; one
   * look at a time, so that an older one never undoes a newer.
   *
   * @param news is told, in the same transaction, unless another replica told it already
   */
  public synchronized void reload(Consumer<Judged> news) {
    Problems problems = new Problems();
    Map<String, String> texts = ConfigFolder.texts(folder, problems);
    String hash = Snapshot.hash(texts);
    boolean settled = hash.equals(seen);
    seen = hash;
    if (settled && !hash.equals(judged)) {
      QuarkusTransaction.requiringNew().run(() -> judge(texts, problems, news));
      judged = hash;
    }
  }

  private void judge(Map<String, String> texts, Problems problems, Consumer<Judged> news) {
    Snapshot snapshot = reader.read(texts, problems);
    if (problems.none()) {
      record.forEach(check -> check.check(snapshot, problems));
    }
    boolean isNews =
        problems.none() ? snapshots.putInForce(snapshot) : snapshots.refused(snapshot.hash());
    if (isNews) {
      news.accept(new Judged(snapshot.hash(), problems));
    }
  }

  /** Everything else needs the rules, so they are read before anything else begins. */
  void start(@Observes @Priority(LOADED) StartupEvent start) {
    // An operator's command looks at the record; it does not change the rules.
    if (!command) {
      load();
    }
  }

  /** Reads the folder and puts it in force, or throws {@link ConfigRefused} and changes nothing. */
  private void load() {
    Problems problems = new Problems();
    Snapshot snapshot = reader.read(folder, problems);
    refuseIfWrong(problems);
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              // In one transaction: rules that the record refuses are in force for nobody.
              record.forEach(check -> check.check(snapshot, problems));
              refuseIfWrong(problems);
              snapshots.putInForce(snapshot);
            });
    read.put(snapshot.hash(), snapshot);
    seen = snapshot.hash();
    judged = seen;
  }

  private void refuseIfWrong(Problems problems) {
    if (!problems.none()) {
      throw new ConfigRefused(folder.toString(), problems);
    }
  }

  private Snapshot stored(String hash) {
    return reader.readInForce(snapshots.texts(hash));
  }
}
