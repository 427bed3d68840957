// Who is who: the order of work, the story's people, and how a person is named in short.

import { make } from './dom.js';

// The way a case goes; one of each is the story's, and everybody stands in this order.
const WORK = [/^网格员/, /^派遣/, /^处置/, /^核查/];
const LEADER = /^领导/;
// The unit that the example of the first hint is for.
const EXAMPLE_UNIT = /消防/;
const TINTS = 8;

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

/** One of each step of the main job: their phones are open at first. */
export function storyPeople(people) {
  const chosen = WORK.map((role) => {
    const able = people.filter((person) => role.test(person.role));
    return able.find((person) => EXAMPLE_UNIT.test(person.department)) ?? able[0];
  }).filter(Boolean);
  return chosen.length > 0 ? chosen : people.slice(0, WORK.length);
}

/** The leader who reads the digest. */
export function leader(people) {
  return people.find((person) => LEADER.test(person.role));
}

/** Those who act for a unit are told apart by it, all others by what they do. */
export function inShort(person) {
  return person.role.includes('处置') && person.department ? person.department : person.role;
}
