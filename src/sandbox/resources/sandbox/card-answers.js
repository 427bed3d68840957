// The parts of a card that ask: dropdowns, ticks and buttons. Whatever a person leaves untouched is
// still sent as it stands on the screen, as the phone does.

import { button, make } from './dom.js';

const DONE = '已处理';
let boxes = 0;

/** The asking part of a card: its element, whether it is over, and how to press a key. */
export function asks(card, state, press) {
  const replaced = state.replaceText || card.replace_text;
  const over = Boolean(state.disabled || replaced);
  const questions = questionsOf(card, state.chosen ?? {}, over);
  const element = make('div', { class: 'card-asks above' });
  const answers = { element, over, press: (key, pressed) => send(element, pressed, () =>
    press(key, selected(questions))) };
  const keys = over ? grey(card, replaced || DONE) : buttonsOf(card, answers.press);
  element.append(...[questions.map((question) => question.element), keys].flat().filter(Boolean));
  needATick(element);
  return answers;
}

function questionsOf(card, chosen, over) {
  const asked = [];
  if (card.button_selection) {
    asked.push(dropdown(card.button_selection, chosen, over));
  }
  for (const list of card.select_list ?? []) {
    asked.push(dropdown(list, chosen, over));
  }
  if (card.checkbox) {
    asked.push(ticks(card.checkbox, chosen, over));
  }
  return asked;
}

function dropdown(question, chosen, over) {
  const value = chosen[question.question_key]?.[0] ?? question.selected_id
    ?? question.option_list[0].id;
  const select = make('select',
      { disabled: over || question.disable, 'data-question': question.question_key },
      question.option_list.map((option) =>
        make('option', { value: option.id, selected: option.id === value }, option.text)));
  const element = make('label', { class: 'card-dropdown' },
      make('span', {}, question.title || '请选择'), select);
  return { key: question.question_key, element, ids: () => [select.value] };
}

function ticks(question, chosen, over) {
  const many = question.mode === 1;
  const name = `ticks-${boxes += 1}`;
  const marked = chosen[question.question_key]
    ?? question.option_list.filter((option) => option.is_checked).map((option) => option.id);
  const inputs = question.option_list.map((option) => make('input', {
    type: many ? 'checkbox' : 'radio',
    name,
    value: option.id,
    checked: marked.includes(option.id),
    disabled: over || question.disable,
  }));
  const element = make('fieldset', { class: 'card-ticks', 'data-question': question.question_key },
      make('legend', {}, many ? '可多选' : '请选一项'),
      question.option_list.map((option, index) =>
        make('label', {}, inputs[index], make('span', {}, option.text))));
  return {
    key: question.question_key,
    element,
    ids: () => inputs.filter((input) => input.checked).map((input) => input.value),
  };
}

function selected(questions) {
  return Object.fromEntries(questions.map((question) => [question.key, question.ids()]));
}

function buttonsOf(card, press) {
  const list = card.submit_button
    ? [{ text: card.submit_button.text || '提交', key: card.submit_button.key, submits: true }]
    : card.button_list ?? [];
  if (list.length === 0) {
    return null;
  }
  return make('div', { class: 'card-buttons' }, list.map((entry) =>
    entry.type === 1
      ? make('a', { class: style(entry), href: entry.url, target: '_blank', rel: 'noopener' },
          entry.text)
      : button(make('span', {}, entry.text), {
        class: style(entry),
        'data-key': entry.key,
        'data-submits': entry.submits,
        onclick: ({ currentTarget }) => press(entry.key, currentTarget),
      })));
}

function style(entry) {
  return `card-button style-${entry.style ?? 1}`;
}

function grey(card, text) {
  const hadButtons = card.button_list || card.submit_button;
  return hadButtons && make('p', { class: 'card-replaced' }, text);
}

/** A vote with nothing ticked cannot be submitted. */
function needATick(element) {
  const box = element.querySelector('.card-ticks');
  const submit = element.querySelector('[data-submits]');
  if (!box || !submit) {
    return;
  }
  const look = () => {
    submit.disabled = !box.querySelector('input:checked');
  };
  box.addEventListener('change', look);
  look();
}

/** One press at a time: the pressed button turns until the bot has answered. */
async function send(element, pressed, asked) {
  if (element.getAttribute('aria-busy') === 'true') {
    return;
  }
  element.setAttribute('aria-busy', 'true');
  pressed.classList.add('turning');
  await asked();
  pressed.classList.remove('turning');
  element.removeAttribute('aria-busy');
}
