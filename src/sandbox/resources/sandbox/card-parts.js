// The parts of a card that are only read. Each gives nothing when the card has no such part.

import { button, link, make, picture } from './dom.js';

const COLOURS = ['grey', 'black', 'red', 'green'];
const MEMBER = 3;
const ATTACHMENT = 2;

/** The line on top: where the card comes from. */
export function source({ source: from }) {
  return from?.desc && make('p', { class: `card-source ${COLOURS[from.desc_color ?? 0]}` },
      from.icon_url && make('img', { src: from.icon_url, alt: '', onerror: forget }),
      from.desc);
}

/** The menu behind "…". */
export function actionMenu({ action_menu: menu }, answers) {
  if (!menu || answers.over) {
    return null;
  }
  const details = make('details', { class: 'card-menu' },
      make('summary', { 'aria-label': menu.desc || '更多操作', title: menu.desc || '更多操作' }, '…'),
      make('div', { class: 'card-menu-list' },
          menu.desc && make('p', {}, menu.desc),
          menu.action_list.map((action) => button(action.text, {
            'data-key': action.key,
            onclick: ({ currentTarget }) => {
              details.open = false;
              answers.press(action.key, currentTarget);
            },
          }))));
  details.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      details.open = false;
      details.querySelector('summary').focus();
    }
  });
  return details;
}

/** Title and description; the title carries the link of the whole card. */
export function heading({ main_title: title, card_action: action }) {
  const opens = action?.type === 1 && action.url;
  const words = title?.title || (opens ? '查看详情' : '');
  return [
    words && make('h3', { class: 'card-title' },
        opens ? link(action.url, { class: 'card-link' }, words) : words),
    title?.desc && make('p', { class: 'card-desc' }, title.desc),
  ];
}

/** Words beside a small picture. */
export function imageText({ image_text_area: area }) {
  return area && link(area.type === 1 ? area.url : '', { class: 'card-image-text above' },
      picture(area.image_url, area.title || '配图'),
      make('span', {},
          area.title && make('strong', {}, area.title),
          area.desc && make('span', {}, area.desc)));
}

/** The large picture; its ratio is width to height. */
export function cardImage({ card_image: image }) {
  if (!image) {
    return null;
  }
  const frame = make('div', { class: 'card-image' }, picture(image.url, '卡片配图'));
  frame.style.aspectRatio = image.aspect_ratio || 1.3;
  return frame;
}

/** One figure in large type. */
export function emphasis({ emphasis_content: content }) {
  return content && make('div', { class: 'card-emphasis' },
      content.title && make('strong', {}, content.title),
      content.desc && make('span', {}, content.desc));
}

/** A quotation. */
export function quote({ quote_area: area }) {
  return area && link(area.type === 1 ? area.url : '', { class: 'card-quote above' },
      area.title && make('strong', {}, area.title),
      area.quote_text && make('span', {}, area.quote_text));
}

/** Paragraphs with a heading each. */
export function verticals({ vertical_content_list: list }) {
  return list?.map((entry) => make('div', { class: 'card-vertical' },
      make('strong', {}, entry.title), entry.desc && make('span', {}, entry.desc)));
}

/** Running text below the title. */
export function subtitle({ sub_title_text: text }) {
  return text && make('p', { class: 'card-subtitle' }, text);
}

/** Name and value, line by line. */
export function rows({ horizontal_content_list: list }) {
  return list?.length > 0 && make('dl', { class: 'card-rows' }, list.map((row) => [
    make('dt', {}, row.keyname),
    make('dd', {}, rowValue(row)),
  ]));
}

/** Where the card leads, line by line. */
export function jumps({ jump_list: list }) {
  return list?.length > 0 && make('div', { class: 'card-jumps above' }, list.map((jump) =>
    link(jump.type === 1 ? jump.url : '', { class: 'card-jump' }, jump.title)));
}

function rowValue(row) {
  if (row.type === 1) {
    return link(row.url, { class: 'link above' }, row.value || row.url);
  }
  if (row.type === ATTACHMENT) {
    return `📎 ${row.value || '附件'}`;
  }
  return row.type === MEMBER
    ? make('span', { class: 'member', title: row.userid }, row.value || row.userid)
    : row.value || '';
}

function forget({ currentTarget }) {
  currentTarget.remove();
}
