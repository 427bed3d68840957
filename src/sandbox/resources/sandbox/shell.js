// The frame around the chats: size of type, the panel at the side, the tabs of the phone.

import { button, make } from './dom.js';
import { icon } from './icons.js';
import { recall, remember } from './memory.js';

const SIZES = [['1', '标准'], ['1.2', '大'], ['1.35', '特大']];
const TABS = [['chat', '对话', 'chat'], ['time', '时间和故事', 'clock'], ['wire', '报文', 'wire']];
const ROOMY = matchMedia('(min-width: 1180px)');

/** Wires the frame's buttons. */
export function frame() {
  fontSize();
  panel();
  tabs();
  closeMenusElsewhere();
}

/** Turns to a tab; without effect on a desk, where everything is seen at once. */
export function turnTo(tab) {
  document.body.dataset.tab = tab;
  for (const each of document.querySelectorAll('[data-turns-to]')) {
    each.setAttribute('aria-pressed', String(each.dataset.turnsTo === tab));
  }
}

function fontSize() {
  const control = document.getElementById('font-size');
  const show = (size) => {
    const [factor, name] = SIZES.find(([each]) => each === size) ?? SIZES[0];
    document.documentElement.dataset.fs = factor;
    control.replaceChildren(make('span', { class: 'wide-only' }, `字号：${name}`),
        make('span', { class: 'narrow-only', 'aria-hidden': 'true' }, '字'));
    control.setAttribute('aria-label', `字号：${name}，点按更换`);
  };
  show(recall('font', '1'));
  control.addEventListener('click', () => {
    const now = SIZES.findIndex(([each]) => each === document.documentElement.dataset.fs);
    const [next] = SIZES[(now + 1) % SIZES.length];
    remember('font', next);
    show(next);
  });
}

function panel() {
  const control = document.getElementById('panel-toggle');
  const show = (open) => {
    document.body.dataset.panel = open ? 'open' : 'closed';
    control.setAttribute('aria-expanded', String(open));
    control.textContent = open ? '收起右栏' : '时间、故事、报文';
  };
  show(ROOMY.matches && recall('panel', true));
  ROOMY.addEventListener('change', () => show(ROOMY.matches && recall('panel', true)));
  control.addEventListener('click', () => {
    const open = document.body.dataset.panel !== 'open';
    remember('panel', open);
    show(open);
  });
}

function tabs() {
  document.getElementById('tabs').append(...TABS.map(([tab, text, drawing]) =>
    button([icon(drawing), make('span', {}, text)],
        { 'data-turns-to': tab, onclick: () => turnTo(tab) })));
  turnTo('chat');
}

function closeMenusElsewhere() {
  document.addEventListener('click', (event) => {
    for (const menu of document.querySelectorAll('.card-menu[open]')) {
      menu.open = menu.contains(event.target);
    }
  });
}
