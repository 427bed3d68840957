// One message as the phone shows it: the bot on the left, this person on the right.

import { renderCard } from './cards.js';
import { avatar } from './cast.js';
import { link, make, picture } from './dom.js';
import { icon } from './icons.js';
import { markdownNodes, plainText, textNodes } from './rich-text.js';

const DRAWN = {
  text: (bubble) => make('div', { class: 'balloon' }, textNodes(bubble.text ?? '')),
  markdown: (bubble) => make('div', { class: 'balloon wide' }, markdownNodes(bubble.text ?? '')),
  image: photo,
  voice,
  location: place,
  textcard: linkCard,
  news: linkCard,
  file: (bubble) => attachment(bubble, 'file', '文件'),
  video: (bubble) => attachment(bubble, 'play', '视频'),
};

/** Draws a bubble; `press` is used by cards. */
export function renderBubble(bubble, person, press) {
  const mine = bubble.from === 'me';
  const content = bubble.kind === 'card'
    ? renderCard(bubble.card, bubble.cardState, press)
    : (DRAWN[bubble.kind] ?? unknown)(bubble);
  return make('div', { class: `bubble ${mine ? 'mine' : 'bot'} kind-${bubble.kind}` },
      mine ? avatar(person) : make('span', { class: 'avatar app' }, icon('bot')),
      make('span', { class: 'sr-only' }, mine ? `${person.name}说：` : '机器人说：'),
      content);
}

function photo(bubble) {
  const open = make('button', { type: 'button', class: 'photo', 'aria-label': '放大照片' },
      picture(bubble.url, bubble.title || '照片'));
  open.addEventListener('click', () => enlarge(bubble.url));
  return open;
}

function enlarge(url) {
  const viewer = document.getElementById('viewer');
  const close = make('button', { type: 'button', onclick: () => viewer.close() }, '关闭');
  viewer.replaceChildren(picture(url, '照片'), close);
  viewer.showModal();
}

function voice(bubble) {
  const seconds = bubble.seconds ?? 1;
  const balloon = make('div', { class: 'balloon voice' }, icon('sound'),
      make('span', {}, `${seconds}″`), make('span', { class: 'sr-only' }, '语音'));
  balloon.style.minInlineSize = `${Math.min(4.5 + seconds / 6, 11)}rem`;
  return balloon;
}

function place(bubble) {
  return make('div', { class: 'place' },
      make('strong', {}, bubble.label || bubble.title || '位置'),
      make('span', {}, `北纬\u00a0${degrees(bubble.latitude)} 东经\u00a0${degrees(bubble.longitude)}`),
      make('div', { class: 'map', 'aria-hidden': 'true' }, icon('place')));
}

function degrees(value) {
  return Number(value).toFixed(5);
}

function linkCard(bubble) {
  return link(bubble.url, { class: 'link-card' },
      make('strong', {}, bubble.title || '消息'),
      bubble.text && make('span', {}, plainText(bubble.text)),
      bubble.url && make('em', {}, '详情'));
}

function attachment(bubble, drawing, name) {
  return link(bubble.url, { class: 'link-card attachment' },
      icon(drawing), make('strong', {}, bubble.title || name));
}

function unknown(bubble) {
  return make('div', { class: 'balloon' }, bubble.text || `［${bubble.kind}］这里还画不出这种消息`);
}
