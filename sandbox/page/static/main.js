// The page as a whole: hears the sandbox, keeps a column per person, decides which are shown.

import { Bar } from "./bar.js";
import { Column } from "./column.js";
import { askDialog } from "./dialogs.js";
import { avatar, h, icon, memory } from "./dom.js";
import { Live } from "./live.js";
import { T } from "./texts.js";
import { Clock } from "./time.js";

const MOST_AT_FIRST = 4;
const narrow = matchMedia("(max-width: 819px)");

class Page {
  clock = new Clock();
  bot = null;
  #columns = new Map();
  #open = null;
  #awaited = false;
  #current = memory.get("current", null);
  #bar = new Bar(this);
  #live = new Live({ hear: (event) => this.#hear(event), connected: (up) => this.#connected(up) });

  constructor() {
    this.lost = h("div", { class: "lost", role: "status", hidden: true }, T.lost);
    this.tabs = h("div", {
      class: "tabs",
      role: "tablist",
      "aria-label": T.phones,
      onkeydown: (event) => this.#walkTabs(event),
    });
    this.main = h("main", { class: "columns" });
    this.note = h("div", { class: "nobody", hidden: true });
    document.body.append(this.#bar.element, this.lost, this.tabs, this.main);
    narrow.addEventListener("change", () => this.#arrange());
    this.#live.open();
  }

  // What columns and the bar may ask of the page.

  persons() {
    return [...this.#columns.values()].map(({ person }) => ({
      ...person,
      shown: this.#open.includes(person.id),
    }));
  }

  toggle(id) {
    const shown = this.#open.includes(id);
    this.#open = shown ? this.#open.filter((other) => other !== id) : [...this.#open, id];
    memory.set("open", this.#open);
    if (!shown) this.#current = id;
    this.#arrange();
    if (!shown)
      this.#columns.get(id).element.scrollIntoView({ inline: "nearest", block: "nearest" });
  }

  askPerson() {
    const done = (name) => {
      this.#awaited = this.#live.send({ do: "person", name });
    };
    askDialog({
      title: T.addPerson,
      label: T.personName,
      placeholder: T.personNamePlaceholder,
      action: T.add,
      done,
    });
  }

  rememberTheme(theme) {
    memory.set("theme", theme);
  }

  unreadChanged() {
    if (this.#open === null) return;
    let [all, away] = [0, 0];
    for (const [id, { log }] of this.#columns) {
      all += log.unread;
      if (!this.#open.includes(id)) away += log.unread;
      this.#showUnread(id, log.unread);
    }
    this.#bar.showUnread(away);
    document.title = all ? `(${all}) ${this.#title()}` : this.#title();
  }

  /** Ask the stage for something; it may take a while, so it goes beside the line. */
  async stage(what, order) {
    const headers = { "Content-Type": "application/json" };
    const answer = await fetch(`/page/stage/${what}`, {
      method: "POST",
      headers,
      body: JSON.stringify(order),
    }).catch(() => null);
    if (!answer?.ok) this.#columns.get(this.#current)?.toast(T.stageFailed);
  }

  // What the sandbox tells.

  #hear(event) {
    const own = {
      state: () => this.#fill(event),
      clock: () => this.clock.report(event.clock),
      stage: () => this.#bar.update(event.stage),
      bot: () => this.#botChanged(event),
      person: () => this.#welcome(event.person_state),
    };
    if (own[event.kind]) own[event.kind]();
    else this.#columns.get(event.person)?.hear(event);
  }

  #fill({ clock, bot, stage, persons }) {
    this.clock.report(clock);
    this.bot = bot;
    this.#bar.update(stage);
    this.#open ??= this.#firstOpen(persons, stage);
    const known = new Set(persons.map(({ id }) => id));
    for (const [id, column] of this.#columns) if (!known.has(id)) this.#forget(id, column);
    for (const person of persons) this.#put(person);
    this.#arrange();
  }

  #firstOpen(persons, stage) {
    const known = persons.map(({ id }) => id);
    const wanted = memory
      .get("open", stage?.columns ?? known.slice(0, MOST_AT_FIRST))
      .filter((id) => known.includes(id));
    return wanted.length ? wanted : (stage?.columns ?? known.slice(0, MOST_AT_FIRST));
  }

  #put(person) {
    const column = this.#columns.get(person.id);
    if (column) column.update(person);
    else this.#columns.set(person.id, new Column(person, { live: this.#live, page: this }));
  }

  #forget(id, column) {
    column.element.remove();
    this.#columns.delete(id);
    this.#open = this.#open.filter((other) => other !== id);
  }

  #welcome(person) {
    const known = this.#columns.get(person.id);
    if (known) {
      known.standing(person);
      return;
    }
    this.#put(person);
    if (this.#awaited || this.#open.length < MOST_AT_FIRST) this.toggle(person.id);
    if (this.#awaited)
      this.#columns.get(person.id).element.querySelector(".big:not([hidden])")?.focus();
    this.#awaited = false;
  }

  #botChanged({ bot, standing }) {
    this.bot = bot;
    for (const [id, column] of this.#columns) column.standing(standing[id] ?? {});
    this.unreadChanged();
  }

  #connected(up) {
    this.lost.hidden = up;
  }

  // Which columns are shown, and where.

  #arrange() {
    const open = this.#open.filter((id) => this.#columns.has(id));
    if (!open.includes(this.#current)) this.#current = open[0] ?? null;
    const shown = open.map((id) => this.#columns.get(id).element);
    // A node that moves loses its focus and its scroll, so those that stay are left alone.
    for (const element of [...this.main.children]) if (!shown.includes(element)) element.remove();
    this.main.append(...shown.filter((element) => !element.isConnected));
    this.#showNote(open.length === 0);
    this.tabs.replaceChildren(...open.map((id) => this.#tab(this.#columns.get(id).person)));
    for (const id of open)
      this.#columns
        .get(id)
        .element.classList.toggle("away", narrow.matches && id !== this.#current);
    for (const id of open) this.#columns.get(id).log.shown();
    this.unreadChanged();
  }

  #tab({ id, name, role }) {
    const chosen = id === this.#current;
    const words = h(
      "span",
      { class: "tab-words" },
      h("b", {}, name),
      role ? h("span", {}, role) : null,
    );
    const badge = h("span", { class: "badge", hidden: true });
    return h(
      "button",
      {
        type: "button",
        role: "tab",
        class: "tab",
        "aria-selected": String(chosen),
        "aria-controls": `phone-${id}`,
        tabindex: chosen ? 0 : -1,
        data: { person: id },
        onclick: () => this.#select(id),
      },
      avatar(name, id),
      words,
      badge,
    );
  }

  #select(id) {
    this.#current = id;
    memory.set("current", id);
    this.#arrange();
    this.tabs
      .querySelector("[aria-selected=true]")
      ?.scrollIntoView({ inline: "nearest", block: "nearest" });
  }

  #walkTabs(event) {
    const tabs = [...this.tabs.children];
    const at = tabs.findIndex((tab) => tab.getAttribute("aria-selected") === "true");
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.#select(Number(tabs[(to + tabs.length) % tabs.length].dataset.person));
    this.tabs.querySelector("[aria-selected=true]").focus();
  }

  #showNote(nothing) {
    this.note.hidden = !nothing;
    if (!nothing) return;
    const nobody = this.#columns.size === 0;
    this.note.replaceChildren(
      h("span", { class: "nobody-sign" }, icon("people")),
      h("h2", {}, nobody ? T.nobody : T.noneShown),
      h("p", {}, nobody ? T.nobodyHint : T.noneShownHint),
      h(
        "button",
        { type: "button", class: "primary", onclick: () => this.askPerson() },
        T.addPerson,
      ),
    );
    this.main.append(this.note);
  }

  #showUnread(id, count) {
    const badge = this.tabs.querySelector(`[data-person="${id}"] .badge`);
    if (!badge) return;
    badge.hidden = count === 0;
    badge.textContent = count > 99 ? "99+" : String(count);
    badge.setAttribute("aria-label", T.unread(count));
  }

  #title() {
    return this.bot ? `${this.bot.name} · ${T.page}` : T.page;
  }
}

new Page();
