// Pictures, files and cards inside a bubble.

import { avatar, h, icon } from "./dom.js";
import { T } from "./texts.js";

const address = (file) => `/page/file/${encodeURIComponent(file.file_id)}`;
const WIDEST = 300;
const TALLEST = 380;

/** Return the picture, file or card of a message; null for plain text. */
export function media(message, actions) {
  const kind = Object.keys(KINDS).find((name) => message[name] !== undefined);
  if (kind) return KINDS[kind](message[kind], message, actions);
  return message.text === undefined && message.caption === undefined
    ? h("p", { class: "not-shown" }, T.notShown)
    : null;
}

const KINDS = {
  photo: (sizes, message, actions) => picture(sizes.at(-1), message, actions),
  sticker: (sticker) =>
    h(
      "span",
      { class: "sticker", role: "img", "aria-label": `${T.sticker} ${sticker.emoji ?? ""}` },
      sticker.emoji ?? "🙂",
    ),
  animation: (file) => fileCard(file, T.animation),
  document: (file) => fileCard(file, T.unnamedFile),
  video: (file) =>
    h("video", { controls: true, preload: "metadata", src: address(file), "aria-label": T.video }),
  video_note: (file) => fileCard(file, T.video),
  audio: (file) =>
    h("audio", {
      controls: true,
      preload: "metadata",
      src: address(file),
      "aria-label": file.title ?? T.audio,
    }),
  voice: (file) =>
    h("audio", { controls: true, preload: "metadata", src: address(file), "aria-label": T.voice }),
  contact: contactCard,
  venue: (venue) => card("pin", venue.title, venue.address),
  location: (place) =>
    card("pin", T.location, `${place.latitude.toFixed(5)}, ${place.longitude.toFixed(5)}`),
  dice: (dice) => h("span", { class: "sticker" }, `${dice.emoji} ${dice.value}`),
};

function picture(size, message, actions) {
  const alt = message.caption ?? T.picture;
  const [width, height] = fit(size);
  const image = h("img", {
    src: address(size),
    alt,
    width,
    height,
    loading: "lazy",
    decoding: "async",
  });
  if (!message.has_media_spoiler) {
    return h(
      "button",
      {
        type: "button",
        class: "picture",
        "aria-label": `${T.pictureOpen}: ${alt}`,
        onclick: () => actions.openPicture(address(size), alt),
      },
      image,
    );
  }
  const reveal = (event) =>
    event.currentTarget.replaceWith(
      picture(size, { ...message, has_media_spoiler: false }, actions),
    );
  return h(
    "button",
    {
      type: "button",
      class: "picture hidden-picture",
      "aria-label": T.pictureSpoiler,
      onclick: reveal,
    },
    image,
  );
}

function fit({ width, height }) {
  if (!width || !height) return [WIDEST, null];
  const scale = Math.min(WIDEST / width, TALLEST / height, 1);
  return [Math.round(width * scale), Math.round(height * scale)];
}

function fileCard(file, fallback) {
  const name = file.file_name ?? fallback;
  const size = humanSize(file.file_size ?? 0);
  return h(
    "a",
    { class: "file", href: address(file), download: name, "aria-label": T.download(name, size) },
    h("span", { class: "file-sign" }, icon("file")),
    h("span", { class: "file-words" }, h("b", {}, name), h("span", {}, size)),
  );
}

/** Bytes as people write them: «812 Б», «4,2 КБ». */
export function humanSize(bytes) {
  const power =
    bytes > 0 ? Math.min(Math.floor(Math.log(bytes) / Math.log(1024)), T.units.length - 1) : 0;
  const value = (bytes / 1024 ** power).toLocaleString("ru", { maximumFractionDigits: 1 });
  return `${value}\u00a0${T.units[power]}`;
}

function contactCard(contact) {
  const name = [contact.first_name, contact.last_name].filter(Boolean).join(" ");
  return h(
    "div",
    { class: "card" },
    avatar(name, contact.user_id ?? 0),
    h("span", { class: "file-words" }, h("b", {}, name), h("span", {}, contact.phone_number)),
  );
}

const card = (sign, title, line) =>
  h(
    "div",
    { class: "card" },
    h("span", { class: "file-sign" }, icon(sign)),
    h("span", { class: "file-words" }, h("b", {}, title), h("span", {}, line)),
  );
