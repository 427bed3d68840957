// Bodies of the wire in a form to read: JSON and XML get their lines and indents.

/** The text, indented when it is JSON or one-line XML, else as it is. */
export function readable(text) {
  const trimmed = text.trim();
  if (/^[[{]/.test(trimmed)) {
    try {
      return JSON.stringify(JSON.parse(trimmed), null, 2);
    } catch {
      return trimmed;
    }
  }
  return trimmed.startsWith('<') && !trimmed.includes('\n') ? indented(trimmed) : trimmed;
}

/** One element a line; an element with only text stays on one line. */
function indented(xml) {
  const lines = [];
  let depth = 0;
  for (const [token] of xml.matchAll(/<!\[CDATA\[[\s\S]*?\]\]>|<[^>]+>|[^<]+/g)) {
    const opens = /^<[^/!?]/.test(token) && !token.endsWith('/>');
    const closes = token.startsWith('</');
    const says = token.startsWith('<![CDATA[') || !token.startsWith('<');
    depth -= closes ? 1 : 0;
    const last = lines[lines.length - 1];
    if (says || (closes && last?.open)) {
      last.text += token;
    } else {
      lines.push({ text: '  '.repeat(depth) + token, open: opens });
    }
    if (closes) {
      lines[lines.length - 1].open = false;
    }
    depth += opens ? 1 : 0;
  }
  return lines.map((line) => line.text).join('\n');
}
