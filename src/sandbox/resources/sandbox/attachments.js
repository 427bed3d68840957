// The drawer behind "+": photo, voice, location, the bot's menu, and opening the app anew.

import { button, make } from './dom.js';
import { icon } from './icons.js';
import { placeForm } from './places.js';
import { samplePhoto } from './sample-photo.js';
import { toast, wentWell } from './toast.js';
import { requestAs } from './wire.js';

const LARGEST_PHOTO = 10 * 1024 * 1024;
const VOICE_SECONDS = [3, 10, 30];

/**
 * The drawer of one person; hidden until opened, and again once something was sent.
 *
 * @param turned told whether it is open now
 */
export function attachments(person, menu, turned) {
  const send = async (what, body) => {
    const sent = await wentWell(requestAs(person.userid, what, body));
    if (sent) {
      show(false);
    }
    return sent;
  };
  const page = make('div', { class: 'drawer-page' });
  const element = make('div', { class: 'drawer', hidden: true }, page);
  const turn = (open) => {
    element.hidden = !open;
    turned(open);
  };
  const turnTo = (...content) => {
    turn(true);
    page.replaceChildren(...content);
    page.querySelector('button, input')?.focus();
  };
  const show = (open) => {
    turn(open);
    front();
  };
  const openMenu = menuPages(person, menu, send, { photo, place, turnTo, back });

  function front() {
    page.replaceChildren(make('div', { class: 'tiles' },
        tile('photo', '拍照', photo),
        tile('sample', '示例照片', () => send('image', samplePhoto())),
        tile('voice', '语音', voice),
        tile('place', '位置', place),
        menu?.button?.length > 0 && tile('menu', '菜单', openMenu),
        tile('enter', '进入应用', () => send('enter', {}))));
  }

  function back() {
    front();
    page.querySelector('button').focus();
  }

  function photo() {
    const input = make('input', { type: 'file', accept: 'image/jpeg,image/png', capture: true });
    input.addEventListener('change', () => sendFile(input.files[0], send));
    input.click();
  }

  function voice() {
    turnTo(head('说多久？', back), make('div', { class: 'choices' }, VOICE_SECONDS.map((seconds) =>
      button(`${seconds} 秒`, { onclick: () => send('voice', { seconds }) }))));
  }

  function place() {
    turnTo(head('在哪里？', back), placeForm((where) => send('location', where)));
  }

  front();
  return {
    element,
    toggle: () => show(element.hidden),
    close: () => show(false),
  };
}

function tile(drawing, text, onclick) {
  return button([icon(drawing), make('span', {}, text)], { class: 'tile', onclick });
}

function head(text, back) {
  return make('div', { class: 'drawer-head' },
      button(icon('back'), { 'aria-label': '返回', onclick: back }), make('strong', {}, text));
}

async function sendFile(file, send) {
  if (!file) {
    return;
  }
  if (file.size > LARGEST_PHOTO) {
    toast('照片超过 10 MB，企业微信不收');
    return;
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const data = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  await send('image', { name: file.name, data });
}

/** The bot's menu, two levels; some entries go on to the camera or the map, as on the phone. */
function menuPages(person, menu, send, go) {
  const choose = async (entry) => {
    if (entry.type === 'view') {
      open(entry.url, '_blank', 'noopener');
      return;
    }
    if (await send('menu', { key: entry.key }) && entry.type.startsWith('pic_')) {
      go.photo();
    } else if (entry.type === 'location_select') {
      go.place();
    }
  };
  return () => go.turnTo(head('机器人菜单', go.back),
      make('div', { class: 'menu-list' }, menu.button.map((entry) => entry.sub_button?.length > 0
        ? make('div', { role: 'group', 'aria-label': entry.name },
            make('p', {}, entry.name), entry.sub_button.map((sub) => menuButton(sub, choose)))
        : menuButton(entry, choose))));
}

function menuButton(entry, choose) {
  return button(entry.name, { 'data-menu-key': entry.key, onclick: () => choose(entry) });
}
