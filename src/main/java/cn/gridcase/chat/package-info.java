/**
 * How one talks to the bot: one transaction from a heard message to all its effects and the reply.
 */
@NullMarked
package cn.gridcase.chat;

import org.jspecify.annotations.NullMarked;
