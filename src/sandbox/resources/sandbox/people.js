// The strip of people: on a desk it chooses whose phones stand side by side, in the hand whose is
// shown. The story's people come first; all others are behind one button.

import { avatar, inShort, leader, storyPeople } from './cast.js';
import { button, make } from './dom.js';
import { Everybody } from './everybody.js';
import { recall, remember } from './memory.js';

const HAND = matchMedia('(max-width: 719px)');
const NARROWEST_PHONE_REM = 16.25;
const GAP_REM = 0.75;

/** Whose windows are seen, and what the others have not read. */
export class People {
  #bar = document.getElementById('people');
  #stage = document.getElementById('stage');
  #people = [];
  #pinned = [];
  #shown = [];
  #active = '';
  #unread = new Map();
  #everybody;
  #changed;

  /** @param changed called whenever other windows are to be seen */
  constructor(changed) {
    this.#changed = changed;
    this.#everybody = new Everybody(
        (person) => this.#chip(person, person.department), (userid) => this.#unread.has(userid));
    HAND.addEventListener('change', () => this.#show());
  }

  /** The userids whose windows are seen, in the order of work. */
  get visible() {
    return HAND.matches ? [this.#active] : this.#shown;
  }

  /** Takes the people of a new state; keeps earlier choices that still exist. */
  meet(people) {
    this.#people = people;
    const opened = storyPeople(people).map((person) => person.userid);
    this.#pinned = [...opened, leader(people)?.userid].filter(Boolean);
    const known = new Set(people.map((person) => person.userid));
    const kept = recall('shown', []).filter((userid) => known.has(userid));
    this.#shown = this.#inOrder(kept.length > 0 ? kept : opened);
    const active = recall('active', '');
    this.#active = known.has(active) ? active : this.#shown[0] ?? '';
    this.#show();
  }

  /** The person a newcomer should start with. */
  get starter() {
    return this.#pinned[0];
  }

  /** Makes a person's window seen; where the desk is full, a colleague's gives way. */
  bringUp(userid) {
    this.#active = userid;
    if (!this.#shown.includes(userid)) {
      this.#shown = this.#inOrder([...this.#withRoomFor(userid), userid]);
    }
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

  #withRoomFor(userid) {
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    const fit = Math.floor((this.#stage.clientWidth / rem + GAP_REM) / (NARROWEST_PHONE_REM + GAP_REM));
    if (this.#shown.length < fit) {
      return this.#shown;
    }
    const role = (id) => this.#people.find((person) => person.userid === id).role;
    const leaves = this.#shown.find((id) => role(id) === role(userid)) ?? this.#shown.at(-1);
    return this.#shown.filter((id) => id !== leaves);
  }

  #choose(userid) {
    this.#everybody.close();
    if (HAND.matches) {
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
    const focused = this.#bar.contains(document.activeElement)
      ? document.activeElement.dataset.person : undefined;
    const strip = [...new Set([...this.#pinned, ...this.visible])];
    this.#bar.replaceChildren(
        ...strip.map((userid) => this.#chip(this.#people.find((one) => one.userid === userid))),
        this.#others(strip));
    const chosen = focused ?? (HAND.matches ? this.#active : undefined);
    const chip = this.#bar.querySelector(`[data-person="${CSS.escape(chosen ?? '')}"]`);
    if (focused) {
      chip?.focus();
    }
    chip?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }

  #chip(person, words = inShort(person)) {
    return make('button', {
      type: 'button',
      class: 'chip',
      'data-person': person.userid,
      'aria-pressed': String(this.visible.includes(person.userid)),
      onclick: () => this.#choose(person.userid),
    },
    avatar(person),
    make('span', { class: 'chip-name' }, person.name),
    make('span', { class: 'chip-role' }, words),
    dot(this.#unread.get(person.userid) ?? 0, '条未读'));
  }

  /** Everybody who does not stand in the strip, with how many of them have something unread. */
  #others(strip) {
    const waiting = [...this.#unread.keys()].filter((userid) => !strip.includes(userid));
    return button([
      make('span', { class: 'chip-name' }, '全部'),
      make('span', { class: 'chip-role' }, `${this.#people.length} 人`),
      dot(waiting.length, '人有未读'),
    ], { class: 'chip all', 'aria-haspopup': 'dialog', onclick: () => this.#everybody.open(this.#people) });
  }

  #inOrder(userids) {
    return this.#people.map((person) => person.userid).filter((id) => userids.includes(id));
  }
}

function dot(count, words) {
  return count > 0 && make('span', { class: 'dot' }, String(Math.min(count, 99)),
      make('span', { class: 'sr-only' }, words));
}
