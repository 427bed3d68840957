package cn.gridcase.whistle;

import cn.gridcase.chat.ChatCommand;
import cn.gridcase.chat.Reply;
import cn.gridcase.chat.Said;
import cn.gridcase.chat.ShownPhoto;
import cn.gridcase.chat.ShownPlace;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * A place, while an arrival 到场 is owed or was just said, or a photo, once it was; what belongs to a
 * report that somebody is in the middle of is asked for first.
 */
@ApplicationScoped
@Priority(ChatCommand.EXPECTED + 2)
class ArrivalCommand implements ChatCommand {
  private final Arrivals arrivals;

  @Inject
  ArrivalCommand(Arrivals arrivals) {
    this.arrivals = arrivals;
  }

  @Override
  public Optional<Reply> hear(Said said) {
    return Optional.empty();
  }

  @Override
  public Optional<Reply> see(ShownPlace place) {
    return arrivals.shown(place.place(), place.speaker(), place.now()).map(Reply::line);
  }

  @Override
  public Optional<Reply> see(ShownPhoto photo) {
    return arrivals.shown(photo.mediaId(), photo.speaker(), photo.now()).map(Reply::line);
  }
}
