// Service time as the town reads it: always Asia/Shanghai, whatever the browser's own zone.

const EIGHT_HOURS = 8 * 3600_000;
const DAY = 24 * 3600_000;
const READING = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai', hourCycle: 'h23', weekday: 'short',
  year: 'numeric', month: 'numeric', day: 'numeric',
  hour: '2-digit', minute: '2-digit', second: '2-digit',
});

/** 11月23日 周一 */
export function dayText(instant) {
  const at = read(instant);
  return `${at.month}月${at.day}日 ${at.weekday}`;
}

/** 2026年11月23日 周一 */
export function fullDayText(instant) {
  return `${read(instant).year}年${dayText(instant)}`;
}

/** 14:05 */
export function minuteText(instant) {
  const at = read(instant);
  return `${at.hour}:${at.minute}`;
}

/** 14:05:09 */
export function secondText(instant) {
  return `${minuteText(instant)}:${read(instant).second}`;
}

/** The line between two bubbles: the hour alone on the same day, else with its day. */
export function separatorText(instant, now) {
  return dayNumber(instant) === dayNumber(now)
    ? minuteText(instant)
    : `${dayText(instant)} ${minuteText(instant)}`;
}

/** Half past eight on the day after. */
export function tomorrowMorning(now) {
  return morningOf(dayNumber(now) + 1);
}

/** Half past eight on the next Monday to Friday; the page does not know the holidays. */
export function nextWeekdayMorning(now) {
  let day = dayNumber(now) + 1;
  while ([0, 6].includes(new Date(day * DAY).getUTCDay())) {
    day += 1;
  }
  return morningOf(day);
}

function morningOf(day) {
  return `${new Date(day * DAY).toISOString().slice(0, 10)}T08:30:00+08:00`;
}

function dayNumber(instant) {
  return Math.floor((new Date(instant).getTime() + EIGHT_HOURS) / DAY);
}

function read(instant) {
  return Object.fromEntries(
      READING.formatToParts(new Date(instant)).map((part) => [part.type, part.value]));
}
