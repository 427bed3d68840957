// 内置故事: plays one case from report to closure, or a whole day, and says step by step what is going on.

import { button, make } from './dom.js';
import { wentWell } from './toast.js';
import { request } from './wire.js';

const KINDS = { image: '一张照片', voice: '一段语音', location: '一个位置', video: '一段视频' };

/** The story's buttons and captions; `follow` is told each sentence, to show whom it is about. */
export class Story {
  #caption = document.getElementById('caption');
  #sentence = make('p', { role: 'status' });
  #latest = make('p', { class: 'latest', 'aria-hidden': 'true' });
  #leave = button('知道了', { onclick: () => { this.#caption.hidden = true; } });
  #captions = make('ol', { class: 'captions' });
  #buttons;
  #follow;
  #on = false;

  constructor(box, follow) {
    this.#follow = follow;
    this.#buttons = [
      button('▶ 播放内置故事', { class: 'primary', onclick: () => this.play() }),
      button('▶ 过一天', { class: 'primary', onclick: () => this.play('day') }),
    ];
    this.#caption.append(make('div', {}, this.#sentence, this.#latest), this.#leave);
    box.append(
        make('h2', {}, '内置故事'),
        make('p', { class: 'legend' }, '一起案件从上报走到结案（约半分钟），或一整天十二件上报到第二天早上的简报（约四分钟）。'),
        make('div', { class: 'plays' }, this.#buttons),
        this.#captions);
  }

  /** Asks the sandbox to play. */
  async play(which = 'story') {
    this.#captions.replaceChildren();
    this.#say('开始了', which === 'day' ? '十二件上报，约四分钟。' : '一起案件，约半分钟。');
    this.#playing(true);
    if (!await wentWell(request(which))) {
      this.#playing(false);
      this.#caption.hidden = true;
    }
  }

  /** A step was made. */
  tell({ step, text, done }) {
    this.#playing(!done);
    this.#say(done ? '' : `第 ${step} 步`, text);
    this.#captions.append(make('li', { value: step }, text));
    this.#captions.scrollTop = this.#captions.scrollHeight;
    this.#follow(text);
  }

  /** Whatever is said while it plays, so that one sees it go on between two steps. */
  hear(person, bubble) {
    if (this.#on && person) {
      const mine = bubble.from === 'me';
      const words = bubble.card?.main_title?.title ?? bubble.text ?? KINDS[bubble.kind] ?? '一条消息';
      this.#latest.textContent = `${person.name}${mine ? '发出' : '收到'}：${words}`;
    }
  }

  #say(mark, text) {
    this.#caption.hidden = false;
    this.#sentence.replaceChildren(mark && make('strong', {}, `${mark} `), text);
  }

  #playing(on) {
    this.#on = on;
    this.#caption.classList.toggle('playing', on);
    this.#latest.textContent = on ? this.#latest.textContent : '';
    this.#leave.hidden = on;
    this.#buttons.forEach((each) => { each.disabled = on; });
  }
}
