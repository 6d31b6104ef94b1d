// The tabs above the text: all networks, and one for each account that was chosen.
import { $, $$ } from "./dom.js";
import { COMMON, fieldOf } from "./editor.js";
import { form } from "./written.js";

const tabs = $$("[role=tab]", form);
const bar = $(".own-bar", form);
const ownBox = (pk) => $(`[name=own][value="${pk}"]`, form);
const shown = () => tabs.filter((tab) => !tab.hidden);

export class Tabs {
  #editor;
  #changed;

  constructor(editor, changed) {
    this.#editor = editor;
    this.#changed = changed;
    for (const tab of tabs) {
      tab.addEventListener("click", () => this.select(tab.dataset.tab));
      tab.addEventListener("keydown", (event) => this.#walk(event));
    }
    $("[data-own-switch]", bar).addEventListener("click", () => this.#switchOwn());
  }

  get selected() {
    return this.#editor.tab;
  }

  select(pk) {
    for (const tab of tabs) {
      const is = tab.dataset.tab === pk;
      tab.setAttribute("aria-selected", String(is));
      tab.tabIndex = is ? 0 : -1;
      if (is) {
        $("#sheet").setAttribute("aria-labelledby", tab.id);
        tab.scrollIntoView({ block: "nearest", inline: "nearest" });
      }
    }
    this.#editor.show(pk);
    this.#sayOwn();
  }

  /** Shows the tabs of chosen accounts only. */
  choose(chosen) {
    for (const tab of tabs) tab.hidden = tab.dataset.tab !== COMMON && !chosen.has(tab.dataset.tab);
    if ($(`[data-tab="${this.selected}"]`, form).hidden) this.select(COMMON);
  }

  /** Says on each tab whether it has an own text, and by how much it is too long. */
  measure(lengths) {
    for (const tab of tabs.filter((one) => one.dataset.tab !== COMMON)) {
      const over = lengths[tab.dataset.tab]?.over ?? 0;
      const place = $("[data-over]", tab);
      place.hidden = !over;
      place.textContent = `${over} over`;
      $("[data-own]", tab).hidden = !ownBox(tab.dataset.tab).checked;
    }
  }

  #name(pk) {
    const label = $(`#tab-${pk}`).cloneNode(true);
    for (const extra of $$(".n", label)) extra.remove();
    return label.textContent.trim();
  }

  #sayOwn() {
    const pk = this.selected;
    bar.hidden = pk === COMMON || "locked" in form.dataset;
    if (bar.hidden) return;
    const own = ownBox(pk).checked;
    const name = this.#name(pk);
    $("[data-own-says]", bar).textContent = own ? `Only for ${name}.` : `${name} gets the common text.`;
    $("[data-own-switch]", bar).textContent = own ? "Use the common text again" : "Write its own text";
  }

  #switchOwn() {
    const pk = this.selected;
    const box = ownBox(pk);
    const field = form.elements[fieldOf(pk)];
    box.checked = !box.checked;
    // What was written before stays in its field, so that a change of mind loses nothing.
    if (box.checked && !field.value.trim()) field.value = form.elements.text.value;
    this.#editor.forget(pk);
    this.#sayOwn();
    this.#changed();
    if (box.checked) this.#editor.focus();
  }

  #walk(event) {
    const there = shown();
    const at = there.indexOf(event.currentTarget);
    const to = {
      ArrowRight: (at + 1) % there.length,
      ArrowLeft: (at + there.length - 1) % there.length,
      Home: 0,
      End: there.length - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.select(there[to].dataset.tab);
    there[to].focus();
  }
}
