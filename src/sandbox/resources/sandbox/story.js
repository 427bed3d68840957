// 内置故事: plays one case from report to closure, or a whole day, and says step by step what is going on.

import { button, make } from './dom.js';
import { wentWell } from './toast.js';
import { request } from './wire.js';

const LINGER_MS = 8000;

/** The story's button and captions; `follow` is told each sentence, to show whom it is about. */
export class Story {
  #caption = document.getElementById('caption');
  #captions = make('ol', { class: 'captions' });
  #play = button('▶ 播放内置故事', { class: 'primary', onclick: () => this.play() });
  #day = button('▶ 过一天', { onclick: () => this.play('day') });
  #follow;
  #lingering;

  constructor(box, follow) {
    this.#follow = follow;
    box.append(
        make('h2', {}, '内置故事'),
        make('p', { class: 'legend' }, '一起案件从上报走到结案，或者一整天十二件上报到第二天的简报（两三分钟）。每一步都经过真实的接口。'),
        this.#play, this.#day, this.#captions);
  }

  /** Asks the sandbox to play. */
  async play(which = 'story') {
    this.#playing(true);
    this.#captions.replaceChildren();
    if (!await wentWell(request(which))) {
      this.#playing(false);
    }
  }

  /** A step was made. */
  tell({ step, text, done }) {
    clearTimeout(this.#lingering);
    this.#playing(!done);
    this.#caption.hidden = false;
    this.#caption.replaceChildren(
        make('strong', {}, done ? text : `故事第 ${step} 步`), done ? '' : ` ${text}`);
    this.#captions.append(make('li', { value: step }, text));
    this.#captions.scrollTop = this.#captions.scrollHeight;
    if (done) {
      this.#lingering = setTimeout(() => { this.#caption.hidden = true; }, LINGER_MS);
    } else {
      this.#follow(text);
    }
  }

  #playing(on) {
    this.#play.disabled = on;
    this.#day.disabled = on;
    this.#play.classList.toggle('turning', on);
    this.#play.textContent = on ? '正在播放…' : '▶ 播放内置故事';
  }
}
