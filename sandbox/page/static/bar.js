// The bar above: the clock, its speed, the day's events, what just happened, and who is shown.

import { menu } from "./dialogs.js";
import { h, icon, iconButton } from "./dom.js";
import { T } from "./texts.js";
import { clockSeconds, clockTime, dayAndWeekday } from "./time.js";

const SPEEDS = [0, 1, 10, 60, 300];

export class Bar {
  #page;
  #drawn = "";
  #told = "";

  constructor(page) {
    this.#page = page;
    this.day = h("span", { class: "clock-day" });
    this.time = h("time", { class: "clock-time" });
    this.clockBox = h(
      "div",
      { class: "clock", role: "timer", "aria-live": "off" },
      this.time,
      this.day,
    );
    this.speeds = h("div", { class: "speeds", role: "group", "aria-label": T.speed });
    this.events = h("div", { class: "events", role: "group", "aria-label": T.events });
    this.latest = h("p", { class: "latest", role: "status", "aria-live": "polite" });
    this.journal = h("ol", {
      class: "journal",
      id: "journal",
      hidden: true,
      tabindex: 0,
      "aria-label": T.journal,
    });
    this.journalButton = iconButton("journal", T.journal, {
      "aria-expanded": "false",
      "aria-controls": "journal",
      onclick: () => this.#toggleJournal(),
    });
    this.theme = iconButton("moon", T.toDark, { onclick: () => this.#toggleTheme() });
    const tools = h("div", { class: "tools" }, this.journalButton, this.#people(), this.theme);
    this.element = h(
      "header",
      { class: "bar", "aria-label": T.bar },
      h("h1", { class: "unseen" }, T.page),
      h("img", { class: "bell", src: "/page/static/bell.svg", alt: "" }),
      this.clockBox,
      this.speeds,
      this.events,
      tools,
      this.latest,
      this.journal,
    );
    this.#showTheme();
    document.addEventListener(
      "pointerdown",
      ({ target }) => !this.element.contains(target) && this.#closeJournal(),
    );
    this.element.addEventListener(
      "keydown",
      ({ key }) => key === "Escape" && this.#closeJournal(),
    );
    setInterval(() => this.tick(), 250);
  }

  tick() {
    const now = this.#page.clock.now();
    const [time, day] = [clockSeconds(now), dayAndWeekday(now)];
    if (this.time.textContent !== time) this.time.textContent = time;
    if (this.day.textContent !== day) this.day.textContent = day;
  }

  /** Show the stage; without one only the sandbox's clock and the people remain. */
  update(stage) {
    this.clockBox.setAttribute("aria-label", stage ? T.clock : T.sandboxClock);
    this.clockBox.title = stage ? T.clock : T.sandboxClock;
    for (const part of [this.speeds, this.events, this.latest, this.journalButton])
      part.hidden = !stage;
    if (!stage) return;
    this.#showSpeeds(stage.speed);
    // Buttons are drawn anew only when they change, or a press in between would be lost.
    const drawing = JSON.stringify(stage.events);
    if (drawing !== this.#drawn)
      this.events.replaceChildren(...stage.events.map((event) => this.#event(event)));
    this.#drawn = drawing;
    this.#showJournal(stage.log);
  }

  /** Count what came to phones that are not on the screen. */
  showUnread(count) {
    this.unread.hidden = count === 0;
    this.unread.textContent = count > 99 ? "99+" : String(count);
    this.unread.setAttribute("aria-label", T.unread(count));
  }

  #showSpeeds(speed) {
    const choices = [...new Set([...SPEEDS, speed])].sort((a, b) => a - b);
    if (this.speeds.childElementCount !== choices.length)
      this.speeds.replaceChildren(...choices.map((x) => this.#speed(x)));
    [...this.speeds.children].forEach((button, i) =>
      button.setAttribute("aria-pressed", String(choices[i] === speed)),
    );
  }

  #speed(x) {
    const label = x === 0 ? T.pausedHint : T.timesHint(x);
    return h(
      "button",
      {
        type: "button",
        "aria-label": label,
        title: label,
        onclick: () => this.#page.stage("speed", { speed: x }),
      },
      x === 0 ? icon("pause") : T.times(x),
    );
  }

  #event({ id, title, hint, done }) {
    const label = done ? T.eventDone(title) : title;
    const play = async ({ currentTarget }) => {
      if (currentTarget.getAttribute("aria-busy") === "true") return;
      currentTarget.setAttribute("aria-busy", "true");
      await this.#page.stage("play", { event: id });
      currentTarget.removeAttribute("aria-busy");
    };
    return h(
      "button",
      {
        type: "button",
        class: "event",
        title: hint || null,
        "aria-label": label,
        "aria-description": hint || null,
        data: { event: id, done: String(done) },
        onclick: play,
      },
      done ? h("span", { class: "done", "aria-hidden": "true" }, "✓") : null,
      h("span", {}, title),
    );
  }

  #showJournal(lines) {
    const last = lines.at(-1);
    const words = last ? `${clockTime(last.at * 1000)} · ${last.text}` : T.journalEmpty;
    if (this.latest.textContent !== words) this.latest.textContent = words;
    if (this.journal.childElementCount === lines.length && this.#told === words) return;
    this.#told = words;
    this.journal.replaceChildren(
      ...lines
        .toReversed()
        .map((line) =>
          h("li", {}, h("time", {}, clockTime(line.at * 1000)), h("span", {}, line.text)),
        ),
    );
  }

  #toggleJournal() {
    if (!this.journal.hidden) return this.#closeJournal();
    this.journal.hidden = false;
    this.journalButton.setAttribute("aria-expanded", "true");
    return this.journal.focus();
  }

  #closeJournal() {
    if (this.journal.contains(document.activeElement)) this.journalButton.focus();
    this.journal.hidden = true;
    this.journalButton.setAttribute("aria-expanded", "false");
  }

  #people() {
    this.unread = h("span", { class: "badge", hidden: true });
    const button = h(
      "button",
      { type: "button", class: "round people", "aria-label": T.people, title: T.peopleHint },
      icon("people"),
      this.unread,
    );
    return menu(button, () => [
      ...this.#page.persons().map(({ id, name, role, shown }) => ({
        label: role ? `${name}, ${role}` : name,
        checked: shown,
        act: () => this.#page.toggle(id),
      })),
      { sign: "add", label: T.addPerson, act: () => this.#page.askPerson() },
    ]);
  }

  #dark() {
    return (
      (document.documentElement.dataset.theme ??
        (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark"
    );
  }

  #toggleTheme() {
    const theme = this.#dark() ? "light" : "dark";
    document.documentElement.dataset.theme = theme;
    this.#page.rememberTheme(theme);
    this.#showTheme();
  }

  #showTheme() {
    const label = this.#dark() ? T.toLight : T.toDark;
    this.theme.setAttribute("aria-label", label);
    this.theme.title = label;
    this.theme.replaceChildren(icon(this.#dark() ? "sun" : "moon"));
  }
}
