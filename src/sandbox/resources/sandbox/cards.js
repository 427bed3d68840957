// A template card, drawn from the JSON that was sent, in the order in which the phone stacks it.

import { make } from './dom.js';
import { asks } from './card-answers.js';
import {
  actionMenu, cardImage, emphasis, heading, imageText, jumps, quote, rows, source, subtitle,
  verticals,
} from './card-parts.js';

/**
 * Draws a card.
 *
 * @param card the API JSON of the template card
 * @param state what became of this person's copy: disabled, replaceText, chosen
 * @param press called with the key and what is selected; the promise ends when the bot has answered
 */
export function renderCard(card, state, press) {
  const answers = asks(card, state ?? {}, press);
  return make('article', { class: 'card', 'data-card-type': card.card_type, tabindex: -1 },
      make('div', { class: 'card-top' }, source(card), actionMenu(card, answers)),
      heading(card),
      imageText(card),
      cardImage(card),
      emphasis(card),
      quote(card),
      verticals(card),
      subtitle(card),
      rows(card),
      jumps(card),
      answers.element);
}
