// Everybody in the company, by role, with a field to find one.

import { button, make } from './dom.js';

/** The drawer behind 全部. */
export class Everybody {
  #dialog = document.getElementById('everybody');
  #groups = make('div', { class: 'groups' });
  #field = make('input', {
    type: 'search', placeholder: '姓名、角色或单位', 'aria-label': '找人', oninput: () => this.#draw(),
  });
  #people = [];
  #chip;
  #hasUnread;

  /**
   * @param chip draws a person as a button that chooses them
   * @param hasUnread whether something waits for that userid
   */
  constructor(chip, hasUnread) {
    this.#chip = chip;
    this.#hasUnread = hasUnread;
    this.#dialog.append(
        make('div', { class: 'everybody-head' }, this.#field,
            button('关闭', { class: 'quiet', onclick: () => this.close() })),
        this.#groups);
    this.#dialog.addEventListener('click', ({ target }) => target === this.#dialog && this.close());
  }

  /** Shows all of these people, whoever has something unread first. */
  open(people) {
    this.#people = people;
    this.#field.value = '';
    this.#draw();
    this.#dialog.showModal();
  }

  close() {
    this.#dialog.close();
  }

  #draw() {
    const sought = this.#field.value.trim();
    const found = this.#people.filter((person) =>
      `${person.name} ${person.role} ${person.department}`.includes(sought));
    const groups = Map.groupBy(found, (person) =>
      this.#hasUnread(person.userid) ? '有未读消息' : person.role);
    const names = [...groups.keys()].toSorted((one, other) =>
      (other === '有未读消息') - (one === '有未读消息'));
    this.#groups.replaceChildren(...names.map((name) =>
      make('section', { 'aria-label': name },
          make('h3', {}, name),
          make('div', { class: 'chips' }, groups.get(name).map((person) => this.#chip(person))))));
    if (found.length === 0) {
      this.#groups.append(make('p', { class: 'waiting' }, '没有这个人。'));
    }
  }
}
