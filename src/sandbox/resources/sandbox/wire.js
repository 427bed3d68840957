// The page API of the sandbox: one state to read, one stream of events, and requests.

/** Everything there is to see now. */
export async function readState() {
  return answerOf(await fetch('/sandbox/api/state', { cache: 'no-store' }));
}

/** Asks for something to be done; fails with a Chinese sentence for the screen. */
export async function request(path, body = {}) {
  let response;
  try {
    response = await fetch(`/sandbox/api/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    throw new Error('沙箱没有应答，请看看它是否还在运行');
  }
  return answerOf(response);
}

/** A request in the name of one person. */
export function requestAs(userid, what, body) {
  return request(`chats/${encodeURIComponent(userid)}/${what}`, body);
}

/** Follows the stream; `opened` also comes after each reconnection, when events may be missing. */
export function listen(hears) {
  const stream = new EventSource('/sandbox/api/events');
  for (const kind of ['bubble', 'ledger', 'clock', 'story']) {
    stream.addEventListener(kind, (event) => hears[kind](JSON.parse(event.data)));
  }
  stream.addEventListener('open', () => hears.opened());
  stream.addEventListener('error', () => hears.lost());
}

async function answerOf(response) {
  const text = await response.text();
  let answer = {};
  try {
    answer = JSON.parse(text);
  } catch {
    answer = { error: text.slice(0, 200) };
  }
  if (!response.ok || answer.ok === false) {
    const reason = answer.error || answer.message || '';
    throw new Error(`沙箱没有做成（${response.status}）${reason ? `：${reason}` : ''}`);
  }
  return answer;
}
