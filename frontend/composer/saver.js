// Saves by itself after a pause, never over what somebody else wrote, and loses nothing without a connection.
import { $, say } from "./dom.js";
import { send, SignedOut, Unreached } from "./net.js";
import { alongside, form, same, written } from "./written.js";

const PAUSE = 2000;
const RETRIES = [5, 10, 20, 30];

function ago(moment) {
  const seconds = Math.round((Date.now() - moment) / 1000);
  if (seconds < 5) return "just now";
  if (seconds < 60) return `${seconds} s ago`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  return seconds < 86_400 ? `${Math.floor(seconds / 3600)} h ago` : moment.toLocaleDateString("en-US");
}

export class Saver {
  #savedAs = JSON.stringify(written());
  #title;
  #tried = null;
  #failures = 0;
  #timer = 0;
  #running = null;
  #savedAt = form.dataset.saved ? new Date(form.dataset.saved) : null;
  #show;
  #chrome;
  /** Nothing is saved by itself while somebody has to choose between two versions. */
  held = "conflict" in form.dataset;
  leaving = false;

  /** `show` gives a problem (HTML or words) its place; `chrome` draws what depends on the post's state anew. */
  constructor({ show, chrome }) {
    this.#show = show;
    this.#chrome = chrome;
    this.#title = this.#titleField.value;
    setInterval(() => this.#sayWhen(), 10_000);
    addEventListener("online", () => this.dirty && this.#plan(0));
    addEventListener("beforeunload", (event) => {
      if (this.dirty && !this.leaving) event.preventDefault();
    });
  }

  get #titleField() {
    return form.elements.title;
  }

  get dirty() {
    return JSON.stringify(written()) !== this.#savedAs || this.#titleField.value !== this.#title;
  }

  changed() {
    if (this.held) return;
    clearTimeout(this.#timer);
    this.#failures = 0;
    if (!this.dirty) {
      this.#sayWhen();
      return;
    }
    this.#say("Not saved yet");
    this.#plan(PAUSE);
  }

  /** Saves now. Returns whether everything that was typed is stored. */
  async now() {
    clearTimeout(this.#timer);
    await this.#running;
    if (this.dirty || !form.dataset.post) {
      this.#running = this.#save();
      await this.#running;
    }
    return !this.dirty && !this.held;
  }

  #plan(delay) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => !this.held && this.now(), delay);
  }

  async #save() {
    const sent = written();
    const title = this.#titleField.value;
    this.#say("Saving…");
    try {
      const renamed = title === this.#title ? {} : { title };
      const { status, answer } = await send(form.action, { ...sent, ...alongside(), ...renamed });
      this.#failures = 0;
      if (status === 200 || status === 201) this.#stored(sent, title, answer);
      else if (answer.html) this.#conflict(answer);
      else this.#refused(answer.said);
    } catch (error) {
      if (!(error instanceof Unreached || error instanceof SignedOut)) throw error;
      this.#unreached(sent, error);
    }
  }

  #stored(sent, title, answer) {
    const first = !form.dataset.post;
    this.#savedAs = JSON.stringify(sent);
    this.#title = title;
    this.#tried = null;
    this.#savedAt = new Date();
    form.elements.base.value = answer.number;
    form.elements.base_hash.value = answer.hash;
    form.elements.as_new.value = "";
    this.#titleField.placeholder = answer.title;
    form.dataset.post = answer.post;
    form.action = answer.save;
    this.#show("");
    this.#sayWhen();
    if (first) history.replaceState(null, "", answer.url);
    if (first || answer.state !== form.dataset.state) {
      form.dataset.state = answer.state;
      this.#chrome(answer.url);
    }
    if (this.dirty) this.changed();
  }

  #conflict(answer) {
    if (this.#tried && same(this.#tried, answer.content)) {
      // It was ours: it had arrived, only the answer was lost.
      form.elements.base.value = answer.number;
      form.elements.base_hash.value = answer.hash;
      this.#tried = null;
      this.#plan(0);
      return;
    }
    this.held = true;
    this.#say("Not saved");
    form.elements.base.value = answer.number;
    form.elements.base_hash.value = answer.hash;
    form.elements.as_new.value = "1";
    $("#conflict").innerHTML = answer.html;
    $("#conflict section").focus();
  }

  /** The writer chose their own words: they become the next version, the other one stays below it. */
  async keepMine() {
    this.held = false;
    $("#conflict").replaceChildren();
    return this.now();
  }

  #refused(said) {
    this.#say("Not saved");
    this.#show(said);
  }

  #unreached(sent, error) {
    this.#tried = sent;
    const wait = RETRIES[Math.min(this.#failures++, RETRIES.length - 1)];
    this.#say("Not saved");
    const here = "Your text is still here.";
    this.#show(
      error instanceof SignedOut
        ? `You are signed out, so nothing is saved. ${here} Sign in in another window, then come back.`
        : `Not saved: no answer from Bedside. ${here} We try again in ${wait} seconds; leave this page open.`,
    );
    this.#plan(wait * 1000);
  }

  #sayWhen() {
    if (!this.#savedAt || this.#failures || this.held || this.dirty) return;
    this.#say(`Saved ${ago(this.#savedAt)} · version ${form.elements.base.value}`);
  }

  #say(words) {
    $("#saved").textContent = words;
    if (words === "Not saved") say(words);
  }
}
