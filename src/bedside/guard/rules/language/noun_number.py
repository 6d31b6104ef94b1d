from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bedside.guard.english import Run, bag, counted, singulars, verbs
from bedside.guard.slipping import SlipRule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


_MANY = bag(
    "these those many several both few various numerous most two three four five six seven "
    "eight nine ten twelve"
)
_ONE = frozenset(["this", "each", "every", "another", "a", "an"])
_NO_MODIFIER = bag(
    "of the our your my a an few many more most less one two three four five six ten dozen "
    "hundred couple lot this last next first second each every ago top twenty thirty forty "
    "fifty thousand dollar time star step point part year day week hour minute and or in on "
    "at for to with from by is are was were that who other others"
)
_AFTER = bag(
    "for of in on at are were have can will about from with who that this before after during "
    "may should need deserve love get near until by when while because opened today left "
    "needs is was has helps takes makes works comes includes"
)
_AFTER_VERB = bag("are were have will can is may ask come want tell say find prefer worry")
_AFTER_THIS = _AFTER_VERB | {"help", "do", "need", "make", "take", "don't", "work", "look"}
_OWNERS = frozenset(["our", "the", "these"])
_EACH = frozenset(["each", "every", "another"])
_UNITS = frozenset(["second", "minute", "hour", "day", "week", "month", "year"])
_NUMBERS = bag("two three four five six seven eight nine ten twelve fifteen twenty thirty forty")
_AFTER_UNIT = bag("before after ago later until for in of from to") | {""}
_ADJECTIVES = bag("patient adult senior resident newborn teen fever cold minute")


class NounNumber(SlipRule):
    """
    One where many are meant, or many where one is.

    ## Why it matters
    "Five tip" stops the reader, just where the useful part begins.

    ## Flagged
    - Here are five [tip] for better sleep.
    - [This] exercises help with low back pain.
    - Several [appointment] opened up this week.

    ## Fine
    - Here are five tips, and these patient stories may help.
    - This exercise helps. Most visit us in spring.
    - A kids club meets every two weeks, and many patient people wait.

    ## Instead
    Put the word that counts and the noun both in the plural, or both in the singular.
    """

    code = "L026"
    source = "Merriam-Webster, singular and plural"
    says = "The number does not fit"

    def slips(self, run: Run) -> Iterable[tuple[int, str]]:
        return _slips(run)


def _slips(run: Run) -> Iterator[tuple[int, str]]:
    """Yield where a noun or its determiner is wrong in a run of words, with the right one."""
    for index, token in enumerate(run.tokens):
        word, after = token.word, run.word(index + 1)
        if word in _MANY and run.word(index - 1) not in {"top", "every"}:
            yield from _of_many(run, index)
        number = word in _NUMBERS or (word.isdecimal() and word not in {"0", "1"})
        if number and after in _UNITS and run.word(index + 2) in _AFTER_UNIT:
            yield index + 1, f"{after}s"
        elif word == "of" and run.word(index - 1) in {"lots", "dozens"}:
            yield from _of_many(run, index + (after in _OWNERS))
        elif word == "of" and run.word(index - 1) in {"one", "some", "most"} and after in _OWNERS:
            yield from _of_many(run, index + 1)
        elif word in _ONE:
            yield from _of_one(run, index)
        elif (index, word) == (0, "that") and run.begins and run.word(2) in {"are", "were"}:
            yield from [(0, "those")] * (after in counted())


def _of_many(run: Run, index: int) -> Iterator[tuple[int, str]]:
    """Yield a singular noun that ends the phrase of a word for many."""
    for place in (index + 1, index + 2):
        word, after = run.word(place), run.word(place + 1)
        if word in singulars():
            unclear = word in _bases() or word in _ADJECTIVES
            ends = after in _AFTER_VERB if unclear else after in _AFTER or not after
            modified = place > index + 1 and run.word(index + 1) in _bases()
            if (
                ends
                and run.tokens[place].text.islower()
                and word not in _UNITS | {"home"}
                and not modified
            ):
                yield place, _many()[word]
            return
        if word in _NO_MODIFIER or not word.isalpha() or word.endswith("s"):
            return
        if run.word(index) in {"most", "both"}:
            return


def _of_one(run: Run, index: int) -> Iterator[tuple[int, str]]:
    """Yield a determiner of one thing whose noun is a plural."""
    determiner = run.word(index)
    for place in (index + 1, index + 2):
        word, after = run.word(place), run.word(place + 1)
        if word in counted():
            if determiner == "this" and after in _AFTER_THIS:
                yield index, "these"
            each = determiner in _EACH and word not in _thirds() and (not after or after in _AFTER)
            if each or (determiner in {"a", "an"} and after in _AFTER_VERB):
                yield place, counted()[word]
            return
        if word in singulars() or word in _NO_MODIFIER or not word.isalpha():
            return


@cache
def _many() -> Mapping[str, str]:
    return {one: many for many, one in counted().items()}


@cache
def _bases() -> frozenset[str]:
    return frozenset(verb.base for verb in verbs())


@cache
def _thirds() -> frozenset[str]:
    return frozenset(verb.third for verb in verbs())
