// The form that gives a post a day and a time, as a dialog. It is the page's own form, fetched when it is asked for.
import { move } from "./moving.js";

const dialog = document.getElementById("move");

document.addEventListener("click", async (event) => {
  const opener = event.target.closest("[data-move]");
  if (opener && dialog && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    await window.htmx.ajax("GET", opener.getAttribute("href"), { target: "#move-form", swap: "innerHTML" });
    dialog.showModal();
  }
  if (dialog?.open && event.target.closest("[data-close-move]")) {
    event.preventDefault();
    dialog.close();
  }
});

document.addEventListener("submit", async (event) => {
  const form = event.target.closest("[data-move-form]");
  if (!form || !dialog?.contains(form)) return;
  event.preventDefault();
  const wrong = form.querySelector("[data-wrong]");
  const done = await move(form.action, new FormData(form, event.submitter), (said) => {
    wrong.querySelector("span").textContent = said;
    wrong.hidden = false;
  });
  if (done) dialog.close();
});
