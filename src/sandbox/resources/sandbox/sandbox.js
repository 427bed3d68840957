// Start reading here: the state fills the page, the stream keeps it true.

import { inOrderOfWork } from './cast.js';
import { ChatWindow } from './chat-window.js';
import { make } from './dom.js';
import { Ledger } from './ledger.js';
import { People } from './people.js';
import { frame, turnTo } from './shell.js';
import { Story } from './story.js';
import { TimeMachine } from './time-machine.js';
import { toast } from './toast.js';
import { Welcome } from './welcome.js';
import { listen, readState } from './wire.js';

const PATIENCE_MS = 1500;
const stage = document.getElementById('stage');
const phones = new Map();
let persons = [];
let waiting = [];
let ready = false;
let reading = 0;
let cast = '';

frame();
const clock = new TimeMachine(document.getElementById('time-machine'));
const ledger = new Ledger(document.getElementById('ledger'));
const people = new People(place);
const story = new Story(document.getElementById('story'), follow);
const welcome = new Welcome(
    () => persons.find((person) => person.userid === people.starter), write, play);

listen({
  bubble: (event) => whenReady(() => hear(event)),
  ledger: (entry) => whenReady(() => ledger.add(entry)),
  clock: ({ now }) => whenReady(() => clock.set(now)),
  story: (step) => whenReady(() => story.tell(step)),
  opened: load,
  lost() {
    if (ready) {
      toast('与沙箱的连接断了，正在重连…');
    }
    ready = false;
  },
});

// Some proxies hold the stream back until its first event; the page need not wait for that.
setTimeout(() => ready || reading > 0 || load(), PATIENCE_MS);

/** Reads everything anew; events that come meanwhile wait, and are harmless when heard twice. */
async function load() {
  ready = false;
  waiting = [];
  reading += 1;
  const mine = reading;
  try {
    const state = await readState();
    if (mine !== reading) {
      return;
    }
    show(state);
  } catch (problem) {
    toast(problem.message);
    return;
  }
  ready = true;
  waiting.splice(0).forEach((event) => event());
  welcome.greet();
}

function show(state) {
  persons = inOrderOfWork(state.people);
  document.getElementById('town').replaceChildren(
      state.town, make('span', { class: 'wide-only' }, '演练台'));
  document.title = `${state.town} · 网格案件演练台`;
  clock.set(state.now);
  ledger.fill(state.ledger);
  openPhones(persons, state.menu);
  people.meet(persons);
  for (const [userid, phone] of phones) {
    phone.fill(state.chats[userid] ?? [], clock.now);
  }
}

/** New windows only if people or menu changed: a reconnection must not lose a half-typed text. */
function openPhones(everybody, menu) {
  const called = JSON.stringify([everybody, menu]);
  if (called === cast) {
    return;
  }
  cast = called;
  stage.replaceChildren();
  phones.clear();
  for (const person of everybody) {
    phones.set(person.userid, new ChatWindow(person, menu));
  }
}

function whenReady(event) {
  if (ready) {
    event();
  } else {
    waiting.push(event);
  }
}

function hear({ userid, bubble }) {
  const isNew = phones.get(userid)?.put(bubble, clock.now);
  if (isNew) {
    story.hear(persons.find((person) => person.userid === userid), bubble);
  }
  if (isNew && bubble.from === 'bot') {
    people.arrived(userid);
  }
}

/** Puts the seen windows on the stage, leaving those alone that stand there already. */
function place(visible) {
  const wasEmpty = !stage.querySelector('.phone');
  for (const [userid, phone] of phones) {
    if (!visible.includes(userid)) {
      phone.element.remove();
    } else if (!phone.element.isConnected) {
      const next = persons.slice(persons.findIndex((one) => one.userid === userid) + 1)
          .map((one) => phones.get(one.userid).element)
          .find((element) => element.isConnected);
      stage.insertBefore(phone.element, next ?? null);
      phone.toEnd();
      if (!wasEmpty) {
        phone.element.scrollIntoView({ inline: 'nearest', block: 'nearest' });
      }
    }
  }
}

function write(text) {
  turnTo('chat');
  people.bringUp(people.starter);
  phones.get(people.starter).prepare(text);
}

function play() {
  turnTo('chat');
  story.play();
}

/** The window of whoever a sentence of the story names comes up and is marked. */
function follow(text) {
  const userid = people.namedIn(text);
  document.querySelector('.phone.told')?.classList.remove('told');
  if (userid) {
    turnTo('chat');
    people.bringUp(userid);
    const { element } = phones.get(userid);
    element.classList.add('told');
    element.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }
}
