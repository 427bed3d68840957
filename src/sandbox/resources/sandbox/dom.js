// Builds elements from data. Text only ever becomes text nodes, so nothing said in a chat can
// become markup.

/** An element; `on…` keys are listeners, `true` is an empty attribute, `false` is left out. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== false && value !== undefined && value !== null) {
      element.setAttribute(name, String(value));
    }
  }
  element.append(...children.flat(Infinity).filter(present));
  return element;
}

/** A push button that never submits a form. */
export function button(text, attributes = {}) {
  return make('button', { type: 'button', ...attributes }, text);
}

/** A link opening beside the page, or just its text if the address is not a web address. */
export function link(url, attributes, ...children) {
  const address = webAddress(url);
  return address
    ? make('a', { href: address, target: '_blank', rel: 'noopener noreferrer', ...attributes },
        ...children)
    : make('span', attributes, ...children);
}

/** A picture that says so when it cannot be shown. */
export function picture(url, description, attributes = {}) {
  const image = make('img', { src: url, alt: description, ...attributes });
  image.addEventListener('error', () => {
    image.replaceWith(make('span', { class: 'no-picture' }, `${description}（无法显示）`));
  });
  return image;
}

function webAddress(url) {
  if (!url) {
    return '';
  }
  try {
    const address = new URL(url, location.href);
    return ['http:', 'https:'].includes(address.protocol) ? address.href : '';
  } catch {
    return '';
  }
}

function present(child) {
  return child !== null && child !== undefined && child !== false && child !== '';
}
