// The bar below a chat: a text field, 发送, and a + that opens everything else one can send.

import { attachments } from './attachments.js';
import { button, make } from './dom.js';
import { icon } from './icons.js';
import { wentWell } from './toast.js';
import { requestAs } from './wire.js';

/** A person's bar: its element, and `prepare` to write a text into it without sending. */
export function composer(person, menu) {
  const field = make('textarea', {
    rows: 1, 'aria-label': `以${person.name}的身份说`, placeholder: '说点什么', enterkeyhint: 'send',
    oninput: () => fit(field),
    onfocus: () => extra.close(),
    onkeydown: (event) => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        say(person, field);
      }
    },
  });
  const more = button(icon('plus'), {
    class: 'more', 'aria-label': '照片、语音、位置和菜单', 'aria-expanded': 'false',
    onclick: () => extra.toggle(),
  });
  const extra = attachments(person, menu,
      (open) => more.setAttribute('aria-expanded', String(open)));
  const send = button('发送', { class: 'send', onclick: () => say(person, field) });
  return {
    element: make('div', { class: 'composer' },
        make('div', { class: 'bar' }, field, more, send), extra.element),
    prepare(text) {
      field.value = text;
      fit(field);
      field.focus();
    },
  };
}

async function say(person, field) {
  const text = field.value.trim();
  if (!text) {
    return;
  }
  field.value = '';
  fit(field);
  if (!await wentWell(requestAs(person.userid, 'text', { text })) && !field.value) {
    field.value = text;
    fit(field);
  }
}

/** As high as what is written, up to a few lines. */
function fit(field) {
  field.style.blockSize = 'auto';
  field.style.blockSize = `${field.scrollHeight + 2}px`;
}
