// 地图: marks the cases of the list beneath on the sheet above, gathers those that are close on the screen, and lets one
// move about with a thumb, two fingers, a wheel or the buttons. Everything it shows is in the list already.
'use strict';

const SVG = 'http://www.w3.org/2000/svg';
const LIGHTS = ['red', 'overdue', 'yellow', 'blue', 'normal'];
const APART = 34; // pixels between two marks: a thumb's width
const CLOSEST = 40; // times as large as the whole town

const town = document.getElementById('town');
const marks = document.getElementById('marks');
const whole = { x: 0, y: 0, w: town.viewBox.baseVal.width, h: town.viewBox.baseVal.height };
let view = { ...whole };

// So many units are a pixel of the page, which is larger where its letters are.
const unit = () => Math.max(view.w / town.clientWidth, view.h / town.clientHeight);

function look(next) {
  const w = Math.min(whole.w, Math.max(whole.w / CLOSEST, next.w));
  const h = (w * whole.h) / whole.w;
  const within = (value, most) => Math.min(Math.max(0, value), most);
  view = { x: within(next.x, whole.w - w), y: within(next.y, whole.h - h), w, h };
  town.setAttribute('viewBox', `${view.x} ${view.y} ${view.w} ${view.h}`);
  draw();
}

/** Closer by that factor, and what is at this point stays there. */
function zoom(factor, at = { x: view.x + view.w / 2, y: view.y + view.h / 2 }) {
  const w = Math.min(whole.w, Math.max(whole.w / CLOSEST, view.w / factor));
  const by = w / view.w;
  look({ x: at.x - (at.x - view.x) * by, y: at.y - (at.y - view.y) * by, w });
}

/** On a wide screen the sheet does not fill its box, and stands in its middle. */
function placeOf(pointer) {
  const box = town.getBoundingClientRect();
  const pixel = Math.max(view.w / box.width, view.h / box.height);
  return {
    x: view.x + view.w / 2 + (pointer.clientX - box.left - box.width / 2) * pixel,
    y: view.y + view.h / 2 + (pointer.clientY - box.top - box.height / 2) * pixel,
  };
}

/** Cases that are less than a thumb apart, looked for among the neighbouring squares only. */
function gathered() {
  const apart = APART * unit();
  const squares = new Map();
  const groups = [];
  for (const line of document.querySelectorAll('#cases li[data-x]')) {
    const at = { x: Number(line.dataset.x), y: Number(line.dataset.y) };
    const [column, row] = [Math.floor(at.x / apart), Math.floor(at.y / apart)];
    let near;
    for (let i = -1; i <= 1 && !near; i++) {
      for (let j = -1; j <= 1 && !near; j++) {
        near = (squares.get(`${column + i},${row + j}`) ?? []).find((it) => Math.hypot(it.x - at.x, it.y - at.y) < apart);
      }
    }
    if (near) {
      near.lines.push(line);
      near.spread ||= near.x !== at.x || near.y !== at.y;
      continue;
    }
    const group = { ...at, lines: [line], spread: false };
    groups.push(group);
    const key = `${column},${row}`;
    squares.set(key, [...(squares.get(key) ?? []), group]);
  }
  return groups;
}

function shape(name, attributes, parent) {
  const made = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  parent.append(made);
  return made;
}

function mark(group) {
  const size = unit() * (group.lines.length > 1 ? 14 : 11);
  const light = LIGHTS.find((each) => group.lines.some((line) => line.dataset.light === each));
  const placeless = group.lines.some((line) => line.dataset.gathered);
  const made = shape('g', { class: `mark ${light}` }, marks);
  if (placeless) {
    shape('rect', { x: group.x - size, y: group.y - size, width: 2 * size, height: 2 * size }, made);
  } else {
    shape('circle', { cx: group.x, cy: group.y, r: size }, made);
  }
  const said = shape('text', { x: group.x, y: group.y, 'font-size': unit() * 13 }, made);
  said.textContent = String(group.lines.length);
  made.addEventListener('click', () => pick(group));
}

function draw() {
  town.style.setProperty('--letter', `${unit() * 12}px`);
  marks.replaceChildren();
  gathered().reverse().forEach(mark);
}

function pick(group) {
  const closer = document.createElement('button');
  closer.type = 'button';
  closer.className = 'picked-closer';
  closer.textContent = '放大看';
  closer.addEventListener('click', () => zoom(3, group));
  document.getElementById('picked-title').replaceChildren(`这里有${group.lines.length}件`, ...(group.spread ? [closer] : []));
  document.getElementById('picked-cases').replaceChildren(...group.lines.map((line) => line.cloneNode(true)));
  const picked = document.getElementById('picked');
  picked.hidden = false;
  picked.scrollIntoView({ block: 'nearest' });
}

// One finger moves the sheet, two make it larger or smaller; a finger that has moved has not tapped.
const fingers = new Map();
let moved = false;

town.addEventListener('pointerdown', (event) => {
  fingers.set(event.pointerId, event);
  moved = moved && fingers.size > 1;
});

addEventListener('pointermove', (event) => {
  const before = fingers.get(event.pointerId);
  if (!before) {
    return;
  }
  const from = placeOf(before);
  const to = placeOf(event);
  const far = Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY);
  if (!moved && far < 6) {
    return;
  }
  moved = true;
  const other = [...fingers.values()].find((finger) => finger.pointerId !== event.pointerId);
  fingers.set(event.pointerId, event);
  if (!other) {
    look({ ...view, x: view.x + from.x - to.x, y: view.y + from.y - to.y });
    return;
  }
  const between = (one) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
  zoom(between(event) / Math.max(1, between(before)), placeOf(other));
});

['pointerup', 'pointercancel'].forEach((end) => addEventListener(end, (event) => fingers.delete(event.pointerId)));

town.addEventListener(
  'click',
  (event) => {
    if (moved) {
      event.stopPropagation();
      moved = false;
    }
  },
  true,
);

town.addEventListener(
  'wheel',
  (event) => {
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.25 : 0.8, placeOf(event));
  },
  { passive: false },
);

document.getElementById('closer').addEventListener('click', () => zoom(2));
document.getElementById('farther').addEventListener('click', () => zoom(0.5));
document.getElementById('whole').addEventListener('click', () => look(whole));
document.getElementById('picked-close').addEventListener('click', () => {
  document.getElementById('picked').hidden = true;
});
document.body.addEventListener('htmx:afterSettle', draw);
addEventListener('resize', draw);
draw();
