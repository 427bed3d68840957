package cn.gridcase.chat;

import java.util.Optional;

/**
 * Something one can say or show to the bot; commands are asked in the order of their
 * {@code @Priority}.
 */
public interface ChatCommand {
  /** Asked first: a line of a fixed form. */
  int EXACT = 300;

  /** Asked then: free words of somebody who was asked for them. */
  int EXPECTED = 200;

  /** Asked last: any other words. */
  int FREE = 100;

  /** The reply, or empty if these words are not this command's. */
  Optional<Reply> hear(Said said);

  /** The reply, or empty if a photo is not this command's now. */
  default Optional<Reply> see(ShownPhoto photo) {
    return Optional.empty();
  }

  /** The reply, or empty if a place is not this command's now. */
  default Optional<Reply> see(ShownPlace place) {
    return Optional.empty();
  }
}
