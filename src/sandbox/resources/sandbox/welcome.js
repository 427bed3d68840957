// What a newcomer is told first; shown until dismissed, and again on request.

import { button, make } from './dom.js';
import { recall, remember } from './memory.js';

const EXAMPLE = '台湖村口消防通道被堵';

/** The first-visit hint. */
export class Welcome {
  #box = document.getElementById('welcome');
  #starter;
  #write;
  #play;

  /**
   * @param starter gives the person who reports
   * @param write gets the example to put into that person's bar
   * @param play starts the story
   */
  constructor(starter, write, play) {
    this.#starter = starter;
    this.#write = write;
    this.#play = play;
    document.getElementById('help').addEventListener('click', () => this.#show());
  }

  /** Shows the hint to whoever has not dismissed it yet. */
  greet() {
    if (!recall('welcomed', false)) {
      this.#show();
    }
  }

  #show() {
    const name = this.#starter()?.name ?? '网格员';
    this.#box.replaceChildren(
        make('h2', {}, '第一次来？先走完一起案件'),
        make('ol', {},
            make('li', {}, `在${name}的手机上发一句话、一张照片、一个位置（点 ＋），顺序不限。`),
            make('li', {}, '停几秒，它们汇成一张卡片，点“上报”，得到案件编号。'),
            make('li', {}, '卡片到谁那里，就在谁的手机上点：派遣、签收、提交、通过，直到结案。')),
        make('div', { class: 'welcome-tools' },
            button('填入示例', {
              class: 'primary', onclick: () => this.#leave(() => this.#write(EXAMPLE)),
            }),
            button('看故事自动走一遍', { onclick: () => this.#leave(this.#play) }),
            button('知道了', { onclick: () => this.#leave(() => {}) })));
    this.#box.hidden = false;
  }

  #leave(then) {
    remember('welcomed', true);
    this.#box.hidden = true;
    then();
  }
}
