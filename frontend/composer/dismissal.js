// Asks why a warning may stand, in a dialog over the text; the form itself comes from the server.
import { $, say } from "./dom.js";
import { form } from "./written.js";

const dialog = $("#dismiss");

/** Opens the form for a warning of the stored text. Where it cannot be had, its own page is opened. */
export async function openDismissal(field, spot) {
  const url = `${new URL("../dismiss/", new URL(form.action, location)).pathname}?${new URLSearchParams({ field, spot })}`;
  const response = await fetch(url).catch(() => null);
  const page = response?.ok ? new DOMParser().parseFromString(await response.text(), "text/html") : null;
  const asked = page && $("[data-dismiss-form]", page);
  if (!asked || !dialog) {
    location.assign(url);
    return;
  }
  const head = document.createElement("div");
  head.className = "card-head";
  const title = document.createElement("h2");
  title.textContent = "Dismiss a warning";
  head.append(title);
  dialog.replaceChildren(head, document.adoptNode(asked));
  dialog.showModal();
  say("Dismiss a warning. Choose a reason.");
}

dialog?.addEventListener("click", (event) => {
  if (event.target.closest("a[data-close]")) event.preventDefault();
});
