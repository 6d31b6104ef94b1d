"""What a page's controls are called, read from its HTML; no browser is needed for that."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr"}
)
INTERACTIVE = frozenset({"a", "button", "input", "select", "textarea", "summary"})
FIELDS = frozenset({"input", "select", "textarea"})
SILENT = frozenset({"hidden", "submit"})


def nameless(html: str) -> list[str]:
    """Return controls that have no name, or that stand inside another control, as their tags."""
    page = _Page()
    page.feed(html)
    return page.nested + [
        tag for tag, known in page.controls if not known & (page.labelled | {"named"})
    ]


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.controls: list[tuple[str, set[str]]] = []
        self.labelled: set[str] = set()
        self.nested: list[str] = []
        self._within: list[tuple[str, set[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of a control and of what may name it."""
        given = {name: value or "" for name, value in attrs}
        named = any(given.get(name) for name in ("aria-label", "aria-labelledby", "title", "alt"))
        if tag == "label" and given.get("for"):
            self.labelled.add(f"#{given['for']}")
        if named:
            self._name()
        hidden = "hidden" in given or any(one for _, one in self.open)
        if tag in INTERACTIVE and given.get("type") not in SILENT and not hidden:
            self._control(tag, given, named=named)
        if tag not in VOID:
            self.open.append((tag, hidden))

    def handle_endtag(self, tag: str) -> None:
        """Leave an element; elements that HTML closes by itself are left with it."""
        while self.open and self.open.pop()[0] != tag:
            pass
        if self._within and tag == self._within[-1][0]:
            self._within.pop()

    def handle_data(self, data: str) -> None:
        """Words inside a control name it."""
        if data.strip():
            self._name()

    def _control(self, tag: str, given: dict[str, str], *, named: bool) -> None:
        if self._within:
            self.nested.append(f"{tag} in {self._within[-1][0]}")
        known = {f"#{given['id']}"} if given.get("id") else set()
        if named or (tag in FIELDS and "label" in dict(self.open)):
            known.add("named")
        self.controls.append((self.get_starttag_text() or tag, known))
        if tag not in FIELDS:
            self._within.append((tag, known))

    def _name(self) -> None:
        if self._within:
            self._within[-1][1].add("named")
