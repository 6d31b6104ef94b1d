// What somebody has typed into the page of a video stays when the page is drawn anew around it.
import { $, $$ } from "../composer/dom.js";

const typed = (form) => [...form.elements].filter((field) => field.id && field.defaultValue !== undefined && field.type !== "file");

let kept = [];

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (detail.target?.id !== "work" || !detail.shouldSwap) return;
  kept = $$("#work [data-keep]").map((form) => ({
    sent: form === detail.requestConfig.elt,
    id: typed(form)[0]?.id,
    values: typed(form)
      .filter((field) => field.value !== field.defaultValue)
      .map((field) => [field.id, field.value]),
  }));
});

document.addEventListener("htmx:afterSwap", ({ detail }) => {
  if (detail.target?.id !== "work") return;
  const refused = $("#boxes-say .wrong");
  for (const { sent, id, values } of kept) {
    if (sent && !refused) continue;
    for (const [field, value] of values) if ($(`#${field}`)) $(`#${field}`).value = value;
    // Why it was refused is said where it was asked for, too.
    if (sent) $(`#${id}`)?.form.append(refused.cloneNode(true));
  }
  kept = [];
});
