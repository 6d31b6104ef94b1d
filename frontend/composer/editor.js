// The editor: one view, one state for each text, each in step with its field of the form.
import { EditorState } from "@codemirror/state";
import { EditorView, keymap, placeholder } from "@codemirror/view";
import { history, historyKeymap, standardKeymap } from "@codemirror/commands";
import { $, say } from "./dom.js";
import { marking, marksOf, open, openNext, withMarks } from "./marks.js";
import { form } from "./written.js";

export const COMMON = "text";
export const fieldOf = (tab) => (tab === COMMON ? "text" : `version-${tab}`);
const area = (tab) => form.elements[fieldOf(tab)];
const isOwn = (tab) => tab === COMMON || $(`[name=own][value="${tab}"]`, form).checked;

export class Editor {
  #states = new Map();
  #view;
  #changed;
  tab = COMMON;

  /** `changed` is called after every change of a text. */
  constructor(parent, changed) {
    this.#changed = changed;
    this.#view = new EditorView({
      parent,
      state: this.#state(COMMON),
      dispatchTransactions: (transactions, view) => this.#dispatch(transactions, view),
    });
    $(".source", form).hidden = true;
  }

  /** Shows a text. An account without an own one shows the common text, which cannot be changed there. */
  show(tab) {
    if (isOwn(this.tab)) this.#states.set(this.tab, this.#view.state);
    this.tab = tab;
    this.#view.setState(this.#state(tab));
  }

  /** Forgets a text's state, so that it is read from its field again. */
  forget(tab) {
    this.#states.delete(tab);
    if (tab === this.tab) this.#view.setState(this.#state(tab));
  }

  /** Gives a text its marks. Returns how many older ones were kept. */
  mark(field, marks, full) {
    const tab = field === "text" ? COMMON : field.slice("version-".length);
    if (tab === this.tab || (tab === COMMON && !isOwn(this.tab))) {
      const { transaction, kept } = withMarks(this.#view.state, marks, full);
      this.#view.update([transaction]);
      if (tab === this.tab) return kept;
    }
    const { transaction, kept } = withMarks(this.#states.get(tab) ?? this.#fresh(tab), marks, full);
    this.#states.set(tab, transaction.state);
    return kept;
  }

  /** Opens a text's mark by its number, or just goes to the text. */
  go(number) {
    const mark = marksOf(this.#view.state)[number];
    if (mark) open(this.#view, mark);
    else this.#view.focus();
  }

  next(fromStart) {
    return openNext(this.#view, fromStart);
  }

  count(field) {
    const tab = field === "text" ? COMMON : field.slice("version-".length);
    const state = tab === this.tab ? this.#view.state : this.#states.get(tab);
    return state ? marksOf(state).length : 0;
  }

  insert(text) {
    this.#view.dispatch(this.#view.state.replaceSelection(text), { scrollIntoView: true });
    this.#view.focus();
  }

  /** Puts other words in place of the whole text; undone like anything that was typed. */
  replace(text) {
    this.#view.dispatch({
      changes: { from: 0, to: this.#view.state.doc.length, insert: text },
      selection: { anchor: text.length },
      userEvent: "input.replace",
    });
    this.#view.focus();
    say("Changed. Control Z takes it back.");
  }

  focus() {
    this.#view.focus();
  }

  /** Whether the cursor stands on an empty line. */
  get lineIsEmpty() {
    const { doc, selection } = this.#view.state;
    return doc.lineAt(selection.main.head).length === 0;
  }

  #dispatch(transactions, view) {
    view.update(transactions);
    if (!transactions.some((one) => one.docChanged)) return;
    area(this.tab).value = view.state.doc.toString();
    this.#changed();
  }

  #state(tab) {
    if (!isOwn(tab)) {
      const common = this.#states.get(COMMON) ?? this.#fresh(COMMON);
      const shown = this.#fresh(tab, common.doc.toString());
      return withMarks(shown, marksOf(common), true).transaction.state;
    }
    return this.#states.get(tab) ?? this.#fresh(tab);
  }

  #fresh(tab, doc = area(tab).value) {
    const locked = "locked" in form.dataset;
    return EditorState.create({
      doc,
      extensions: [
        history(),
        keymap.of([...standardKeymap, ...historyKeymap]),
        marking,
        EditorView.lineWrapping,
        EditorView.cspNonce.of(form.dataset.nonce),
        EditorState.readOnly.of(locked || !isOwn(tab)),
        placeholder("What do you want to say?"),
        EditorView.contentAttributes.of({
          "aria-label": $(`#tab-${tab}`).textContent.trim(),
          "aria-describedby": "counts",
          lang: form.elements.language.value,
          spellcheck: "false", // browsers may send what they check to their makers
        }),
      ],
    });
  }
}
