package cn.gridcase.chat;

import java.util.Optional;

/** Something one can say to the bot; commands are asked in the order of their {@code @Priority}. */
public interface ChatCommand {
  /** Asked first: a line of a fixed form. */
  int EXACT = 300;

  /** Asked then: free words of somebody who was asked for them. */
  int EXPECTED = 200;

  /** Asked last: any other words. */
  int FREE = 100;

  /** The reply, or empty if these words are not this command's. */
  Optional<Reply> hear(Said said);
}
