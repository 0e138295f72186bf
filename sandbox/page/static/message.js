// One message as a bubble: a pure function of the message; what taps do is given as `actions`.

import { h, icon } from "./dom.js";
import { media } from "./media.js";
import { richText } from "./richtext.js";
import { T } from "./texts.js";
import { clockTime } from "./time.js";

/** Draw a message of the Bot API's shape, with `own` and `silent` added by the server. */
export function bubble(message, actions) {
  if (message.pinned_message)
    return h("p", { class: "note", data: { message: message.message_id } }, T.pinned);
  const side = message.own ? "own" : "bot";
  const keyboard = inlineKeyboard(message, actions);
  const body = h(
    "div",
    { class: "bubble" },
    forwarded(message),
    quote(message, actions),
    media(message, actions),
    words(message, actions),
    foot(message),
  );
  const row = h("div", { class: "line" }, body, deeds(message, actions));
  const label = `${T.from[side]}, ${clockTime(message.date * 1000)}`;
  return h(
    "article",
    { class: `message ${side}`, "aria-label": label, data: { message: message.message_id } },
    row,
    keyboard,
  );
}

function words(message, actions) {
  const text = message.text ?? message.caption;
  if (!text) return null;
  return h(
    "div",
    { class: "words", dir: "auto", data: { room: roomForFoot(message) } },
    richText(text, message.entities ?? message.caption_entities, actions),
  );
}

// The time stands in the last line of the text, so that line keeps as much room free.
const roomForFoot = (message) =>
  [
    message.silent && !message.own ? "—" : "",
    message.edit_date ? T.edited : "",
    clockTime(message.date * 1000),
  ]
    .filter(Boolean)
    .join(" ");

function foot(message) {
  const time = new Date(message.date * 1000);
  return h(
    "div",
    { class: "foot" },
    message.silent && !message.own
      ? h("span", { role: "img", "aria-label": T.silent, title: T.silent }, icon("silent"))
      : null,
    message.edit_date ? h("span", { class: "edited" }, T.edited) : null,
    h("time", { datetime: time.toISOString() }, clockTime(time.getTime())),
  );
}

const forwarded = (message) =>
  message.forward_origin ? h("div", { class: "forwarded" }, T.forwarded) : null;

function quote(message, actions) {
  const to = message.reply_to_message;
  if (!to) return null;
  const text = message.quote?.text ?? to.text ?? to.caption ?? T.picture;
  const who = to.from?.is_bot ? T.from.bot : T.from.own;
  return h(
    "button",
    { type: "button", class: "quote", onclick: () => actions.goTo(to.message_id) },
    h("b", {}, who),
    h("span", {}, text),
  );
}

/** The small buttons beside a bubble: answer it, or change one's own words. */
function deeds(message, actions) {
  const buttons = [deed("reply", T.reply, () => actions.reply(message))];
  if (message.own && message.text) buttons.push(deed("edit", T.edit, () => actions.edit(message)));
  return h("div", { class: "deeds" }, buttons);
}

const deed = (sign, label, onclick) =>
  h(
    "button",
    { type: "button", class: "deed", "aria-label": label, title: label, onclick },
    icon(sign),
  );

function inlineKeyboard(message, actions) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  const row = (buttons) =>
    h(
      "div",
      { class: "buttons" },
      buttons.map((button) => inlineButton(message, button, actions)),
    );
  return h("div", { class: "keyboard", role: "group", "aria-label": T.buttons }, rows.map(row));
}

function inlineButton(message, button, actions) {
  const address = button.url ?? button.login_url?.url;
  if (address) return urlButton(address, button, actions);
  const data = {
    ...(button.style && { style: button.style }),
    ...(button.callback_data !== undefined && { callback: button.callback_data }),
  };
  const sign = button.copy_text ? icon("copy") : null;
  const drawn = h(
    "button",
    { type: "button", class: "inline", data, onclick: () => press(message, button, actions) },
    h("span", { class: "label" }, button.text),
    sign,
  );
  markBusy(drawn, actions.isBusy(message.message_id, button.callback_data));
  return drawn;
}

/** Turn the spinners of a message's buttons on or off; nothing else of it is drawn again. */
export function showBusy(article, message, actions) {
  for (const button of article.querySelectorAll(".inline[data-callback]"))
    markBusy(button, actions.isBusy(message.message_id, button.dataset.callback));
}

function markBusy(button, busy) {
  const mark = busy
    ? (name) => button.setAttribute(name, "true")
    : (name) => button.removeAttribute(name);
  ["aria-busy", "aria-disabled"].forEach(mark);
  button.querySelector(".spinner")?.remove();
  if (busy)
    button.append(h("span", { class: "spinner", role: "img", "aria-label": T.buttonBusy }));
}

function press(message, button, actions) {
  if (actions.isBusy(message.message_id, button.callback_data)) return;
  if (button.callback_data !== undefined) actions.tap(message, button);
  else if (button.copy_text) actions.copy(button.copy_text.text);
  else actions.toast(T.buttonNotSupported);
}

function urlButton(address, button, actions) {
  if (!/^(https?|tg):/iu.test(address))
    return h(
      "button",
      { type: "button", class: "inline", onclick: () => actions.toast(T.buttonNotSupported) },
      h("span", { class: "label" }, button.text),
    );
  const payload = actions.deepLink(address);
  const follow = (event) => {
    if (payload === null) return;
    event.preventDefault();
    actions.start(payload);
  };
  return h(
    "a",
    {
      class: "inline",
      href: address,
      target: "_blank",
      rel: "noopener noreferrer",
      onclick: follow,
    },
    h("span", { class: "label" }, button.text),
    icon("out"),
  );
}
