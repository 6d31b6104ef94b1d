// The page of a video. Everything here has a twin among the forms of the page; the server decides, this only asks it.
import { $ } from "./composer/dom.js";
import { holdOn } from "./library/asking.js";
import { Film } from "./library/film.js";
import "./library/keeping.js";
import { between, clamp, inside, rectangleIn, show, toPercent } from "./library/places.js";
import { clock } from "./library/sights.js";

const LASTS = 2; // seconds that a part which was missed lasts at first
const HELD = 4; // pixels after which a press is a drag

let film = null;
let pressed = null;
let meant = null; // the rectangle of what is being drawn

const missed = () => $("#missed");
const number = (field) => Number(field.value.replace(",", ".")) || 0;

function selected() {
  const button = $("#work [form=pick][aria-current=true]");
  return button ? Number(button.value) : null;
}

function take() {
  const root = $("[data-film]");
  if (!root) return (film = null);
  const fresh = !root.taken;
  if (fresh) root.taken = new Film(root, follow);
  film = root.taken;
  const told = $("#film-tracks");
  const tracks = told ? JSON.parse(told.textContent) : [];
  const said = $("[data-captions]");
  film.update(tracks, selected(), said ? (said.defaultValue ?? said.textContent) : "");
  const first = selected() ?? tracks.find((track) => track.css.includes("fb-open"))?.pk;
  if (fresh && first) film.goTo(first);
  const cue = $("[data-cue]");
  if (cue) cue.hidden = false;
  forget();
  follow(film.second);
}

/** Lets what is drawn or written next begin at the second that is shown, unless somebody has said when. */
function follow(second) {
  const cue = $("[data-cue] [data-now]");
  if (cue) cue.textContent = clock(second);
  const form = missed();
  if (!form || form.said) return;
  form.elements.since.value = second.toFixed(1);
  form.elements.until.value = Math.min(second + LASTS, film?.seconds ?? Infinity).toFixed(1);
}

function forget() {
  meant?.remove();
  meant = null;
}

function mean() {
  const { x, y, w, h } = missed().elements;
  meant ??= rectangleIn(film.frame);
  show(meant, inside({ x: number(x), y: number(y), w: number(w), h: number(h) }));
}

document.addEventListener("htmx:afterSwap", ({ detail }) => detail.target?.id === "work" && take());
document.addEventListener("htmx:afterSettle", () => film?.connected || take());

// A find that is chosen is gone to.
document.addEventListener("click", ({ target }) => {
  const find = target.closest?.("#work .finds [form=pick]");
  if (find) film?.goTo(Number(find.value));
  if (target.closest?.("[data-cue]")) addCue();
});

// What was missed: by numbers, or drawn with Shift.
document.addEventListener("input", ({ target }) => {
  const form = target.closest?.("#missed");
  if (!form || !film) return;
  form.said ||= ["since", "until"].includes(target.name);
  mean();
});

document.addEventListener("focusin", ({ target }) => {
  if (target.closest?.("#missed") && film) (film.pause(), mean());
});

document.addEventListener("pointerdown", (event) => {
  const frame = event.target.closest?.("[data-frame]");
  if (!frame || !missed() || !film || !event.shiftKey || event.button !== 0) return;
  film.pause();
  pressed = { from: toPercent(event, frame), at: event };
  event.preventDefault();
});

document.addEventListener("pointermove", (event) => {
  if (!pressed || Math.hypot(event.clientX - pressed.at.clientX, event.clientY - pressed.at.clientY) < HELD) return;
  const place = inside(between(pressed.from, toPercent(event, film.frame)));
  for (const [name, part] of Object.entries(place)) missed().elements[name].value = part.toFixed(1);
  mean();
});

for (const name of ["pointerup", "pointercancel"]) {
  document.addEventListener(name, () => {
    if (pressed && meant) $("#missed-kind").focus({ preventScroll: true });
    pressed = null;
  });
}

function addCue() {
  const field = $("#captions");
  const stamp = (second) => new Date(second * 1000).toISOString().slice(11, 23);
  const end = clamp(film.second + LASTS, 0, film.seconds);
  const before = field.value.trimEnd();
  field.value = `${before ? `${before}\n\n` : ""}${stamp(film.second)} --> ${stamp(end)}\n`;
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
}

holdOn(() => pressed || document.activeElement?.closest("#work select, #work textarea, #missed"));

take();
