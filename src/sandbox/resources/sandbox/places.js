// A few places of 台湖镇, and any other by its coordinates (GCJ-02, as WeCom sends them).

import { button, make } from './dom.js';

const PLACES = [
  { label: '台湖村口', latitude: 39.84264, longitude: 116.64734 },
  { label: '台湖镇政府', latitude: 39.84121, longitude: 116.66395 },
  { label: '次渠村小广场', latitude: 39.84048, longitude: 116.61359 },
  { label: '口子村市场', latitude: 39.82489, longitude: 116.64713 },
  { label: '台湖演艺小镇', latitude: 39.83708, longitude: 116.65526 },
  { label: '新华联家园', latitude: 39.85013, longitude: 116.63872 },
];

/** Preset places and a form for another; `send` gets latitude, longitude and label. */
export function placeForm(send) {
  const label = field('地点名称', { value: '台湖镇' });
  const latitude = field('北纬', { inputmode: 'decimal', value: '39.83000' });
  const longitude = field('东经', { inputmode: 'decimal', value: '116.64500' });
  const problem = make('p', { class: 'problem', role: 'alert' });
  const submit = () => {
    const where = {
      latitude: Number(latitude.input.value),
      longitude: Number(longitude.input.value),
      label: label.input.value.trim(),
    };
    const fine = Math.abs(where.latitude) <= 90 && Math.abs(where.longitude) <= 180;
    problem.textContent = fine ? '' : '坐标不对：北纬在 -90 到 90，东经在 -180 到 180 之间';
    if (fine) {
      send(where);
    }
  };
  return make('div', { class: 'places' },
      make('div', { class: 'choices' }, PLACES.map((place) =>
        button(place.label, { onclick: () => send(place) }))),
      make('div', { class: 'place-form' },
          label.element, latitude.element, longitude.element,
          button('发送位置', { class: 'primary', onclick: submit })),
      problem);
}

function field(name, attributes) {
  const input = make('input', { type: 'text', autocomplete: 'off', ...attributes });
  return { input, element: make('label', {}, make('span', {}, name), input) };
}
