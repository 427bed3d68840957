/** The company in WeCom: members, keys, tokens, chats, cards, media. */
@NullMarked
package cn.gridcase.sandbox.company;

import org.jspecify.annotations.NullMarked;
