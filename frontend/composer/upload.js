// Files on their way into the library, one after the other, each with what became of it.
import { el, icon } from "./dom.js";
import { sendForm, SignedOut } from "./net.js";

const LONG = 5_000_000; // bytes from which one wants to see how far it is

/** Sends files; `arrived` gets each picture that was taken, `list` shows each file that was not. */
export async function upload(url, files, list, arrived) {
  for (const file of files) {
    const line = el("li", { class: "arrival" }, icon("scheduled", "s"), el("span", {}, `Reading ${file.name}…`));
    const bar = el("progress", { max: 1, value: 0, "aria-label": `How much of ${file.name} has arrived` });
    if (file.size > LONG) line.append(bar);
    list.append(line);
    const form = new FormData();
    form.append("pictures", file);
    try {
      const { answer } = await sendForm(url, form, (part) => (bar.value = part));
      answer.added?.forEach(arrived);
      if (answer.added?.length) line.remove();
      for (const refused of answer.refused ?? []) tell(line, `${refused.name} was not added. ${refused.reason}`);
    } catch (error) {
      const cause = error instanceof SignedOut ? "You are signed out." : "No answer from Bedside.";
      tell(line, `${file.name} was not added. ${cause} Try it again.`);
    }
  }
}

function tell(line, words) {
  const close = el("button", { type: "button", class: "link push", click: () => line.remove() }, "Close");
  line.className = "arrival note note-block";
  line.replaceChildren(icon("block", "s"), el("span", {}, words), close);
}

/** Lets files be dropped on an element. */
export function droppable(element, taken) {
  for (const name of ["dragenter", "dragover"]) {
    element.addEventListener(name, (event) => {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      element.classList.add("dropping");
    });
  }
  for (const name of ["dragleave", "drop"]) {
    element.addEventListener(name, (event) => {
      if (name === "dragleave" && element.contains(event.relatedTarget)) return;
      element.classList.remove("dropping");
    });
  }
  element.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    taken(event.dataTransfer.files);
  });
}
