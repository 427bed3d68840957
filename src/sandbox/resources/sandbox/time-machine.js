// 时光机: shows the service's clock and winds it forward; the service walks through all that falls
// due.

import { button, make } from './dom.js';
import {
  dayText, fullDayText, minuteText, nextWeekdayMorning, secondText, tomorrowMorning,
} from './moment.js';
import { toast } from './toast.js';
import { request } from './wire.js';

const SECOND_MS = 1000;
const WINDS = [
  ['+5 秒', () => ({ seconds: 5 })],
  ['+10 分钟', () => ({ seconds: 600 })],
  ['+1 小时', () => ({ seconds: 3600 })],
  ['明天 08:30', (now) => ({ to: tomorrowMorning(now) })],
  ['下个工作日', (now) => ({ to: nextWeekdayMorning(now) })],
];

/** The time machine in its box; the clock goes on between two words from the service. */
export class TimeMachine {
  #service = Date.now();
  #heard = performance.now();
  #known = false;
  #day = make('span', { class: 'clock-day' });
  #hour = make('strong', { class: 'clock-hour' });
  #walked = make('p', { class: 'walked', role: 'status' },
      '把服务的时钟往前拨，途中到期的事会逐一办完。');
  #buttons;

  constructor(box) {
    this.#buttons = WINDS.map(([text, target]) => button(text, {
      disabled: true,
      title: text === '下个工作日' ? '下一个周一至周五的 08:30' : undefined,
      onclick: ({ currentTarget }) => this.#wind(target(this.now), currentTarget),
    }));
    box.append(
        make('h2', {}, '时光机'),
        make('p', { class: 'clock', role: 'timer', 'aria-label': '服务时间' },
            this.#day, this.#hour),
        make('div', { class: 'winds' }, this.#buttons),
        this.#walked);
    setInterval(() => this.#show(), SECOND_MS);
  }

  /** What the service's clock shows now. */
  get now() {
    return new Date(this.#service + performance.now() - this.#heard);
  }

  /** Sets the shown clock to what the service says. */
  set(now) {
    this.#service = new Date(now).getTime();
    this.#heard = performance.now();
    if (!this.#known) {
      this.#known = true;
      this.#buttons.forEach((each) => { each.disabled = false; });
    }
    this.#show();
  }

  async #wind(target, pressed) {
    this.#hold(true);
    pressed.classList.add('turning');
    this.#walked.textContent = '正在往前走…';
    try {
      const { now, steps } = await request('clock', target);
      this.set(now);
      this.#walked.textContent = `走了 ${steps} 步，到 ${dayText(now)} ${minuteText(now)}。`;
    } catch (problem) {
      this.#walked.textContent = '没有走成。';
      toast(problem.message);
    }
    pressed.classList.remove('turning');
    this.#hold(false);
    pressed.focus();
  }

  #hold(held) {
    this.#buttons.forEach((each) => { each.disabled = held; });
  }

  #show() {
    if (!this.#known) {
      return;
    }
    const now = this.now;
    this.#day.textContent = fullDayText(now);
    this.#hour.textContent = secondText(now);
    document.getElementById('top-clock').textContent = `${dayText(now)} ${minuteText(now)}`;
  }
}
