// The pictures and videos of the post: chosen from the library, dropped, described, put in order.
import { $, $$, say } from "./dom.js";
import { droppable, upload } from "./upload.js";

export class Pictures {
  #section = $("#pictures");
  #list = $(".pic-list", this.#section);
  #picker = $("#picker");
  #changed;

  constructor(changed) {
    this.#changed = changed;
    const list = $(".arrivals", this.#section);
    const taken = (files) => upload(this.#section.dataset.drop, files, list, (one) => this.add(one));
    droppable(this.#section, taken);
    const input = $("#pic-files");
    input.addEventListener("change", () => {
      taken([...input.files]);
      input.value = "";
    });
    this.#list.addEventListener("click", (event) => this.#act(event));
    this.#list.addEventListener("input", (event) => {
      const field = event.target.closest(".field");
      $("[data-counted]", field).textContent = [...event.target.value].length.toLocaleString("en-US");
    });
    $("[data-open=picker]", this.#section).addEventListener("click", () => this.#fillPicker());
    this.#picker.addEventListener("click", (event) => this.#pick(event));
    this.#number();
  }

  add({ sha256, alt, width, height, thumb, name, kind, length = "", captions = "", page }) {
    if ($$("[name=picture]", this.#list).some((field) => field.value === sha256)) {
      say(`${name} is in it already.`);
      return;
    }
    const row = $("#picture-row").content.firstElementChild.cloneNode(true);
    const image = $("img", row);
    image.src = thumb;
    image.width = width;
    image.height = height;
    $("[name=picture]", row).value = sha256;
    $("[name=alt]", row).value = alt;
    $("[data-counted]", row).textContent = [...alt].length.toLocaleString("en-US");
    for (const spot of $$("[data-film]", row)) spot.hidden = kind !== "video";
    $("[data-seconds]", row).textContent = length;
    $("[data-captions]", row).textContent = captions ? "Captions in place" : "No captions yet";
    $("[data-page]", row).href = page;
    this.#list.append(row);
    this.#number();
    this.#changed();
    say(`${name} is added. ${alt ? "It is described already." : "Describe it in words."}`);
  }

  #number() {
    const rows = [...this.#list.children];
    rows.forEach((row, number) => {
      const field = $("[name=alt]", row);
      field.id = `alt-${number}`;
      $("label", row).htmlFor = field.id;
      const [described, spoken] = $$("[data-finds]", row);
      described.dataset.finds = field.id;
      spoken.dataset.finds = spoken.id = `captions-${number}`;
      $("[data-up]", row).hidden = number === 0;
      $("[data-down]", row).hidden = number === rows.length - 1;
    });
  }

  #act(event) {
    const row = event.target.closest("[data-picture]");
    const button = event.target.closest("[data-up], [data-down], [data-out]");
    if (!button) return;
    const number = [...this.#list.children].indexOf(row) + 1;
    if ("out" in button.dataset) {
      row.remove();
      say(`Number ${number} is taken out.`);
      $("[data-open=picker]", this.#section).focus();
    } else if ("up" in button.dataset) row.previousElementSibling.before(row);
    else row.nextElementSibling.after(row);
    this.#number();
    if (row.isConnected) (button.hidden ? $("textarea", row) : button).focus();
    this.#changed();
  }

  async #fillPicker() {
    const place = $("#picker-found");
    const response = await fetch(place.dataset.from).catch(() => null);
    if (response?.ok && !response.redirected) place.innerHTML = await response.text();
    else place.textContent = "The library did not answer. Close this and try again.";
  }

  #pick(event) {
    const { pick: sha256, ...data } = event.target.closest("[data-pick]")?.dataset ?? {};
    if (!sha256) return;
    this.#picker.close();
    this.add({ ...data, sha256 });
  }
}
