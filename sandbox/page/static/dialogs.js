// Windows over the page (the browser keeps the focus inside and returns it), and small menus.

import { h, icon, iconButton } from "./dom.js";
import { T } from "./texts.js";

function show(dialog) {
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** An alert that the bot answered a tap with; it waits until it is read. */
export function alertDialog(name, text) {
  const ok = h(
    "button",
    { type: "button", class: "primary", autofocus: true, onclick: () => dialog.close() },
    T.ok,
  );
  const dialog = h(
    "dialog",
    { class: "window", role: "alertdialog", "aria-label": T.alert(name) },
    h("p", { class: "alert-words" }, text),
    h("div", { class: "choices" }, ok),
  );
  return show(dialog);
}

/** Ask for one line; `done(text)` is called only with something written. */
export function askDialog({ title, hint, label, placeholder, action, done }) {
  const field = h("input", {
    type: "text",
    maxlength: 256,
    placeholder,
    "aria-label": label,
    autofocus: true,
    autocomplete: "off",
    spellcheck: "false",
  });
  const submit = (event) => {
    event.preventDefault();
    if (!field.value.trim()) return;
    dialog.close();
    done(field.value.trim());
  };
  const choices = h(
    "div",
    { class: "choices" },
    h("button", { type: "button", class: "quiet", onclick: () => dialog.close() }, T.cancel),
    h("button", { type: "submit", class: "primary" }, action),
  );
  const dialog = h(
    "dialog",
    { class: "window", "aria-label": title },
    h(
      "form",
      { onsubmit: submit },
      h("h2", {}, title),
      hint ? h("p", { class: "hint" }, hint) : null,
      h("label", {}, h("span", {}, label), field),
      choices,
    ),
  );
  return show(dialog);
}

export function pictureDialog(src, alt) {
  const dialog = h(
    "dialog",
    { class: "lightbox", "aria-label": alt },
    h("img", { src, alt }),
    iconButton("close", T.close, { class: "lightbox-close", onclick: () => dialog.close() }),
  );
  dialog.addEventListener("click", () => dialog.close());
  return show(dialog);
}

const STICKERS = ["👍", "🙂", "😂", "😢", "❤️", "🎉", "🙏", "🤔"];

export function stickerDialog(done) {
  const choose = (emoji) => {
    dialog.close();
    done(emoji);
  };
  const choices = STICKERS.map((emoji) =>
    h(
      "button",
      {
        type: "button",
        class: "sticker-choice",
        "aria-label": `${T.sticker} ${emoji}`,
        onclick: () => choose(emoji),
      },
      emoji,
    ),
  );
  const dialog = h(
    "dialog",
    { class: "window", "aria-label": T.stickers },
    h("h2", {}, T.stickers),
    h("div", { class: "stickers" }, choices),
  );
  return show(dialog);
}

/**
 * Give `button` a menu. `items()` is asked at each opening for {sign, label, act, checked}.
 * Arrows move, Escape and a click elsewhere close it, and the focus returns to the button.
 */
export function menu(button, items) {
  const list = h("div", {
    class: "menu",
    role: "menu",
    hidden: true,
    "aria-label": button.getAttribute("aria-label") ?? button.textContent,
  });
  const close = () => {
    if (list.hidden) return;
    const inside = list.contains(document.activeElement);
    list.hidden = true;
    button.setAttribute("aria-expanded", "false");
    if (inside) button.focus();
  };
  const open = () => {
    list.replaceChildren(...items().map((item) => menuItem(item, close)));
    list.hidden = false;
    button.setAttribute("aria-expanded", "true");
    list.firstElementChild?.focus();
  };
  button.setAttribute("aria-haspopup", "menu");
  button.setAttribute("aria-expanded", "false");
  button.addEventListener("click", () => (list.hidden ? open() : close()));
  list.addEventListener("keydown", (event) => walk(event, list, close));
  document.addEventListener("pointerdown", (event) => !holder.contains(event.target) && close());
  const holder = h("div", { class: "menu-holder" }, button, list);
  holder.addEventListener(
    "focusout",
    ({ relatedTarget }) => relatedTarget && !holder.contains(relatedTarget) && close(),
  );
  return holder;
}

function menuItem({ sign, label, act, checked }, close) {
  const role = checked === undefined ? "menuitem" : "menuitemcheckbox";
  const choose = () => {
    close();
    act();
  };
  return h(
    "button",
    {
      type: "button",
      role,
      tabindex: -1,
      "aria-checked": checked === undefined ? null : String(checked),
      onclick: choose,
    },
    sign ? icon(sign) : h("span", { class: "check" }, checked ? "✓" : ""),
    h("span", {}, label),
  );
}

function walk(event, list, close) {
  const items = [...list.children];
  const at = items.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (to !== undefined) items[(to + items.length) % items.length].focus();
  if (event.key === "Escape" || event.key === "Tab") close();
  if (to !== undefined || event.key === "Escape") event.preventDefault();
}
