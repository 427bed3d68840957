package cn.gridcase.story;

import cn.gridcase.photos.Photo;
import cn.gridcase.photos.PhotoFetched;
import cn.gridcase.photos.PhotoLost;
import cn.gridcase.photos.Photos;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Hears of photos as whoever owns their subject does, and looks them up in the same transaction.
 */
@ApplicationScoped
public class PhotosHeard {
  private final Photos photos;
  private final List<Photo> heard = new CopyOnWriteArrayList<>();

  @Inject
  PhotosHeard(Photos photos) {
    this.photos = photos;
  }

  void come(@Observes PhotoFetched event) {
    photos.of(event.subject()).stream()
        .filter(it -> it.id().equals(event.id()))
        .forEach(heard::add);
  }

  void gone(@Observes PhotoLost event) {
    heard.add(event.photo());
  }

  /** States heard of a subject's photos, in order. */
  List<Photo.State> of(String subject) {
    return heard.stream().filter(it -> it.subject().equals(subject)).map(Photo::state).toList();
  }
}
