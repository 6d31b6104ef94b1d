// The library: drop or choose files, and see of each what became of it.
import { $ } from "./composer/dom.js";
import { droppable, upload } from "./composer/upload.js";

const form = $("[data-upload]");

/** Draws the grid anew, with what was added. */
async function refresh() {
  const response = await fetch(location.href).catch(() => null);
  if (!response?.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  const list = $(".pane-list");
  list.replaceChildren(...[...$(".pane-list", fresh).childNodes].map((node) => document.adoptNode(node)));
  window.htmx?.process(list);
}

async function take(files) {
  const added = [];
  const list = $(".arrivals");
  await upload(form.action, files, list, (picture) => added.push(picture));
  form.reset();
  // One picture is opened, to be described at once; reasons why others were not taken stay to be read.
  if (added.length === 1 && !list.children.length) location.assign(added[0].page);
  else if (added.length) await refresh();
}

if (form) {
  droppable(form, (files) => take([...files]));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    event.stopPropagation();
    take([...form.elements.pictures.files]);
  });
}
