// The composer: a text that explains itself while it is written, and saves itself.
import { Checker } from "./composer/checker.js";
import { Consents } from "./composer/consents.js";
import { openDismissal } from "./composer/dismissal.js";
import { $, $$, el, icon, place, say } from "./composer/dom.js";
import { COMMON, Editor, fieldOf } from "./composer/editor.js";
import { Pictures } from "./composer/pictures.js";
import { Saver } from "./composer/saver.js";
import { Tabs } from "./composer/tabs.js";
import { form } from "./composer/written.js";

const locked = "locked" in form.dataset;
const editor = new Editor($("[data-editor]", form), changed);
const tabs = new Tabs(editor, changed);
const checker = new Checker({ apply, failed });
const saver = new Saver({ show, chrome });
let found = JSON.parse($("#checked").textContent);

function changed() {
  checker.changed();
  saver.changed();
}

/** Shows what a check found. */
function apply(answer) {
  let kept = 0;
  for (const field of new Set(["text", ...Object.keys(found.fields), ...Object.keys(answer.fields)])) {
    if (field === "text" || (field.startsWith("version-") && form.elements[field]))
      kept += editor.mark(field, answer.fields[field] ?? [], answer.full);
  }
  tabs.measure(answer.lengths);
  place($("#lengths"), answer.html.lengths);
  // Until the next full check, what only that can find is not taken back from the preview and the counts.
  if (!answer.full && kept) return;
  const before = JSON.stringify(found.counts);
  found = answer;
  place($("#counts"), answer.html.counts);
  place($("#preview"), answer.html.preview);
  for (const spot of $$("[data-finds]", form)) place(spot, answer.html.finds[spot.dataset.finds] ?? "");
  $("#campaign-hint").textContent = answer.linked || "Names the visits that come of it.";
  if (!answer.full) return;
  place($("#missing"), answer.html.missing);
  place($("#found"), answer.html.found);
  place($("#stands"), answer.html.stands);
  place($("#safer"), answer.html.safer);
  lock(answer.undone);
  if (before !== JSON.stringify(answer.counts)) say($("#counts").textContent);
}

function failed(words) {
  const text = `Not checked. ${words}`;
  $("#counts").made = null;
  $("#counts").replaceChildren(el("span", { class: "row" }, icon("unknown", "s"), text));
}

/** The button that asks for approval keeps its place; it says what opens it. */
function lock(undone) {
  const button = $("[data-submit]");
  if (!button) return;
  button.toggleAttribute("aria-disabled", undone > 0);
  if (undone) button.setAttribute("aria-disabled", "true");
  const words = undone ? `${undone} ${undone === 1 ? "thing is" : "things are"} still missing` : "";
  $("[data-reason]").textContent = words;
  const link = $("[data-undone-link]");
  link.hidden = !undone;
  link.textContent = undone;
  link.setAttribute("aria-label", words);
}

function show(words) {
  const spot = $("#saying");
  spot.hidden = !words;
  spot.replaceChildren(...(words ? [icon("block"), el("span", {}, words)] : []));
}

/** Takes over from a fresh copy of the page what depends on the post's state. */
async function chrome(url) {
  const response = await fetch(url).catch(() => null);
  if (!response?.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const spot of [".compose-head > .push", "#state", "#dock", ".notices"]) {
    const [here, there] = [$(spot), $(spot, fresh)];
    if (there && here && !here.contains(document.activeElement)) here.replaceWith(document.adoptNode(there));
  }
  window.htmx?.process($("#dock"));
}

/** Goes to the place on the page that a line of a list is about. */
function go(anchor, number) {
  const [kind, pk] = anchor.split("-");
  if (kind === "text" || kind === "version") {
    tabs.select(kind === "text" ? COMMON : pk);
    editor.go(number);
    return;
  }
  if (anchor === "where") unfold(true);
  if (anchor === "when") $(".dock-menu")?.setAttribute("open", "");
  const spot = document.getElementById(anchor);
  const target = spot?.matches("input, textarea") ? spot : ($("input, textarea, button", spot) ?? spot);
  spot?.scrollIntoView({ block: "center" });
  (anchor === "when" ? $("#when-date") : target)?.focus();
}

/** F8: the next finding of this text, then those of the other fields, round and round. */
function nextFinding() {
  if (editor.next(false)) return;
  const fields = Object.entries(found.fields).filter(([, marks]) => marks.length).map(([field]) => field);
  if (!fields.length) {
    say("Nothing found.");
    return;
  }
  const here = tabs.selected === COMMON ? "text" : `version-${tabs.selected}`;
  const field = fields[(fields.indexOf(here) + 1) % fields.length];
  go(field);
  if (field === "text" || field.startsWith("version-")) editor.next(true);
}

/** Asks why a warning may stand. What it is about has to be stored first. */
async function dismiss(field, spot) {
  if (await saver.now()) await openDismissal(field, spot);
}

function unfold(open) {
  $("#where").classList.toggle("where-folded", !open);
  $(".tab-add", form).setAttribute("aria-expanded", String(open));
}

function chooseAccounts() {
  const boxes = $$("[name=accounts]:checked", form);
  const chosen = new Set(boxes.map((box) => box.value));
  tabs.choose(chosen);
  for (const button of $$("[data-preview] button")) button.hidden = !chosen.has(button.dataset.account);
  if (locked) return;
  $("[data-thread-tools]", form).hidden = !boxes.some((box) => "threads" in box.dataset);
  const takers = boxes.filter((box) => "firstComment" in box.dataset);
  const comment = $("[data-first-comment-field]", form);
  comment.hidden = !takers.length && !form.elements.first_comment.value;
  $("[data-takers]", comment).textContent = takers.map((box) => box.closest("label").textContent.trim()).join(", ");
  showPreview(chosen.has(checker.preview) ? checker.preview : boxes[0]?.value);
}

function showPreview(pk = "") {
  checker.preview = pk;
  for (const button of $$("[data-preview] button")) {
    button.setAttribute("aria-pressed", String(button.dataset.account === pk));
  }
}

/** A form that leaves the page goes only after everything that was typed is stored. */
async function leave(event) {
  const { target, submitter } = event;
  if (target.dataset.passes || !(target === form || target.hasAttribute("data-leaves"))) return;
  event.preventDefault();
  event.stopPropagation();
  if (submitter?.getAttribute("aria-disabled") === "true") {
    go("missing");
    say($("[data-reason]").textContent);
    return;
  }
  if (submitter?.hasAttribute("data-save-mine")) {
    await saver.keepMine();
    return;
  }
  const stored = locked || (await saver.now());
  if (!stored || (target === form && !submitter?.value)) return;
  saver.leaving = true;
  target.dataset.passes = "yes";
  // A form cannot be sent while its own submit event is still under way.
  setTimeout(() => target.requestSubmit(submitter?.isConnected ? submitter : undefined));
}

document.addEventListener("submit", leave, { capture: true });
document.addEventListener("click", (event) => {
  const line = event.target.closest("[data-go]");
  if (line) {
    event.preventDefault();
    go(line.dataset.go, Number(line.dataset.number ?? NaN));
  }
  const use = event.target.closest("[data-use]");
  if (use) {
    const field = document.getElementById(use.closest("[data-finds]").dataset.finds);
    field.setRangeText(use.dataset.use, Number(use.dataset.start), Number(use.dataset.end), "end");
    field.focus();
    changed();
  }
  const wording = event.target.closest("[data-rewrite]");
  if (wording) {
    go(wording.dataset.rewrite);
    editor.replace(wording.dataset.words);
  }
  const left = event.target.closest("[data-dismiss]");
  if (left) {
    event.preventDefault();
    dismiss(left.dataset.dismiss, left.dataset.spot);
  }
  const slot = event.target.closest("[data-slot]");
  if (slot) {
    for (const name of ["date", "time"]) $(`#when-${name}`).value = slot.form.elements[name].value;
    form.requestSubmit($(".dock-form [value=schedule]"));
  }
  if (event.target.closest("[data-take-theirs]")) saver.leaving = true;
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "F8") return;
  event.preventDefault();
  nextFinding();
});
form.addEventListener("next-finding", nextFinding);
form.addEventListener("dismiss-finding", (event) => dismiss(fieldOf(editor.tab), event.detail));
form.addEventListener("input", (event) => {
  if (event.target.name === "accounts") chooseAccounts();
  if (event.target.name && !event.target.closest(".cm-editor")) changed();
});
$(".title-input").addEventListener("input", () => saver.changed());
$(".tab-add", form).addEventListener("click", () => unfold($("#where").classList.contains("where-folded")));
$("[data-thread]", form)?.addEventListener("click", () => editor.insert(editor.lineIsEmpty ? "---\n" : "\n---\n"));
$("[data-list]", form).addEventListener("click", (event) => {
  const open = $("#found").classList.toggle("found-open");
  event.target.setAttribute("aria-expanded", String(open));
});
$("[data-preview]").addEventListener("click", (event) => {
  const button = event.target.closest("[data-account]");
  if (!button) return;
  showPreview(button.dataset.account);
  if (locked) location.search = `?preview=${button.dataset.account}`;
  else checker.now();
});

if (!locked) {
  new Pictures(changed);
  new Consents(changed);
}
chooseAccounts();
showPreview($("[data-preview] [aria-pressed=true]")?.dataset.account);
for (const [field, marks] of Object.entries(found.fields)) {
  if (field === "text" || field.startsWith("version-")) editor.mark(field, marks, found.full);
}
if (!form.dataset.post) editor.focus();
