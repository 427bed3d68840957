// 报文流水: every request between the bot and WeCom, newest first, with what was said and answered.

import { button, make } from './dom.js';
import { secondText } from './moment.js';
import { readable } from './readable.js';

const KEPT = 200;
// Seen from WeCom, whose place the sandbox takes.
const DIRECTIONS = { in: '进', out: '出' };
const FILTERS = [['all', '全部'], ['in', '进'], ['out', '出'], ['error', '错误']];

/** The ledger in its box. */
export class Ledger {
  #known = new Set();
  #list = make('ul', { class: 'entries', tabindex: 0, 'aria-label': '报文' });
  #count = make('small', {});

  constructor(box) {
    const filters = FILTERS.map(([name, text]) => button(text, {
      'aria-pressed': String(name === 'all'),
      onclick: ({ currentTarget }) => {
        this.#list.dataset.filter = name;
        filters.forEach((each) =>
          each.setAttribute('aria-pressed', String(each === currentTarget)));
      },
    }));
    this.#list.dataset.filter = 'all';
    box.append(
        make('h2', {}, '报文流水', this.#count),
        make('p', { class: 'legend' }, '站在企业微信这边看。进：机器人来调接口；出：推给机器人。'),
        make('div', { class: 'filters', role: 'group', 'aria-label': '只看' }, filters),
        this.#list);
  }

  /** Starts over with the entries of a state, newest last. */
  fill(entries) {
    this.#known.clear();
    this.#list.replaceChildren();
    entries.forEach((entry) => this.add(entry));
  }

  /** Adds an entry on top, unless it is there already. */
  add(entry) {
    if (this.#known.has(entry.id)) {
      return;
    }
    this.#known.add(entry.id);
    this.#list.prepend(drawn(entry));
    if (this.#list.children.length > KEPT) {
      this.#list.lastElementChild.remove();
    }
    this.#count.textContent = ` ${this.#list.children.length} 条`;
  }
}

function drawn(entry) {
  const wrong = !/^(0|200)(\D|$)/.test(String(entry.status));
  const details = make('details', {},
      make('summary', {},
          make('span', { class: `way ${entry.direction}` }, DIRECTIONS[entry.direction]),
          make('span', { class: 'what' }, entry.what),
          make('span', { class: 'facts' },
              make('span', { class: wrong ? 'wrong' : 'right' }, String(entry.status)),
              ` · ${entry.ms} 毫秒 · ${secondText(entry.at)}`)));
  // Bodies are made readable only when somebody looks: most entries are never opened.
  details.addEventListener('toggle', () => {
    if (details.children.length === 1) {
      details.append(part('请求', entry.body), part('应答', entry.reply));
    }
  });
  return make('li', { class: `${entry.direction}${wrong ? ' error' : ''}` }, details);
}

function part(name, text) {
  return make('div', { class: 'part' },
      make('h3', {}, name),
      make('pre', { tabindex: 0 }, readable(text ?? '') || '（空）'));
}
