// Times as people of the school read them, in the zone of its clock.

import { T } from "./texts.js";

let zone;
const formats = new Map();

function format(name, options) {
  if (!formats.has(name))
    formats.set(name, new Intl.DateTimeFormat("ru", { timeZone: zone, ...options }));
  return formats.get(name);
}

/** Use the school's zone from now on; an unknown name falls back to the browser's. */
export function useZone(name) {
  if (name === zone) return;
  formats.clear();
  zone = name;
  try {
    format("try", {});
  } catch {
    zone = undefined;
  }
}

export const clockTime = (ms) => format("time", { hour: "2-digit", minute: "2-digit" }).format(ms);
export const clockSeconds = (ms) =>
  format("seconds", { hour: "2-digit", minute: "2-digit", second: "2-digit" }).format(ms);
export const dayKey = (ms) =>
  format("key", { year: "numeric", month: "2-digit", day: "2-digit" }).format(ms);
export const dayAndWeekday = (ms) =>
  format("day", { weekday: "short", day: "numeric", month: "long" }).format(ms);

/** The heading of a day in a chat: «Сегодня», «20 ноября», «20 ноября 2025 г.». */
export function dayTitle(ms, now) {
  if (dayKey(ms) === dayKey(now)) return T.today;
  const sameYear =
    format("year", { year: "numeric" }).format(ms) ===
    format("year", { year: "numeric" }).format(now);
  return sameYear
    ? format("date", { day: "numeric", month: "long" }).format(ms)
    : format("full", { day: "numeric", month: "long", year: "numeric" }).format(ms);
}

/** The program's clock between two reports of the server: it runs here at the stage's speed. */
export class Clock {
  #base = Date.now();
  #at = performance.now();
  #speed = 1;

  report({ now, zone: name, speed }) {
    useZone(name);
    this.#base = now * 1000;
    this.#at = performance.now();
    this.#speed = speed;
  }

  now() {
    return this.#base + (performance.now() - this.#at) * this.#speed;
  }
}
