// The keyboard. Single keys can be switched off, since speech input and sticky keys press them unasked.
import { keep } from "./cookies.js";
import { open } from "./dialogs.js";

// For a moment after a dialog has closed, its field still has the focus, but nobody writes there.
const writes = (element) =>
  element.closest("input, textarea, select, [contenteditable], .cm-editor") && !element.closest("dialog:not([open])");

/** Tells whether single keys may act now: switched on, no modifier, nobody writing, no dialog open. */
export function singleKey(event) {
  return (
    document.body.dataset.keys !== "off" &&
    !event.ctrlKey &&
    !event.metaKey &&
    !event.altKey &&
    !writes(event.target) &&
    !document.querySelector("dialog[open]")
  );
}

function step(direction) {
  const items = [...document.querySelectorAll("[data-list] > *, .pane-list .item, .needs > li")]
    .map((item) => (item.matches("a, button") ? item : item.querySelector("a, button")))
    .filter(Boolean);
  const at = items.findIndex((item) => item === document.activeElement);
  items[Math.min(items.length - 1, Math.max(0, at + direction))]?.focus();
}

function walk(event) {
  const links = [...document.querySelectorAll("#palette-found a")];
  if (!links.length) return;
  event.preventDefault();
  const at = links.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
  (links[at] ?? document.getElementById("palette-words")).focus();
}

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
    if (open("palette")) event.preventDefault();
    return;
  }
  if (event.target.closest("#palette") && (event.key === "ArrowDown" || event.key === "ArrowUp")) walk(event);
  if (!singleKey(event)) return;
  const own = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (event.key === "?") open("keys");
  else if (own)
    own.click(); // a page that says what a key does there has the last word
  else if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
});

document.addEventListener("change", (event) => {
  if (!event.target.matches("[data-keys-switch]")) return;
  const state = event.target.checked ? "on" : "off";
  document.body.dataset.keys = state;
  keep("keys", state);
});
