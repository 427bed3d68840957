// Line icons on a 24 × 24 field, drawn here so that the page asks for no further file.

const PATHS = {
  bot: 'M12 3v3M7 6h10a3 3 0 0 1 3 3v7a3 3 0 0 1-3 3h-4l-4 3v-3H7a3 3 0 0 1-3-3V9a3 3 0 0 1 3-3z'
    + 'M9 11v2M15 11v2',
  plus: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18zM12 8v8M8 12h8',
  photo: 'M4 8h3l2-3h6l2 3h3v11H4zM12 10a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7z',
  sample: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 8.5h.1',
  voice: 'M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM6 11a6 6 0 0 0 12 0M12 17v4M9 21h6',
  place: 'M12 21c5-5.5 7-8.7 7-11.5a7 7 0 0 0-14 0C5 12.3 7 15.5 12 21z'
    + 'M12 7.5a2 2 0 1 0 0 4a2 2 0 1 0 0-4z',
  enter: 'M10 4h9v16h-9M4 12h10M11 8l4 4-4 4',
  menu: 'M5 7h14M5 12h14M5 17h14',
  back: 'M15 5l-7 7 7 7',
  down: 'M12 5v13M6 12l6 6 6-6',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  play: 'M8 5l11 7-11 7z',
  sound: 'M6 9.500a4 4 0 0 1 0 5M10 7a8 8 0 0 1 0 10M14 4.500a12 12 0 0 1 0 15',
  chat: 'M4 5h16v11H11l-4 4v-4H4z',
  clock: 'M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16zM12 8v4.500l3 2',
  wire: 'M4 8h13l-3-3M20 16H7l3 3',
};

/** A decorative icon in the colour of the text around it. */
export function icon(name) {
  const space = 'http://www.w3.org/2000/svg';
  const drawing = document.createElementNS(space, 'svg');
  drawing.setAttribute('viewBox', '0 0 24 24');
  drawing.setAttribute('class', 'icon');
  drawing.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', PATHS[name]);
  drawing.append(path);
  return drawing;
}
