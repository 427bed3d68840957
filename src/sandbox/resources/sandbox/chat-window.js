// One person's phone: who it is, what was said, and a bar to say more.

import { renderBubble } from './bubbles.js';
import { avatar } from './cast.js';
import { composer } from './composer.js';
import { button, make } from './dom.js';
import { firstSteps } from './first-steps.js';
import { icon } from './icons.js';
import { separatorText } from './moment.js';
import { wentWell } from './toast.js';
import { requestAs } from './wire.js';

const PAUSE_MS = 5 * 60_000;
const NEAR_END_PX = 80;

/** A chat window; bubbles are put into it one by one and repainted under the same id. */
export class ChatWindow {
  #person;
  #composer;
  #items = new Map();
  #firstAt = 0;
  #lastAt = 0;
  #list;
  #newer;
  #atEnd = true;
  #lastTop = 0;

  constructor(person, menu) {
    this.#person = person;
    this.#composer = composer(person, menu);
    this.#list = make('div', {
      class: 'messages', role: 'log', tabindex: 0, 'aria-label': `${person.name}的聊天记录`,
      onscroll: () => this.#scrolled(),
    });
    this.#newer = button([icon('down'), '新消息'],
        { class: 'newer', hidden: true, onclick: () => this.toEnd() });
    this.element = make('section', {
      class: 'phone', 'data-userid': person.userid, 'aria-label': `${person.name}的手机`,
    },
    make('header', { class: 'phone-head' }, avatar(person),
        make('h2', {}, person.name, make('small', {}, describe(person)))),
    make('div', { class: 'talk' }, this.#list, this.#newer),
    this.#composer.element);
    this.#empty();
    // A drawer or a keyboard that takes room must not push the latest message out of sight.
    new ResizeObserver(() => this.#atEnd && this.toEnd()).observe(this.#list);
  }

  /** Shows everything said so far. */
  fill(bubbles, now) {
    this.#items.clear();
    this.#firstAt = 0;
    this.#lastAt = 0;
    this.#list.replaceChildren();
    bubbles.forEach((bubble) => this.put(bubble, now));
    this.#firstAt = bubbles.length > 0 ? new Date(bubbles[0].at).getTime() : 0;
    this.#empty();
    this.toEnd();
  }

  /** Adds a bubble or, if its id is known, repaints it where it stands; tells whether it is new. */
  put(bubble, now) {
    const known = this.#items.get(bubble.id);
    const atEnd = this.#atEnd;
    if (!known && new Date(bubble.at).getTime() < this.#firstAt) {
      // Repainted, but too long ago to be shown.
      return false;
    }
    if (known) {
      this.#repaint(known, bubble);
    } else {
      this.#add(bubble, now);
    }
    if (atEnd || (!known && bubble.from === 'me')) {
      this.toEnd();
    } else if (!known) {
      this.#newer.hidden = false;
    }
    return !known;
  }

  /** Writes a text into the bar without sending it. */
  prepare(text) {
    this.#composer.prepare(text);
  }

  /** Scrolls to the latest bubble. */
  toEnd() {
    this.#list.scrollTop = this.#list.scrollHeight;
    this.#newer.hidden = true;
    this.#atEnd = true;
  }

  #add(bubble, now) {
    this.#list.querySelector('.nothing')?.remove();
    const at = new Date(bubble.at).getTime();
    const item = make('div', { 'data-bubble': bubble.id },
        at - this.#lastAt > PAUSE_MS && make('time', { datetime: bubble.at },
            separatorText(bubble.at, now)),
        this.#drawn(bubble));
    this.#lastAt = at;
    this.#items.set(bubble.id, item);
    this.#list.append(item);
    item.querySelectorAll('img').forEach((image) =>
      image.addEventListener('load', () => this.#atEnd && this.toEnd()));
  }

  #repaint(item, bubble) {
    const old = item.querySelector('.bubble');
    const held = old.contains(document.activeElement);
    const drawn = this.#drawn(bubble);
    drawn.classList.add('repainted');
    old.replaceWith(drawn);
    if (held) {
      drawn.querySelector('.card')?.focus({ preventScroll: true });
    }
  }

  #drawn(bubble) {
    return renderBubble(bubble, this.#person, (key, selected) =>
      wentWell(requestAs(this.#person.userid, 'press', { bubble: bubble.id, key, selected })));
  }

  #empty() {
    if (this.#items.size === 0) {
      this.#list.replaceChildren(
          make('p', { class: 'nothing' }, firstSteps(this.#person)));
    }
  }

  #scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.#list;
    const near = scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
    // Far from the end without having gone up means that a picture grew, not that somebody read on.
    this.#atEnd = near || (this.#atEnd && scrollTop >= this.#lastTop);
    this.#lastTop = scrollTop;
    this.#newer.hidden ||= this.#atEnd;
  }
}

function describe(person) {
  return [person.role, person.department].filter(Boolean).join(' · ');
}
