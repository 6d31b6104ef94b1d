// The library: drop or choose files, and see of each what became of it.
import { $ } from "./composer/dom.js";
import { droppable, upload } from "./composer/upload.js";

const form = $("[data-upload]");

async function take(files) {
  const added = [];
  const list = $(".arrivals");
  await upload(form.action, files, list, (picture) => added.push(picture));
  if (!added.length) return;
  // One picture is opened, to be described at once; reasons why others were not taken stay to be read.
  if (added.length === 1 && !list.children.length) location.assign(added[0].page);
  else if (!list.children.length) location.reload();
  else window.htmx?.ajax("POST", location.pathname, { target: "#pictures" });
}

if (form) {
  droppable(form, (files) => take([...files]));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    event.stopPropagation();
    take([...form.elements.pictures.files]);
  });
}
