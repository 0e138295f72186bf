// The messages of one chat: the latest at the bottom, older ones on request, and where the reader is.

import { h, icon, memory } from "./dom.js";
import { bubble, showBusy } from "./message.js";
import { T } from "./texts.js";
import { dayKey, dayTitle } from "./time.js";

const NEAR_END = 48;
const MOST_SHOWN = 400;

export class Log {
  #messages = new Map();
  #person;
  #actions;
  #clock;
  #onUnread;
  #atEnd = true;
  #more = false;
  #read;

  constructor(person, { actions, clock, onUnread }) {
    this.#person = person;
    this.#actions = actions;
    this.#clock = clock;
    this.#onUnread = onUnread;
    this.#read = memory.get(`read.${person.id}`, 0);
    this.list = h("div", { class: "list" });
    this.hint = h("p", { class: "hint" });
    this.empty = h("div", { class: "empty" }, h("p", {}, T.empty), this.hint);
    this.earlier = h(
      "button",
      { type: "button", class: "earlier", hidden: true, onclick: () => this.#loadEarlier() },
      T.earlier,
    );
    this.typing = h(
      "div",
      { class: "typing-bubble", hidden: true, "aria-hidden": "true" },
      h("span", { class: "dots" }, h("i"), h("i"), h("i")),
    );
    this.element = h(
      "div",
      {
        class: "scroll",
        tabindex: 0,
        role: "log",
        "aria-live": "polite",
        "aria-relevant": "additions",
        "aria-label": T.chatOf(person.name),
        onscroll: () => this.#scrolled(),
      },
      this.earlier,
      this.empty,
      this.list,
      this.typing,
    );
    this.count = h("span", { class: "badge", hidden: true });
    this.jump = h(
      "button",
      {
        type: "button",
        class: "jump",
        hidden: true,
        "aria-label": T.toEnd,
        title: T.toEnd,
        onclick: () => this.toEnd("smooth"),
      },
      icon("down"),
      this.count,
    );
    // Pictures that finish loading and a window that changes its size must not move the reader.
    const keep = new ResizeObserver(() => this.#atEnd && this.toEnd());
    keep.observe(this.list);
    keep.observe(this.element);
    document.addEventListener("visibilitychange", () => this.#markRead());
  }

  fill(messages, more) {
    this.#messages = new Map(messages.map((message) => [message.message_id, message]));
    this.#more = more;
    // After `make demo-clean` the numbers begin anew; what was read before says nothing.
    this.#read = Math.min(this.#read, this.#newest());
    this.#quietly(() => this.#drawAll());
    if (this.#atEnd) this.toEnd();
    this.#changed();
  }

  add(message) {
    if (this.#messages.has(message.message_id)) return;
    const last = this.#last();
    this.#messages.set(message.message_id, message);
    this.list.append(...this.#drawn(message, last));
    this.#forgetOldest();
    if (message.own) this.#atEnd = true;
    if (this.#atEnd) this.toEnd();
    this.#changed();
  }

  replace(message) {
    if (!this.#messages.has(message.message_id)) return;
    this.#messages.set(message.message_id, message);
    this.#redraw(message.message_id);
    if (this.#atEnd) this.toEnd();
  }

  remove(id) {
    const gone = this.#find(id);
    const heading = gone?.previousElementSibling;
    const alone = heading?.matches(".day") && !gone.nextElementSibling?.matches(".message, .note");
    this.#messages.delete(id);
    gone?.remove();
    if (alone) heading.remove();
    this.#changed();
  }

  /** Show which buttons of a message wait for the bot. */
  showBusy(id) {
    const drawn = this.#find(id);
    if (drawn) showBusy(drawn, this.#messages.get(id), this.#actions);
  }

  /** Draw one message again and leave the focus on the button where it was. */
  #redraw(id) {
    const old = this.#find(id);
    if (!old) return;
    const place = [...old.querySelectorAll("button, a")].indexOf(document.activeElement);
    const drawn = bubble(this.#messages.get(id), this.#actions);
    old.replaceWith(drawn);
    const targets = drawn.querySelectorAll("button, a");
    if (place >= 0)
      (targets[Math.min(place, targets.length - 1)] ?? this.element).focus({
        preventScroll: true,
      });
  }

  showTyping(on) {
    this.typing.hidden = !on;
    if (this.#atEnd) this.toEnd();
  }

  toEnd(behavior = "instant") {
    this.element.scrollTo({ top: this.element.scrollHeight, behavior });
    this.#markRead();
  }

  goTo(id) {
    const found = this.#find(id);
    found?.scrollIntoView({ block: "center", behavior: "smooth" });
    found?.classList.add("found");
    setTimeout(() => found?.classList.remove("found"), 1500);
  }

  lastOwnText() {
    return [...this.#messages.values()].findLast((message) => message.own && message.text);
  }

  /** Say in an empty chat what to do next; nothing once the conversation was begun. */
  hintAt({ ready, started }) {
    this.hint.textContent = !ready ? T.emptyNoBot : started ? "" : T.emptyHint;
  }

  get unread() {
    let count = 0;
    for (const message of this.#messages.values())
      if (!message.own && message.message_id > this.#read) count += 1;
    return count;
  }

  /** Called when the column comes into view: what is on the screen counts as read. */
  shown() {
    if (this.#atEnd) this.toEnd();
  }

  #drawAll() {
    let last;
    const drawn = [];
    for (const message of this.#messages.values()) {
      drawn.push(...this.#drawn(message, last));
      last = message;
    }
    this.list.replaceChildren(...drawn);
  }

  /** Draw what a reader aloud must not repeat: it was heard before. */
  #quietly(draw) {
    this.element.setAttribute("aria-live", "off");
    draw();
    setTimeout(() => this.element.setAttribute("aria-live", "polite"), 200);
  }

  #drawn(message, previous) {
    const day = message.date * 1000;
    const sameDay = previous && dayKey(previous.date * 1000) === dayKey(day);
    const heading = sameDay
      ? []
      : [h("h3", { class: "day" }, h("span", {}, dayTitle(day, this.#clock.now())))];
    return [...heading, bubble(message, this.#actions)];
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.element;
    // A hidden column measures nothing and must not forget where its reader was.
    if (clientHeight === 0) return;
    this.#atEnd = scrollHeight - scrollTop - clientHeight < NEAR_END;
    this.#markRead();
    this.#showJump();
  }

  #markRead() {
    const seen = this.#atEnd && !document.hidden && this.element.clientHeight > 0;
    if (!seen || this.#read >= this.#newest()) return;
    this.#read = this.#newest();
    memory.set(`read.${this.#person.id}`, this.#read);
    this.#changed();
  }

  #changed() {
    this.empty.hidden = this.#messages.size > 0;
    this.earlier.hidden = !this.#more;
    this.#showJump();
    this.#onUnread();
  }

  #showJump() {
    const count = this.unread;
    this.jump.hidden = this.#atEnd;
    this.count.hidden = count === 0;
    this.count.textContent = count > 99 ? "99+" : String(count);
  }

  #forgetOldest() {
    if (!this.#atEnd || this.#messages.size <= MOST_SHOWN) return;
    const kept = [...this.#messages].slice(-MOST_SHOWN / 2);
    this.#messages = new Map(kept);
    this.#more = true;
    this.#quietly(() => this.#drawAll());
  }

  async #loadEarlier() {
    const [oldest] = this.#messages.keys();
    const answer = await fetch(`/page/history?person=${this.#person.id}&before=${oldest}`).catch(
      () => null,
    );
    if (!answer?.ok) return this.#actions.toast(T.lost);
    const { messages, more } = await answer.json();
    const fromEnd = this.element.scrollHeight - this.element.scrollTop;
    this.#messages = new Map([
      ...messages.map((message) => [message.message_id, message]),
      ...this.#messages,
    ]);
    this.#more = more;
    this.#quietly(() => this.#drawAll());
    this.#changed();
    this.element.scrollTop = this.element.scrollHeight - fromEnd;
    return undefined;
  }

  #last() {
    return [...this.#messages.values()].at(-1);
  }

  #newest() {
    return Math.max(0, ...this.#messages.keys());
  }

  #find(id) {
    return this.list.querySelector(`[data-message="${Number(id)}"]`);
  }
}
