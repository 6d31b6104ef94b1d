// The card that says why words are marked, in the flow under their paragraph.
import { WidgetType } from "@codemirror/view";
import { el, icon } from "./dom.js";

const LABELS = { block: "Must change", warn: "Look at it", info: "Hint" };

/** What a screen reader hears when the card opens. */
export function spoken(mark, number, total) {
  const wording = mark.suggestion === null ? "" : ` Safe wording: ${mark.suggestion || "leave it out"}. Enter uses it.`;
  return `${LABELS[mark.severity]}, ${number} of ${total}. ${mark.message} ${mark.why}${wording}`;
}

function link(words, key, click) {
  return el("button", { type: "button", class: "link", click }, words, el("kbd", {}, key));
}

export class Card extends WidgetType {
  constructor(mark, number, total, acts) {
    super();
    Object.assign(this, { mark, number, total, acts });
  }

  eq(other) {
    return other.mark === this.mark && other.number === this.number && other.total === this.total;
  }

  ignoreEvent() {
    return true;
  }

  toDOM(view) {
    const { mark, acts } = this;
    const close = link("Close ", "Esc", () => acts.close(view));
    const next = link("Next ", "F8", () => acts.next(view));
    return el(
      "div",
      { class: `why why-${mark.severity}`, role: "group", "aria-label": "Why this is marked" },
      el(
        "div",
        { class: "why-head" },
        icon(mark.severity),
        el("span", {}, mark.message),
        el("span", { class: "push tiny faint" }, `${this.number} of ${this.total} · ${mark.code}`),
      ),
      el(
        "div",
        { class: "why-body" },
        el("p", {}, mark.why, mark.why ? " " : "", this.source()),
        ...this.wording(view),
        el("div", { class: "why-foot" }, ...this.dismissal(view), el("span", { class: "push row" }, next, close)),
      ),
    );
  }

  source() {
    const { source, href } = this.mark;
    return href ? el("a", { href, target: "_blank", rel: "noreferrer" }, source) : source;
  }

  /** A warning may be left as it is, with a reason; what must change may not. */
  dismissal(view) {
    if (this.mark.severity !== "warn" || view.state.readOnly) return [];
    const click = () => this.acts.dismiss(view, this.mark);
    return [el("button", { type: "button", class: "link", click }, "Dismiss with a reason")];
  }

  wording(view) {
    const { mark, acts } = this;
    if (mark.suggestion === null || view.state.readOnly) return [];
    const use = el("button", { type: "button", class: "btn btn-do", click: () => acts.use(view) });
    use.append(mark.suggestion ? "Use this " : "Leave it out ", el("kbd", {}, "↵"));
    const words = mark.suggestion ? el("q", {}, mark.suggestion) : el("span", { class: "soft" }, "Without these words");
    return [el("div", { class: "safer" }, el("div", {}, el("span", { class: "kicker" }, "Safe wording"), words), use)];
  }
}
