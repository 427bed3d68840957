// The little formatting WeCom knows: links in texts, and its subset of Markdown.

import { link, make } from './dom.js';

const LINK = either(
    /<a\s[^>]*href=["']?([^"'>\s]+)["']?[^>]*>([\s\S]*?)<\/a>/,
    /(https?:\/\/[^\s<>"，。；、）】]+)/);
const INLINE = either(
    /\*\*(.+?)\*\*/,
    /`(.+?)`/,
    /\[(.+?)\]\((.+?)\)/,
    /<font color="(info|comment|warning)">([\s\S]*?)<\/font>/);

/** A text message: web addresses and <a href> become links, all else stays as typed. */
export function textNodes(text) {
  return cut(text, LINK, (found) =>
    link(found[1] || found[3], { class: 'link' }, found[2] || found[3]));
}

/** A text card's description, of which only the line breaks and the words count here. */
export function plainText(text) {
  return text.replace(/<br\s*\/?>|<\/div>/gi, '\n').replace(/<[^>]*>/g, '').trim();
}

/** A markdown message, line by line. */
export function markdownNodes(text) {
  return text.split('\n').map(markdownLine);
}

function markdownLine(line) {
  const heading = /^(#{1,6})\s+(.*)/.exec(line);
  if (heading) {
    return make('div', { class: 'md-heading' }, inline(heading[2]));
  }
  const quote = /^>\s?(.*)/.exec(line);
  return quote
    ? make('div', { class: 'md-quote' }, inline(quote[1]))
    : make('div', { class: 'md-line' }, inline(line));
}

function inline(text) {
  return cut(text, INLINE, ([, bold, code, words, url, colour, coloured]) => {
    if (bold) {
      return make('strong', {}, inline(bold));
    }
    if (code) {
      return make('code', {}, code);
    }
    return words
      ? link(url, { class: 'link' }, words)
      : make('span', { class: `md-${colour}` }, inline(coloured));
  });
}

function cut(text, pattern, drawn) {
  const nodes = [];
  let from = 0;
  for (const found of text.matchAll(pattern)) {
    nodes.push(text.slice(from, found.index), drawn(found));
    from = found.index + found[0].length;
  }
  return [...nodes, text.slice(from)];
}

function either(...patterns) {
  return new RegExp(patterns.map((pattern) => pattern.source).join('|'), 'gi');
}
