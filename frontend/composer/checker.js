// Asks the guard between two keystrokes and, more thoroughly, after a pause. Nothing of it is stored.
import { send, SignedOut } from "./net.js";
import { form, written } from "./written.js";

const QUICK = 150;
const FULL = 800;

export class Checker {
  #timers = [];
  #sent = 0;
  #version = 0;
  #apply;
  #failed;
  /** The account whose preview is shown; none is the first one. */
  preview = "";

  constructor({ apply, failed }) {
    this.#apply = apply;
    this.#failed = failed;
  }

  changed() {
    this.#version += 1;
    this.#plan([QUICK, true], [FULL, false]);
  }

  now() {
    this.#plan([0, false]);
  }

  #plan(...runs) {
    this.#timers.forEach(clearTimeout);
    this.#timers = runs.map(([delay, quick]) => setTimeout(() => this.#run(quick), delay));
  }

  async #run(quick) {
    const number = ++this.#sent;
    const version = this.#version;
    const asked = { ...written(), quick, preview: this.preview, post: form.dataset.post ?? "" };
    try {
      const { status, answer } = await send(form.dataset.check, asked);
      // An answer about words that are no longer there, or one that a later one has overtaken, is dropped.
      if (number !== this.#sent || version !== this.#version) return;
      if (status === 200) this.#apply(answer);
      else this.#failed(answer.said);
    } catch (error) {
      if (number !== this.#sent) return;
      this.#failed(error instanceof SignedOut ? "You are signed out." : "No answer from Bedside.");
    }
  }
}
