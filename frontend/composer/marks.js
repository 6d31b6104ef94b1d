// Findings as marks in the text, and the one card that is open.
import { Prec, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, keymap } from "@codemirror/view";
import { Card, spoken } from "./card.js";
import { say } from "./dom.js";

const setMarks = StateEffect.define();
const setOpen = StateEffect.define();

/** Marks follow the text; one whose words were touched is told so, until the next check has read them. */
function follow(marks, changes) {
  return marks
    .map((mark) => ({
      ...mark,
      start: changes.mapPos(mark.start, 1),
      end: changes.mapPos(mark.end, -1),
      touched: mark.touched || changes.touchesRange(mark.start, mark.end),
    }))
    .filter((mark) => mark.start < mark.end);
}

function drawn(marks, open, doc) {
  const ranges = marks.map((mark) =>
    Decoration.mark({ class: `m m-${mark.severity}${mark === open ? " m-open" : ""}` }).range(mark.start, mark.end),
  );
  if (open) {
    const card = new Card(open, marks.indexOf(open) + 1, marks.length, { use, next, close, dismiss });
    ranges.push(Decoration.widget({ widget: card, block: true, side: 1 }).range(doc.lineAt(open.end).to));
  }
  return Decoration.set(ranges, true);
}

const found = StateField.define({
  create: () => ({ marks: [], open: null, decorations: Decoration.none }),
  update(before, transaction) {
    let { marks, open } = before;
    if (transaction.docChanged) {
      marks = follow(marks, transaction.changes);
      open = null;
    }
    for (const effect of transaction.effects) {
      if (effect.is(setMarks)) {
        marks = effect.value;
        open = marks.find((mark) => mark.code === open?.code && mark.start === open.start) ?? null;
      }
      if (effect.is(setOpen)) open = effect.value;
    }
    if (marks === before.marks && open === before.open) return before;
    return { marks, open, decorations: drawn(marks, open, transaction.state.doc) };
  },
  provide: (field) => EditorView.decorations.from(field, (value) => value.decorations),
});

export const marksOf = (state) => state.field(found).marks;

/** The transaction that gives a state its marks. What only a full check finds stays until the next full one. */
export function withMarks(state, marks, full) {
  const inside = marks.filter((mark) => mark.start < mark.end && mark.end <= state.doc.length);
  const fresh = inside.map((mark) => ({ ...mark, full }));
  const kept = full
    ? []
    : marksOf(state).filter(
        (mark) =>
          mark.full &&
          !mark.touched &&
          !fresh.some((one) => one.code === mark.code && one.start === mark.start && one.end === mark.end),
      );
  const all = [...fresh, ...kept].sort((a, b) => a.start - b.start || b.end - a.end);
  return { transaction: state.update({ effects: setMarks.of(all) }), kept: kept.length };
}

export function open(view, mark) {
  const marks = marksOf(view.state);
  view.dispatch({
    selection: { anchor: mark.end },
    effects: [setOpen.of(mark), EditorView.scrollIntoView(mark.start, { y: "center" })],
  });
  view.focus();
  say(spoken(mark, marks.indexOf(mark) + 1, marks.length));
}

/** Opens the next mark behind the cursor. Returns false where there is none. */
export function openNext(view, fromStart = false) {
  const { marks, open: at } = view.state.field(found);
  const cursor = view.state.selection.main.head;
  const here = at ? marks.indexOf(at) : marks.findLastIndex((mark) => mark.end <= cursor);
  const mark = marks[fromStart ? 0 : here + 1];
  if (mark) open(view, mark);
  return Boolean(mark);
}

function next(view) {
  view.dom.dispatchEvent(new CustomEvent("next-finding", { bubbles: true }));
}

function close(view) {
  if (!view.state.field(found).open) return false;
  view.dispatch({ effects: setOpen.of(null) });
  view.focus();
  return true;
}

function dismiss(view, mark) {
  view.dom.dispatchEvent(new CustomEvent("dismiss-finding", { bubbles: true, detail: mark.spot }));
}

function use(view) {
  const { open: mark } = view.state.field(found);
  if (!mark || mark.suggestion === null || view.state.readOnly) return false;
  view.dispatch({
    changes: { from: mark.start, to: mark.end, insert: mark.suggestion },
    selection: { anchor: mark.start + mark.suggestion.length },
    userEvent: "input.replace",
  });
  view.focus();
  say("Changed. Control Z takes it back.");
  return true;
}

const clicks = EditorView.domEventHandlers({
  click(event, view) {
    const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
    const { marks, open: now } = view.state.field(found);
    const inText = event.target.closest(".m");
    const mark = inText && marks.findLast((one) => one.start <= at && at <= one.end);
    if (mark && mark !== now) open(view, mark);
    else if (!mark && now) view.dispatch({ effects: setOpen.of(null) });
  },
});

export const marking = [
  found,
  clicks,
  Prec.highest(
    keymap.of([
      { key: "Enter", run: use },
      { key: "Escape", run: close },
    ]),
  ),
];
