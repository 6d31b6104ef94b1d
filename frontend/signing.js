// The signing view: a pad to draw on, and no way to send twice.
const $ = (selector, root = document) => root.querySelector(selector);

/** Keeps what was drawn as lines, in units of the canvas, and draws them. */
class Pad {
  #lines = [];
  #canvas;
  #pen;

  constructor(canvas) {
    this.#canvas = canvas;
    this.#pen = canvas.getContext("2d");
    canvas.addEventListener("pointerdown", (event) => this.#begin(event));
    canvas.addEventListener("pointermove", (event) => this.#follow(event));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#draw());
  }

  get lines() {
    return this.#lines;
  }

  clear() {
    this.#lines = [];
    this.#draw();
  }

  #begin(event) {
    if (event.button !== 0) return;
    event.preventDefault();
    this.#canvas.setPointerCapture(event.pointerId);
    this.#lines.push(this.#at(event));
    this.#draw();
  }

  #follow(event) {
    if (!this.#canvas.hasPointerCapture(event.pointerId)) return;
    const moves = event.getCoalescedEvents?.() ?? [];
    const line = this.#lines.at(-1);
    for (const move of moves.length ? moves : [event]) line.push(...this.#at(move));
    this.#draw();
  }

  #at(event) {
    const { left, top, width, height } = this.#canvas.getBoundingClientRect();
    const held = (value, most) => Math.min(most, Math.max(0, Math.round(value)));
    return [
      held(((event.clientX - left) / width) * this.#canvas.width, this.#canvas.width),
      held(((event.clientY - top) / height) * this.#canvas.height, this.#canvas.height),
    ];
  }

  #draw() {
    const pen = this.#pen;
    pen.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    pen.lineWidth = 7;
    pen.lineCap = pen.lineJoin = "round";
    pen.strokeStyle = getComputedStyle(this.#canvas).color;
    for (const line of this.#lines) {
      pen.beginPath();
      pen.moveTo(line[0], line[1]);
      for (let at = 2; at < line.length; at += 2) pen.lineTo(line[at], line[at + 1]);
      if (line.length === 2) pen.lineTo(line[0], line[1]);
      pen.stroke();
    }
  }
}

/** Lets a person draw, or type their name instead: one of both is there at a time. */
function choosing(form) {
  const [drawn, typed] = [$("[data-drawn]", form), $("[data-typed]", form)];
  const field = $("input", typed);
  const pad = new Pad($("canvas", drawn));
  const show = (draws) => {
    drawn.hidden = !draws;
    typed.hidden = draws;
  };
  $("[data-clear]", drawn).addEventListener("click", () => pad.clear());
  $("[data-type]", drawn).addEventListener("click", () => {
    pad.clear();
    show(false);
    field.focus();
  });
  const draw = $("[data-draw]", typed);
  draw.hidden = false;
  draw.addEventListener("click", () => {
    field.value = "";
    show(true);
    $("[data-clear]", drawn).focus();
  });
  form.addEventListener("submit", () => {
    $("[data-lines]", drawn).value = pad.lines.length ? JSON.stringify(pad.lines) : "";
  });
  show(!field.value);
}

const form = $("[data-signing]");
if (form) choosing(form);
// A download leaves the page as it is, so that may be sent again.
for (const each of document.querySelectorAll("form:not([data-again])")) {
  each.addEventListener("submit", (event) => {
    if (each.dataset.sent) event.preventDefault();
    each.dataset.sent = "yes";
  });
}
// A page that comes back from the browser's memory may be older than what happened since.
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
