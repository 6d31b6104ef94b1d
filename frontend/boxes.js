// Boxes in a picture: moved by arrow keys or the mouse, drawn with Shift. Everything here has a twin among the
// forms of the page; the server decides, this only asks it.
import { $ } from "./composer/dom.js";
import { holdOn } from "./library/asking.js";
import { between, inside, rectangleIn, show, toPercent } from "./library/places.js";

const STEP = 0.5; // percent of the picture for one press of a key
const SETTLE = 600; // milliseconds after the last key until the place is sent
const HELD = 4; // pixels after which a press is a drag

const AXES = { ArrowLeft: ["x", "w", -1], ArrowRight: ["x", "w", 1], ArrowUp: ["y", "h", -1], ArrowDown: ["y", "h", 1] };

const drawing = () => $("[data-draw]");
const holder = (button) => button.closest("foreignObject");

function placeOf(button) {
  const from = holder(button);
  const part = (name) => parseFloat(from.getAttribute(name));
  return { x: part("x"), y: part("y"), w: part("width"), h: part("height") };
}

function ask(values) {
  const form = drawing();
  window.htmx.ajax("POST", form.action, {
    target: "#work",
    values: { csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value, ...values },
  });
}

const sendMove = (button) => ask({ do: "move", box: button.value, ...placeOf(button) });

// Keys.
let settling = 0;

document.addEventListener("keydown", (event) => {
  const button = event.target.closest?.("[data-box]");
  const axis = AXES[event.key];
  if (!button || !axis || !drawing() || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const [at, size, way] = axis;
  const place = placeOf(button);
  place[event.shiftKey ? size : at] += way * STEP;
  show(holder(button), inside(place));
  clearTimeout(settling);
  settling = setTimeout(() => button.isConnected && sendMove(button), SETTLE);
});

// The mouse, a finger, a pen.
let pressed = null;

holdOn(() => pressed || document.activeElement?.closest("#work select, #boxform"));

document.addEventListener("pointerdown", (event) => {
  const frame = event.target.closest?.("[data-frame]");
  if (!frame || !drawing() || event.button !== 0) return;
  const button = event.target.closest("[data-box]");
  if (event.shiftKey) {
    pressed = { frame, rectangle: rectangleIn(frame), from: toPercent(event, frame), at: event };
    event.preventDefault();
  } else if (button && (event.pointerType === "mouse" || button.ariaPressed === "true")) {
    pressed = { frame, button, from: toPercent(event, frame), at: event, place: placeOf(button) };
  }
});

document.addEventListener("pointermove", (event) => {
  if (!pressed) return;
  const { frame, from, at, rectangle, button, place } = pressed;
  pressed.dragged ||= Math.hypot(event.clientX - at.clientX, event.clientY - at.clientY) > HELD;
  if (!pressed.dragged) return;
  const to = toPercent(event, frame);
  if (rectangle) {
    pressed.drawn = between(from, to);
    show(rectangle, pressed.drawn);
  } else {
    show(holder(button), inside({ ...place, x: place.x + to.x - from.x, y: place.y + to.y - from.y }));
  }
});

function letGo(event) {
  if (!pressed) return;
  const { rectangle, button, dragged, drawn, place } = pressed;
  pressed = null;
  rectangle?.remove();
  if (!dragged) return;
  if (event.type === "pointercancel") {
    if (button) show(holder(button), place);
    return;
  }
  // The click that follows a drag opens nothing.
  const swallow = (click) => (click.preventDefault(), click.stopPropagation());
  addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener("click", swallow, { capture: true }));
  if (rectangle) ask({ do: "draw", kind: "face", ...inside(drawn) });
  else sendMove(button);
}

document.addEventListener("pointerup", letGo);
document.addEventListener("pointercancel", letGo);
document.addEventListener("dragstart", (event) => event.target.closest?.("[data-frame]") && event.preventDefault());
