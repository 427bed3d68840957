package cn.gridcase.chat;

import cn.gridcase.outbox.NewMessage;
import cn.gridcase.outbox.Outbox;
import cn.gridcase.photos.Photo;
import cn.gridcase.photos.PhotoLost;
import cn.gridcase.time.CalendarFile;
import cn.gridcase.time.ServiceClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Tells whoever sent a photo that it will not come, why, and what to do. */
@ApplicationScoped
class PhotoNotice {
  private final Outbox outbox;
  private final CalendarFile calendars;
  private final ServiceClock clock;

  @Inject
  PhotoNotice(Outbox outbox, CalendarFile calendars, ServiceClock clock) {
    this.outbox = outbox;
    this.calendars = calendars;
    this.clock = clock;
  }

  void tell(@Observes PhotoLost lost) {
    Photo photo = lost.photo();
    String said = calendars.inForce().said(photo.toldAt());
    outbox.post(
        NewMessage.text(
            photo.sender(),
            photo.subject(),
            Sentences.PHOTO_NOT_KEPT.formatted(said, photo.reason()),
            clock.now()));
  }
}
