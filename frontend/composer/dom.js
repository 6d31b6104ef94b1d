// Small helps for building and saying things.
export const $ = (selector, within = document) => within.querySelector(selector);
export const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];

/** Builds an element: `el("p", { class: "hint" }, "words", child)`. */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key, value);
    else if (value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

const SVG = "http://www.w3.org/2000/svg";
const sheet = document.querySelector("svg.i use")?.getAttribute("href").split("#")[0] ?? "";

export function icon(name, size = "") {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", size ? `i i-${size}` : "i");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `${sheet}#i-${name}`);
  svg.append(use);
  return svg;
}

/** Tells a screen reader something, politely. The same words twice are said twice. */
export function say(words) {
  const place = $("#say");
  place.textContent = "";
  requestAnimationFrame(() => (place.textContent = words));
}

/** Puts server-made HTML into a place, unless it is there already: focus and selection then stay. */
export function place(element, html) {
  if (!element || element.made === html) return false;
  element.innerHTML = html;
  element.made = html;
  return true;
}
