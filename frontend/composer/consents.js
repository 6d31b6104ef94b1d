// The consents that the post is linked to: chosen in a dialog, taken out by unticking.
import { $, $$, say } from "./dom.js";

export class Consents {
  #section = $("#consents");
  #picker = $("#consent-picker");
  #changed;

  constructor(changed) {
    this.#changed = changed;
    this.#picker.addEventListener("click", (event) => this.#link(event));
  }

  #link(event) {
    const button = event.target.closest("[data-link]");
    if (!button) return;
    this.#picker.close();
    const { link: pk, called } = button.dataset;
    const there = $$("[name=consent]", this.#section).find((box) => box.value === pk);
    if (there) there.checked = true;
    else $(".con-list", this.#section).append(button.parentElement.querySelector("template").content.cloneNode(true));
    say(`${called} is linked.`);
    $("[data-open=consent-picker]", this.#section).focus();
    this.#changed();
  }
}
