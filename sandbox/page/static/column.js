// One person's phone: whose it is, the chat with the bot, and the place to write.

import { Composer } from "./composer.js";
import { alertDialog, askDialog, menu, pictureDialog } from "./dialogs.js";
import { avatar, h, iconButton } from "./dom.js";
import { Log } from "./log.js";
import { T } from "./texts.js";

const TOAST_MS = 4000;
const TYPING_MS = 5500;
const ANSWER_MS = 30_000;

export class Column {
  #busy = new Map();
  #typing = 0;
  #typingWords = null;
  #toast = 0;
  #live;
  #page;

  constructor(person, { live, page }) {
    this.person = person;
    this.#live = live;
    this.#page = page;
    this.actions = this.#makeActions();
    this.log = new Log(person, {
      actions: this.actions,
      clock: page.clock,
      onUnread: () => page.unreadChanged(),
    });
    this.composer = new Composer(person.name, this.actions);
    this.toastBox = h("div", { class: "toast", role: "status", "aria-live": "polite" });
    this.botName = h("b", { class: "bot-name" });
    this.status = h("span", { class: "status" });
    const talk = h("div", { class: "talk" }, this.log.element, this.log.jump, this.toastBox);
    this.element = h(
      "section",
      {
        class: "column",
        id: `phone-${person.id}`,
        "aria-label": T.phoneOf(person.name, person.role),
      },
      this.#owner(),
      h("div", { class: "phone" }, this.#chatBar(), talk, this.composer.element),
    );
    this.update(person);
  }

  /** Take the whole state of this person again: at the start and after a lost line. */
  update(person) {
    this.person = person;
    this.log.fill(person.messages, person.more);
    this.standing(person);
  }

  /** Take what is about the person and not about messages: started, blocked, commands. */
  standing(change) {
    Object.assign(this.person, change);
    const ready = this.#page.bot !== null;
    this.composer.update({ ...this.person, ready });
    this.log.hintAt({ started: this.person.started, ready });
    this.#showStatus(this.#typingWords);
  }

  hear(event) {
    const handlers = {
      message: () => this.#arrived(event),
      edited: () => this.log.replace(event.message),
      deleted: () => this.log.remove(event.message),
      typing: () => this.#typingStarted(event.action),
      tapped: () => this.#waitFor(event),
      answered: () => this.#answered(event),
      refused: () => this.toast(T.refused[event.reason] ?? T.refused.other),
    };
    handlers[event.kind]?.();
  }

  toast(text) {
    clearTimeout(this.#toast);
    this.toastBox.textContent = text;
    this.toastBox.classList.add("shown");
    this.#toast = setTimeout(
      () => this.toastBox.classList.remove("shown"),
      Math.max(TOAST_MS, text.length * 60),
    );
  }

  #makeActions() {
    const send = (deed) => {
      const sent = this.#live.send({ person: this.person.id, ...deed });
      if (!sent) this.toast(T.offline);
      return sent;
    };
    return {
      personId: this.person.id,
      sendText: (text, replyTo) => send({ do: "text", text, reply_to: replyTo }),
      change: (message, text) => send({ do: "edit", message: message.message_id, text }),
      start: (payload) => send({ do: "start", payload }),
      sticker: (emoji) => send({ do: "sticker", emoji }),
      contact: () => send({ do: "contact" }),
      unblock: () => send({ do: "unblock" }),
      block: () => send({ do: "block" }),
      tap: (message, button) => {
        const deed = { message: message.message_id, data: button.callback_data };
        if (send({ do: "tap", ...deed })) this.#waitFor(deed);
      },
      isBusy: (message, data) => this.#busy.has(busyKey(message, data)),
      upload: (kind, file, caption) => this.#upload(kind, file, caption),
      edit: (message) => this.composer.edit(message),
      editLast: () => {
        const last = this.log.lastOwnText();
        if (last) this.composer.edit(last);
      },
      reply: (message) => this.composer.reply(message),
      goTo: (id) => this.log.goTo(id),
      copy: (text) =>
        navigator.clipboard.writeText(text).then(
          () => this.toast(T.copied),
          () => this.toast(T.copyFailed),
        ),
      toast: (text) => this.toast(text),
      openPicture: pictureDialog,
      deepLink: (url) => deepLink(url, this.#page.bot?.username),
    };
  }

  #owner() {
    const { id, name, role } = this.person;
    const words = h(
      "div",
      { class: "owner-words" },
      h("h2", { title: name }, name),
      role ? h("p", {}, role) : null,
    );
    return h(
      "header",
      { class: "owner" },
      avatar(name, id),
      words,
      iconButton("close", T.closePhone(name), { onclick: () => this.#page.toggle(id) }),
    );
  }

  #chatBar() {
    const more = menu(iconButton("more", T.chatMenu(this.person.name)), () => [
      { sign: "link", label: T.openLink, act: () => this.#askCode() },
      this.person.blocked
        ? { sign: "block", label: T.unblock, act: () => this.actions.unblock() }
        : { sign: "block", label: T.block, act: () => this.actions.block() },
    ]);
    return h(
      "div",
      { class: "chat-bar" },
      h(
        "span",
        { class: "avatar bot-avatar", "aria-hidden": "true" },
        h("img", { src: "/page/static/bell.svg", alt: "" }),
      ),
      h("div", { class: "owner-words" }, this.botName, this.status),
      more,
    );
  }

  #askCode() {
    const done = (text) => this.actions.start(deepLink(text, this.#page.bot?.username) ?? text);
    askDialog({
      title: T.openLink,
      hint: T.codeHint,
      label: T.code,
      placeholder: "",
      action: T.open,
      done,
    });
  }

  #arrived({ message, standing }) {
    if (!message.own) this.#typingEnded();
    this.log.add(message);
    this.standing(standing);
  }

  #typingStarted(action) {
    const says = action.startsWith("upload_photo")
      ? T.uploadsPhoto
      : action.startsWith("upload_")
        ? T.uploadsFile
        : T.typing;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#typingEnded(), TYPING_MS);
    this.#typingWords = says;
    this.#showStatus(says);
    this.log.showTyping(true);
  }

  #typingEnded() {
    clearTimeout(this.#typing);
    this.#typingWords = null;
    this.#showStatus();
    this.log.showTyping(false);
  }

  #showStatus(typing = null) {
    const bot = this.#page.bot;
    this.botName.textContent = bot?.name ?? T.noBot;
    this.status.classList.toggle("typing", typing !== null);
    const words = typing ?? (this.person.blocked ? T.blockedStatus : bot ? T.bot : "");
    if (this.status.firstChild?.textContent === words) return;
    this.status.replaceChildren(
      h("span", {}, words),
      ...(typing
        ? [h("span", { class: "dots", "aria-hidden": "true" }, h("i"), h("i"), h("i"))]
        : []),
    );
  }

  #waitFor({ message, data, callback }) {
    const key = busyKey(message, data);
    const known = this.#busy.get(key);
    if (known) {
      known.callback ??= callback;
      return;
    }
    const timer = setTimeout(() => {
      this.#busy.delete(key);
      this.log.showBusy(message);
      this.toast(T.notAnswered);
    }, ANSWER_MS);
    this.#busy.set(key, { callback, message, timer });
    this.log.showBusy(message);
  }

  #answered({ callback, text, alert }) {
    for (const [key, waiting] of this.#busy) {
      if (waiting.callback !== callback) continue;
      clearTimeout(waiting.timer);
      this.#busy.delete(key);
      this.log.showBusy(waiting.message);
    }
    if (text && alert) alertDialog(this.#page.bot?.name ?? "", text);
    else if (text) this.toast(text);
  }

  async #upload(kind, file, caption) {
    const form = new FormData();
    for (const [name, value] of Object.entries({ person: this.person.id, kind, caption }))
      form.append(name, value);
    form.append("file", file, file.name);
    try {
      const answer = await fetch("/page/upload", { method: "POST", body: form });
      if (!answer.ok) this.toast(T.uploadFailed);
    } catch {
      this.toast(T.uploadFailed);
    }
  }
}

const busyKey = (message, data) => `${message} ${data}`;

/** The start payload of a link to this bot (`t.me/bot?start=…`), or null for any other address. */
function deepLink(text, username) {
  if (!username) return null;
  let url;
  try {
    url = new URL(/^(https?|tg):/iu.test(text) ? text : `https://${text}`);
  } catch {
    return null;
  }
  const telegram = ["t.me", "telegram.me"].includes(url.hostname)
    ? url.pathname.slice(1)
    : url.protocol === "tg:"
      ? url.searchParams.get("domain")
      : null;
  return telegram?.toLowerCase() === username.toLowerCase()
    ? (url.searchParams.get("start") ?? "")
    : null;
}
