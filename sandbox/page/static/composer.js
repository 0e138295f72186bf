// Where a person writes: the field, the bot's commands, attachments, START and UNBLOCK.

import { menu, stickerDialog } from "./dialogs.js";
import { h, icon, iconButton } from "./dom.js";
import { T } from "./texts.js";

const LONGEST_TEXT = 4096;

export class Composer {
  #actions;
  #commands = [];
  #choice = -1;
  #context = null;

  constructor(name, actions) {
    this.#actions = actions;
    const id = `commands-${actions.personId}`;
    this.list = h("div", {
      class: "commands",
      role: "listbox",
      id,
      hidden: true,
      "aria-label": T.commands,
    });
    this.field = h("textarea", {
      rows: 1,
      maxlength: LONGEST_TEXT,
      placeholder: T.placeholder,
      "aria-label": T.field(name),
      "aria-controls": id,
      "aria-autocomplete": "list",
      autocomplete: "off",
      oninput: () => this.#typed(),
      onkeydown: (event) => this.#key(event),
      onblur: () => setTimeout(() => this.#closeCommands(), 150),
    });
    this.contextBar = h("div", { class: "context", hidden: true });
    this.keys = h("div", {
      class: "reply-keyboard",
      role: "group",
      "aria-label": T.keyboard,
      hidden: true,
    });
    this.commandsButton = iconButton("slash", T.commands, {
      onclick: () => this.#toggleCommands(),
    });
    this.sendButton = iconButton("send", T.send, { type: "submit", class: "send" });
    this.photo = this.#picker("photo", "image/png,image/jpeg,image/webp,image/gif");
    this.file = this.#picker("document", "");
    this.form = h(
      "form",
      { class: "writing", onsubmit: (event) => this.#submit(event) },
      this.#attachMenu(),
      this.field,
      this.commandsButton,
      this.sendButton,
      this.photo,
      this.file,
    );
    this.big = h("button", { type: "button", class: "big", hidden: true });
    this.element = h(
      "div",
      { class: "composer" },
      this.list,
      this.contextBar,
      this.form,
      this.big,
      this.keys,
    );
  }

  /** Show what this person can do now: write, press START, or unblock the bot. */
  update({ started, blocked, commands, keyboard, ready }) {
    this.#commands = commands;
    this.commandsButton.hidden = commands.length === 0;
    const big = blocked ? T.unblock : started ? null : T.start;
    const hadFocus = this.element.contains(document.activeElement);
    this.form.hidden = big !== null;
    this.big.hidden = big === null;
    this.big.textContent = big ?? "";
    this.big.disabled = !ready;
    this.big.onclick = () => (blocked ? this.#actions.unblock() : this.#actions.start(""));
    this.#showKeys(big === null ? keyboard : null);
    if (hadFocus && !this.element.contains(document.activeElement))
      (big === null ? this.field : this.big).focus();
  }

  edit(message) {
    this.#setContext({ kind: "edit", message, title: T.editing });
    this.field.value = message.text;
    this.#typed();
  }

  reply(message) {
    this.#setContext({ kind: "reply", message, title: T.replying });
  }

  #setContext(context) {
    this.#context = context;
    this.contextBar.hidden = context === null;
    this.sendButton.setAttribute("aria-label", context?.kind === "edit" ? T.save : T.send);
    if (context === null) return;
    const text = context.message.text ?? context.message.caption ?? T.picture;
    const stop = () => {
      if (context.kind === "edit") this.field.value = "";
      this.#setContext(null);
      this.field.focus();
    };
    this.contextBar.replaceChildren(
      icon(context.kind),
      h("div", { class: "context-words" }, h("b", {}, context.title), h("span", {}, text)),
      iconButton("close", T.stopContext, { onclick: stop }),
    );
    this.field.focus();
  }

  #submit(event) {
    event?.preventDefault();
    const text = this.field.value.trim();
    if (!text || !this.#deliver(text)) return;
    this.field.value = "";
    this.#setContext(null);
    this.#typed();
  }

  #deliver(text) {
    if (this.#context?.kind === "edit") return this.#actions.change(this.#context.message, text);
    return this.#actions.sendText(text, this.#context?.message.message_id);
  }

  #typed() {
    this.field.style.height = "auto";
    this.field.style.height = `${this.field.scrollHeight}px`;
    this.form.classList.toggle("has-text", this.field.value.trim() !== "");
    const word = /^\/(\w*)$/u.exec(this.field.value);
    if (word) this.#openCommands(word[1].toLowerCase());
    else this.#closeCommands();
  }

  #key(event) {
    if (!this.list.hidden && this.#commandKey(event)) return;
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) this.#submit(event);
    if (event.key === "ArrowUp" && this.field.value === "") this.#actions.editLast();
    if (event.key === "Escape" && this.#context) this.contextBar.querySelector("button").click();
  }

  #commandKey(event) {
    const options = this.list.children;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.#choose((this.#choice + step + options.length) % options.length);
    else if (event.key === "Escape") this.#closeCommands();
    else if (event.key === "Tab" || event.key === "Enter")
      options[Math.max(this.#choice, 0)].click();
    else return false;
    event.preventDefault();
    return true;
  }

  #openCommands(start) {
    const found = this.#commands.filter(({ command }) => command.startsWith(start));
    this.list.replaceChildren(...found.map((command, i) => this.#option(command, i)));
    this.list.hidden = found.length === 0;
    this.#choose(found.length ? 0 : -1);
  }

  #option({ command, description }, index) {
    const pick = () => {
      this.field.value = `/${command}`;
      this.#submit();
      this.field.focus();
    };
    return h(
      "div",
      {
        role: "option",
        id: `${this.list.id}-${index}`,
        "aria-selected": "false",
        onpointerdown: (event) => event.preventDefault(),
        onclick: pick,
      },
      h("b", {}, `/${command}`),
      h("span", {}, description),
    );
  }

  #choose(index) {
    this.#choice = index;
    [...this.list.children].forEach((option, i) =>
      option.setAttribute("aria-selected", String(i === index)),
    );
    const option = this.list.children[index];
    if (option) this.field.setAttribute("aria-activedescendant", option.id);
    else this.field.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  #closeCommands() {
    this.list.hidden = true;
    this.field.removeAttribute("aria-activedescendant");
  }

  #toggleCommands() {
    if (!this.list.hidden) return this.#closeCommands();
    this.field.focus();
    return this.#openCommands("");
  }

  #attachMenu() {
    return menu(iconButton("clip", T.attach), () => [
      { sign: "picture", label: T.attachPhoto, act: () => this.photo.click() },
      { sign: "file", label: T.attachFile, act: () => this.file.click() },
      {
        sign: "smile",
        label: T.attachSticker,
        act: () => stickerDialog((emoji) => this.#actions.sticker(emoji)),
      },
      { sign: "person", label: T.attachContact, act: () => this.#actions.contact() },
    ]);
  }

  #picker(kind, accept) {
    const sent = ({ target }) => {
      if (target.files[0]) this.#actions.upload(kind, target.files[0], this.field.value.trim());
      target.value = "";
      this.field.value = "";
      this.#typed();
    };
    return h("input", {
      type: "file",
      hidden: true,
      accept: accept || null,
      tabindex: -1,
      "aria-hidden": "true",
      data: { kind },
      onchange: sent,
    });
  }

  #showKeys(keyboard) {
    const rows = keyboard?.keyboard ?? [];
    this.keys.hidden = rows.length === 0;
    this.keys.replaceChildren(
      ...rows.map((row) =>
        h(
          "div",
          { class: "buttons" },
          row.map((key) => this.#replyKey(key)),
        ),
      ),
    );
    this.field.placeholder = keyboard?.input_field_placeholder ?? T.placeholder;
  }

  #replyKey(key) {
    const words = typeof key === "string" ? key : key.text;
    const act = () =>
      key.request_contact ? this.#actions.contact() : this.#actions.sendText(words);
    return h("button", { type: "button", class: "reply-key", onclick: act }, words);
  }
}
