import { make } from './dom.js';

const SHOWN_MS = 5000;

/** Says something in passing, e.g. why a request failed. */
export function toast(text) {
  const line = make('p', {}, text);
  document.getElementById('toasts').append(line);
  setTimeout(() => line.remove(), SHOWN_MS);
}

/** Waits for a promise and says it when it fails; tells whether it went well. */
export async function wentWell(promise) {
  try {
    await promise;
    return true;
  } catch (problem) {
    toast(problem.message);
    return false;
  }
}
