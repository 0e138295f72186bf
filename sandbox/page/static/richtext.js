// Text with entities, as a phone shows it. Offsets are UTF-16 units, which is how JavaScript counts too.

import { h } from "./dom.js";
import { T } from "./texts.js";

const SAFE = /^(https?|tg|mailto|tel):/iu;
const SHORT_DOMAIN = /^[\p{L}\p{N}.-]+\.[\p{L}]{2,}([/?#:]|$)/u;

/** Return a fragment of `text` with its `entities`; `actions` say what a link or a command does. */
export function richText(text, entities, actions) {
  const sorted = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const fragment = document.createDocumentFragment();
  fragment.append(...nodes(text, 0, text.length, sorted, actions));
  return fragment;
}

function nodes(text, from, to, entities, actions) {
  const made = [];
  let at = from;
  for (let i = 0; i < entities.length;) {
    const entity = entities[i];
    const start = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    // Whatever begins inside this one is drawn inside it.
    let next = i + 1;
    while (next < entities.length && entities[next].offset < end) next += 1;
    if (start < end) {
      if (at < start) made.push(text.slice(at, start));
      made.push(
        element(
          entity,
          text.slice(start, end),
          nodes(text, start, end, entities.slice(i + 1, next), actions),
          actions,
        ),
      );
      at = end;
    }
    i = next;
  }
  if (at < to) made.push(text.slice(at, to));
  return made;
}

const TAGS = {
  bold: "b",
  italic: "i",
  underline: "u",
  strikethrough: "s",
  code: "code",
  blockquote: "blockquote",
};

function element(entity, plain, children, actions) {
  if (entity.type in TAGS) return h(TAGS[entity.type], {}, children);
  return (KINDS[entity.type] ?? unknown)(entity, plain, children, actions);
}

const unknown = (entity, plain, children) => h("span", {}, children);

const KINDS = {
  pre: (entity, plain, children) =>
    h(
      "pre",
      { tabindex: 0, data: entity.language ? { language: entity.language } : {} },
      h("code", {}, children),
    ),
  spoiler: (entity, plain, children) => spoiler(children),
  expandable_blockquote: (entity, plain, children) =>
    h(
      "blockquote",
      {
        class: "folded",
        tabindex: 0,
        role: "button",
        "aria-expanded": "false",
        onclick: unfold,
        onkeydown: onActivate(unfold),
      },
      children,
    ),
  text_link: (entity, plain, children, actions) => link(entity.url, children, actions),
  url: (entity, plain, children, actions) =>
    link(SHORT_DOMAIN.test(plain) ? `https://${plain}` : plain, children, actions),
  email: (entity, plain, children, actions) => link(`mailto:${plain}`, children, actions),
  phone_number: (entity, plain, children, actions) =>
    link(`tel:${plain.replace(/[^+\d]/gu, "")}`, children, actions),
  bot_command: (entity, plain, children, actions) => command(plain, children, actions),
  mention: (entity, plain, children) => h("span", { class: "mention" }, children),
  text_mention: (entity, plain, children) => h("span", { class: "mention" }, children),
  hashtag: (entity, plain, children) => h("span", { class: "mention" }, children),
  cashtag: (entity, plain, children) => h("span", { class: "mention" }, children),
};

const command = (plain, children, actions) =>
  h(
    "button",
    { type: "button", class: "command", onclick: () => actions.sendText(plain) },
    children,
  );

/** A link that opens beside the page; a deep link to this very bot is followed inside the chat. */
export function link(url, children, actions) {
  if (!SAFE.test(url)) return h("span", {}, children);
  const payload = actions.deepLink(url);
  const follow = (event) => {
    if (payload === null) return;
    event.preventDefault();
    actions.start(payload);
  };
  return h(
    "a",
    { href: url, target: "_blank", rel: "noopener noreferrer", onclick: follow },
    children,
  );
}

function spoiler(children) {
  const open = (event) => {
    const it = event.currentTarget;
    it.classList.add("open");
    for (const name of ["role", "tabindex", "aria-label"]) it.removeAttribute(name);
  };
  return h(
    "span",
    {
      class: "spoiler",
      role: "button",
      tabindex: 0,
      "aria-label": T.spoiler,
      onclick: open,
      onkeydown: onActivate(open),
    },
    h("span", {}, children),
  );
}

function unfold(event) {
  const folded = event.currentTarget.classList.toggle("folded");
  event.currentTarget.setAttribute("aria-expanded", String(!folded));
}

const onActivate = (act) => (event) => {
  if (event.target !== event.currentTarget || (event.key !== "Enter" && event.key !== " ")) return;
  event.preventDefault();
  act(event);
};
