// The row of people: on a desk it chooses whose phones stand side by side, in the hand whose is
// shown.

import { make } from './dom.js';
import { recall, remember } from './memory.js';

// The way a case goes; one of each is shown first, and the row stands in this order.
const WORK = [/网格员|GRID/i, /派遣|DISPATCH/i, /处置|执法|UNIT/i, /核查|VERIF/i];
// The unit that the example of the first hint is for.
const EXAMPLE_UNIT = /消防/;
const TINTS = 8;
const HAND = matchMedia('(max-width: 719px)');

/** A person's picture: the end of the name on a colour of its own. */
export function avatar(person) {
  let sum = 0;
  for (const letter of person.userid) {
    sum = (sum * 31 + letter.codePointAt(0)) % 9973;
  }
  return make('span', { class: `avatar tint-${sum % TINTS}`, 'aria-hidden': 'true' },
      person.name.slice(-2));
}

/** Everybody in the order in which a case reaches them; who has no part in it comes last. */
export function inOrderOfWork(people) {
  const turn = (person) => {
    const at = WORK.findIndex((role) => role.test(person.role));
    return at < 0 ? WORK.length : at;
  };
  return people.toSorted((one, other) => turn(one) - turn(other));
}

/** Whose windows are seen, and what the others have not read. */
export class People {
  #bar = document.getElementById('people');
  #people = [];
  #shown = [];
  #active = '';
  #unread = new Map();
  #changed;

  /** @param changed called whenever other windows are to be seen */
  constructor(changed) {
    this.#changed = changed;
    HAND.addEventListener('change', () => this.#show());
  }

  /** Whether the page is held in a hand: one chat at a time. */
  get inHand() {
    return HAND.matches;
  }

  /** The userids whose windows are seen, in the order of the row. */
  get visible() {
    return this.inHand ? [this.#active] : this.#shown;
  }

  /** Takes the people of a new state; keeps earlier choices that still exist. */
  meet(people) {
    this.#people = people;
    const known = new Set(people.map((person) => person.userid));
    const kept = recall('shown', []).filter((userid) => known.has(userid));
    this.#shown = this.#inOrder(kept.length > 0 ? kept : firstShown(people));
    const active = recall('active', '');
    this.#active = known.has(active) ? active : this.#shown[0] ?? '';
    this.#show();
  }

  /** The person a newcomer should start with. */
  get starter() {
    return firstShown(this.#people)[0];
  }

  /** Makes a person's window seen. */
  bringUp(userid) {
    this.#active = userid;
    this.#shown = this.#inOrder([...new Set([...this.#shown, userid])]);
    this.#keep();
  }

  /** The first person whose name stands in a sentence. */
  namedIn(text) {
    const named = this.#people.filter((person) => text.includes(person.name));
    named.sort((one, other) => text.indexOf(one.name) - text.indexOf(other.name));
    return named[0]?.userid;
  }

  /** Notes that a message came; who is not looking gets a dot. */
  arrived(userid) {
    if (!this.visible.includes(userid)) {
      this.#unread.set(userid, (this.#unread.get(userid) ?? 0) + 1);
      this.#draw();
    }
  }

  #choose(userid) {
    if (this.inHand) {
      this.#active = userid;
    } else if (!this.#shown.includes(userid)) {
      this.#shown = this.#inOrder([...this.#shown, userid]);
      this.#active = userid;
    } else if (this.#shown.length > 1) {
      this.#shown = this.#shown.filter((other) => other !== userid);
    }
    this.#keep();
  }

  #keep() {
    remember('shown', this.#shown);
    remember('active', this.#active);
    this.#show();
  }

  #show() {
    this.visible.forEach((userid) => this.#unread.delete(userid));
    this.#draw();
    this.#changed(this.visible);
  }

  #draw() {
    const focused = document.activeElement?.dataset?.person;
    this.#bar.replaceChildren(
        ...this.#people.map((person) => this.#chip(person)), ...this.#nextUnread());
    const chosen = focused ?? (this.inHand ? this.#active : undefined);
    const chip = this.#bar.querySelector(`[data-person="${CSS.escape(chosen ?? '')}"]`);
    if (focused && chip) {
      chip.focus();
    }
    chip?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }

  #chip(person) {
    const unread = this.#unread.get(person.userid) ?? 0;
    return make('button', {
      type: 'button',
      class: 'chip',
      'data-person': person.userid,
      'aria-pressed': String(this.visible.includes(person.userid)),
      onclick: () => this.#choose(person.userid),
    },
    avatar(person),
    make('span', { class: 'chip-name' }, person.name),
    make('span', { class: 'chip-role' }, inShort(person)),
    unread > 0 && make('span', { class: 'dot' }, make('span', { class: 'sr-only' }, '未读'),
        String(Math.min(unread, 99))));
  }

  /** In the hand most of the row is out of sight, and so are its dots. */
  #nextUnread() {
    const unread = this.#inOrder([...this.#unread.keys()]);
    if (!this.inHand || unread.length === 0) {
      return [];
    }
    return [make('button', {
      type: 'button', class: 'next-unread', onclick: () => this.#choose(unread[0]),
    }, '未读', make('strong', {}, `${unread.length} 人`))];
  }

  #inOrder(userids) {
    return this.#people.map((person) => person.userid).filter((id) => userids.includes(id));
  }
}

/** Those who act for a unit are told apart by it, all others by what they do. */
function inShort(person) {
  return person.role.includes('处置') && person.department ? person.department : person.role;
}

function firstShown(people) {
  const chosen = [];
  for (const role of WORK) {
    const able = people.filter((person) =>
      role.test(person.role) && !chosen.includes(person.userid));
    const found = able.find((person) => EXAMPLE_UNIT.test(person.department)) ?? able[0];
    if (found) {
      chosen.push(found.userid);
    }
  }
  return chosen.length > 0 ? chosen : people.slice(0, WORK.length).map((one) => one.userid);
}
