"""The base of rules that read words in a row and say of one of them how it should be written."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar

from bedside.guard.draft import Kind
from bedside.guard.english import runs
from bedside.guard.finding import Finding, Severity
from bedside.guard.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bedside.guard.draft import Draft
    from bedside.guard.english import Run


class SlipRule(Rule):
    """
    A rule of grammar. `says` is its message, with `{word}` for what stands there.

    Parts of hyphenated words and possessives are not judged: they follow other rules.
    """

    label = "PROOF"
    severity = Severity.WARN
    kinds = frozenset(Kind)
    quick = False
    says: ClassVar[str]

    @abstractmethod
    def slips(self, run: Run) -> Iterable[tuple[int, str]]:
        """Return where a word of a run is wrong, with the right one in small letters."""

    def find(self, draft: Draft) -> Iterator[Finding]:
        folded = draft.reading.folded
        for run in runs(draft.reading):
            for index, right in sorted(set(self.slips(run))):
                token = run.tokens[index]
                around = folded[max(0, token.start - 1) : token.end + 1]
                if around.startswith("-") or around.endswith("'"):
                    continue
                suggestion = right.capitalize() if token.text.istitle() else right
                message = f'{self.says.format(word=token.text)}: write "{suggestion}".'
                yield self.at(token.start, token.end, message, suggestion=suggestion)
