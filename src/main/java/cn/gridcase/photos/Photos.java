package cn.gridcase.photos;

import cn.gridcase.database.Database;
import cn.gridcase.grid.Place;
import cn.gridcase.grid.Wgs84;
import cn.gridcase.photos.Photo.State;
import cn.gridcase.roster.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * 照片: what people sent, from the promise to fetch it to the end; only this class writes its table.
 *
 * <p>Everything here happens in the caller's transaction.
 */
@ApplicationScoped
public class Photos {
  private static final String TOO_LATE = "三天里没能从企业微信取到，那边已不再保存。请重新发一次。";

  private final Database database;
  private final PhotoStore store;
  private final Event<PhotoFetched> fetched;
  private final Event<PhotoLost> lost;

  @Inject
  Photos(Database database, PhotoStore store, Event<PhotoFetched> fetched, Event<PhotoLost> lost) {
    this.database = database;
    this.store = store;
    this.fetched = fetched;
    this.lost = lost;
  }

  /**
   * Somebody has sent a photo; it is fetched from now on, for three days at most.
   *
   * @param sender userid, who is told if it never comes; forgotten once that is settled
   * @param subject opaque: what it is evidence of
   */
  public UUID promised(String sender, String mediaId, String subject, Instant now) {
    UUID id = UUID.randomUUID();
    database.change(PhotoSql.PROMISE, id, subject, sender, mediaId, now);
    return id;
  }

  /** All photos of one subject belong to another from now on: a draft has become a case. */
  public void move(String from, String to) {
    database.change(PhotoSql.MOVE, to, from);
  }

  /**
   * The same for what is evidence from now on.
   *
   * @param stoodAt where whoever hands it in says they are
   */
  public void handedIn(String from, String to, Optional<Place> stoodAt, Instant now) {
    Optional<Wgs84> point = stoodAt.map(Place::wgs84);
    database.change(
        PhotoSql.HAND_IN, to, now, point.map(Wgs84::longitude), point.map(Wgs84::latitude), from);
  }

  /** How a photo looks; empty while it is not here, and where it came before looks were kept. */
  Optional<Looks> looks(UUID id) {
    return database.first(PhotoSql.LOOKS, row -> Looks.read(row.getBytes(1)), id);
  }

  /**
   * When the newest evidence was received that the photo is a copy of.
   *
   * @param since evidence handed in before this is let alone
   * @param until as is what was handed in from then on
   */
  Optional<Instant> copied(Looks looks, Instant since, Instant until) {
    return database
        .list(
            PhotoSql.ALIKE,
            row -> new Kept(Looks.read(row.getBytes(1)), Database.instant(row, "told_at")),
            looks.sought(),
            until,
            since)
        .stream()
        .filter(kept -> looks.isCopyOf(kept.looks()))
        .map(Kept::toldAt)
        .findFirst();
  }

  private record Kept(Looks looks, Instant toldAt) {}

  /** Photos of one subject, in the order they were sent, whatever became of them. */
  public List<Photo> of(String subject) {
    return database.list(PhotoSql.OF_SUBJECT, PhotoRow::photo, subject);
  }

  /** The photo with this id. */
  public Optional<Photo> find(UUID id) {
    return database.first(PhotoSql.ONE, PhotoRow::photo, id);
  }

  /**
   * A photo as others may see it: a JPEG with nothing in it but the picture; empty if there is
   * none. Whoever asks has made sure that it is for those eyes.
   */
  public Optional<InputStream> open(UUID id, Photo.Size size) {
    String sql =
        switch (size) {
          case LARGE -> PhotoSql.LARGE;
          case THUMBNAIL -> PhotoSql.THUMBNAIL;
        };
    return database.first(sql, row -> row.getString(1), id).map(store::open);
  }

  /** The photo that is due for longest, for the caller to fetch; nobody else gets it meanwhile. */
  public Optional<PhotoClaim> claim() {
    UUID claim = UUID.randomUUID();
    return database.first(
        PhotoSql.CLAIM,
        row -> new PhotoClaim(row.getObject(1, UUID.class), row.getString(2), claim),
        claim);
  }

  /** It did not come this time, and is tried again after a while. */
  public void later(PhotoClaim claim, String reason) {
    database.change(PhotoSql.LATER, reason, claim.id(), claim.claim());
  }

  /** It is here; a claim that has run out meanwhile changes nothing. */
  public void fetched(PhotoClaim claim, DevelopedPhoto photo, Instant now) {
    PhotoFacts facts = photo.facts();
    int rows =
        database.change(
            PhotoSql.FETCHED,
            now,
            photo.original(),
            photo.large(),
            photo.thumbnail(),
            facts.bytes(),
            facts.width(),
            facts.height(),
            facts.takenAt(),
            facts.place().map(ExifPlace::latitude),
            facts.place().map(ExifPlace::longitude),
            photo.looks().bytes(),
            photo.looks().bands(),
            claim.id(),
            claim.claim());
    if (rows == 1) {
      mustBeKept(photo);
      fetched.fire(new PhotoFetched(photo(claim.id()).subject(), claim.id()));
    }
  }

  /** The same bytes may have been erased since they were kept; they are fetched once more then. */
  private void mustBeKept(DevelopedPhoto photo) {
    for (String key : List.of(photo.original(), photo.large(), photo.thumbnail())) {
      if (!store.holds(key)) {
        throw new IllegalStateException("photo " + key + " was erased meanwhile");
      }
    }
  }

  /** It came and cannot be used; the reason says what its sender can do. */
  public void refused(PhotoClaim claim, String reason, Instant now) {
    ended(claim, State.REFUSED, reason, now);
  }

  /** WeCom has it no more; the reason says what its sender can do. */
  public void lost(PhotoClaim claim, String reason, Instant now) {
    ended(claim, State.LOST, reason, now);
  }

  /** Whatever has waited for three days is lost. */
  public void giveUp(Instant now) {
    for (UUID id : database.list(PhotoSql.TOO_OLD, row -> row.getObject(1, UUID.class), now)) {
      database.change(PhotoSql.GIVE_UP, TOO_LATE, now, id);
      tell(id);
    }
  }

  /** What they were to show was given up: nobody sees them any more. */
  public void discard(String subject, Instant now) {
    database.change(PhotoSql.DISCARD, now, subject);
  }

  /**
   * Erases some of what was discarded until that instant, and bytes that only they named.
   *
   * @return whether there may be more
   */
  boolean erase(Instant discarded) {
    if (database.first(PhotoSql.ANY_OVERDUE, row -> true, discarded).isEmpty()) {
      return false;
    }
    database.change(PhotoSql.ALONE);
    // Before the commit: rows of bytes that are gone are found again, bytes without a row are not.
    database.list(PhotoSql.ERASE, row -> row.getString(1), discarded).forEach(store::erase);
    return true;
  }

  /**
   * Writes down who takes a photo as it was sent, and why.
   *
   * @return what {@link #original} asks for, in the next ten minutes
   */
  public UUID opened(UUID id, Person person, String purpose, Instant now) {
    UUID opening = UUID.randomUUID();
    database.change(PhotoSql.OPENED, opening, id, person.userid(), purpose, now);
    return opening;
  }

  /** A photo as it was sent, for who has said why; empty for anybody else, and too late. */
  public Optional<InputStream> original(UUID id, UUID opening, Person person, Instant now) {
    return database
        .first(PhotoSql.ORIGINAL, row -> row.getString(1), opening, id, person.userid(), now)
        .map(store::open);
  }

  private void ended(PhotoClaim claim, State state, String reason, Instant now) {
    if (database.change(PhotoSql.ENDED, state, reason, now, claim.id(), claim.claim()) == 1) {
      tell(claim.id());
    }
  }

  /** Its sender hears of it, and is nobody's business afterwards: they may be a case's reporter. */
  private void tell(UUID id) {
    lost.fire(new PhotoLost(photo(id)));
    database.change(PhotoSql.FORGET_SENDER, id);
  }

  private Photo photo(UUID id) {
    return database.first(PhotoSql.ONE, PhotoRow::photo, id).orElseThrow();
  }
}
