// Elements from data. Strings always become text nodes: nothing here can parse markup.

const SVG = "http://www.w3.org/2000/svg";

/** Make an element; `on*` are listeners, `data` is its dataset, the rest are attributes. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) set(element, name, value);
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

function set(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (name === "data") Object.assign(element.dataset, value);
  else element.setAttribute(name, value === true ? "" : value);
}

/** A decorative sign from the sprite; its meaning is always told in words beside it. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `/page/static/icons.svg#${name}`);
  svg.append(use);
  return svg;
}

export const iconButton = (sign, label, attributes = {}) =>
  h(
    "button",
    {
      type: "button",
      "aria-label": label,
      title: label,
      ...attributes,
      class: `round ${attributes.class ?? ""}`,
    },
    icon(sign),
  );

/** The circle with initials that stands for a person; its colour follows from the id. */
export function avatar(name, id) {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const initials = words
    .slice(0, 2)
    .map((word) => [...word].find((letter) => /[\p{L}\p{N}]/u.test(letter)) ?? "")
    .join("");
  return h(
    "span",
    { class: "avatar", "aria-hidden": "true", data: { hue: Math.abs(id) % 7 } },
    initials.toUpperCase() || "•",
  );
}

/** Remember small choices of this browser; forbidden storage only means forgetting them. */
export const memory = {
  get(key, fallback) {
    try {
      return JSON.parse(localStorage.getItem(`sandbox.${key}`)) ?? fallback;
    } catch {
      return fallback;
    }
  },
  set(key, value) {
    try {
      localStorage.setItem(
        `sandbox.${key}`,
        typeof value === "string" ? value : JSON.stringify(value),
      );
    } catch {
      // Nothing to do: the choice lives until the page is closed.
    }
  },
};
