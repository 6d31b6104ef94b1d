from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bedside.guard.english import Run, Verb, bag, counted, singulars, verbs
from bedside.guard.slipping import SlipRule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


_HAVE = bag("have has had haven't hasn't hadn't we've i've you've they've who've")
_MODALS = bag(
    "will can should could would must may might won't can't cannot couldn't shouldn't "
    "wouldn't we'll you'll they'll i'll she'll he'll"
)
_DO_NOT = bag("didn't doesn't don't didnt doesnt dont")
_DO = bag("did does do") | _DO_NOT
_BE = bag("are were be been being am we're they're you're i'm aren't weren't")
_ADVERBS = bag(
    "just already never always also since recently finally now ever not still only all soon "
    "currently even really gladly kindly please both"
)
_PRONOUNS = bag("you we they he she it i")
_SUBJECTS = _PRONOUNS | {"who"}
_OPENERS = bag("because and but when since so that if student nurse doctor those everyone") | {""}
_WANTING = bag(
    "want wants wanted need needs needed how happy love loves like going hope glad able ready "
    "try trying remember forget excited proud used plan easy nice great important best "
    "thrilled have has pleased delighted you everyone"
)
_NOT_PAST = bag("saw found felt left led lost broke bit woke fell wore")
_STATES = bag(
    "open close live clean complete welcome own clear like please own post part play work "
    "love care call help support cause rest set hope fun share go come become run pay lead "
    "cover drop brush walk smoke smile process practice floss surgery stretch exercise visit "
    "book study change answer host honor live name do have wait train sleep mean fear notice "
    "check plan record report request sense love trust text read refill use wish measure"
)
_AFTER_DONE = bag("by at to in with on for from last")
_NOUNS_BEFORE = bag("the a an your our this that my free no trash soda of")


class VerbForm(SlipRule):
    """
    The wrong form of a verb.

    ## Why it matters
    "We have went" stops every reader, and nothing else in the post is heard.

    ## Flagged
    - We have [went] paperless.
    - Did you [came] to our open house?
    - The clinic will [opened] at ten.
    - Your results will be [send] to the portal.
    - We were happy to [met] you.

    ## Fine
    - We have gone paperless. Did you come? The clinic will open at ten.
    - All you need to do is call, and what we do is listen.
    - Thanks to donated toys, our lobby is full. You are welcome.
    - What we did worked, and the can opened by itself.

    ## Instead
    Take the form that the suggestion shows.
    """

    code = "L027"
    source = "Merriam-Webster, principal parts of verbs"
    says = '"{word}" is the wrong form here'

    def slips(self, run: Run) -> Iterable[tuple[int, str]]:
        return _slips(run)


def _slips(run: Run) -> Iterator[tuple[int, str]]:
    """Yield where a verb in a run of words has the wrong form, with the right one."""
    yield from _of_the_past(run)
    for index, token in enumerate(run.tokens):
        word = token.word
        at = index + 1 + (run.word(index + 1) in _ADVERBS)
        right = None
        if word in _SUBJECTS and run.word(index - 1) in _OPENERS:
            right = _after_subject(run.word(at))
        elif word in _HAVE:
            right = _after_have(run.word(at))
        elif word in _DO:
            if run.word(index + 1) in _PRONOUNS:
                at = index + 2
            if word in _DO_NOT or at == index + 2:
                right = _to_base(run.word(at), with_third=word.startswith(("do", "did")))
        elif word in _MODALS and run.word(index - 1) not in _NOUNS_BEFORE:
            if token.text.islower():
                right = _to_base(run.word(at), with_third=run.word(at) not in counted())
        elif word == "to":
            right = _after_to(run.word(index - 1), run.word(index + 1))
            at = index + 1
        elif word in _BE or (word in {"is", "was"} and run.word(index + 1) != "to"):
            right = _after_be(word, run, at)
        if right and right != run.word(at) and run.tokens[at].text.islower():
            yield at, right


def _of_the_past(run: Run) -> Iterator[tuple[int, str]]:
    """Yield a verb in the present behind "yesterday" or "last week" at the beginning."""
    if not run.begins or run.word(0) not in {"yesterday", "last"}:
        return
    at = 1 if run.word(0) == "yesterday" else 2
    at += 1 if run.word(at) in {"we", "they", "i", "you", "everyone"} else 2
    verb = _bases().get(run.word(at))
    owned = run.word(at - 2) in {"our", "the", "my"} or run.word(at - 1) in {
        "we",
        "they",
        "i",
        "you",
    }
    if verb and owned and run.word(at) != verb.past and run.word(at + 1):
        yield at, "were" if verb.base == "be" else verb.past


def _after_have(word: str) -> str | None:
    verb = _pasts().get(word)
    if verb and word not in {"showed", "got", "bit"}:
        return verb.participle if verb.participle != word else None
    verb = _bases().get(word)
    if verb and _is_only_verb(word) and word not in {verb.participle, "be", "have"}:
        return verb.participle
    return None


def _after_subject(word: str) -> str | None:
    verb = _participles().get(word)
    return verb.past if verb else None


def _to_base(word: str, *, with_third: bool) -> str | None:
    verb = _pasts().get(word)
    if verb and word not in _NOT_PAST:
        return verb.base if verb.base != word else None
    verb = _thirds().get(word)
    return verb.base if verb and with_third and word not in counted() else None


def _after_to(before: str, word: str) -> str | None:
    verb = _pasts().get(word)
    if verb is None:
        verb = _thirds().get(word)
        wanted = before in _WANTING and word not in counted()
        return verb.base if verb and wanted else None
    if word in _NOT_PAST or word == verb.base:
        return None
    return verb.base if before in _WANTING or verb.participle != word else None


def _after_be(word: str, run: Run, at: int) -> str | None:
    form = run.word(at)
    verb = _pasts().get(form)
    if verb and verb.participle != form and form not in _NOT_PAST:
        return verb.participle
    if word in {"be", "been", "being"} and form in _thirds() and form not in counted():
        return _thirds()[form].participle
    verb = _bases().get(form)
    if verb is None or not _is_only_verb(form) or verb.participle == form:
        return None
    after = run.word(at + 1)
    if word in {"is", "was"}:
        if run.word(at - 2) in singulars() and after in {"a", "an"} and word == "is":
            return _with_ing(form)
        return verb.participle if after in _AFTER_DONE else None
    going = word in {"are", "am", "we're", "they're", "you're", "i'm"}
    return _with_ing(form) if going and after != "by" else verb.participle


def _with_ing(word: str) -> str:
    return f"{word.removesuffix('e')}ing"


def _is_only_verb(word: str) -> bool:
    """Tell whether a base form is no noun and no adjective."""
    return word not in _STATES and word not in singulars()


@cache
def _pasts() -> Mapping[str, Verb]:
    return {verb.past: verb for verb in verbs() if verb.base != "be"}


@cache
def _participles() -> Mapping[str, Verb]:
    """The participles that are no other form of their verb, nor a noun."""
    return {
        verb.participle: verb
        for verb in verbs()
        if verb.participle not in {verb.past, verb.base, "been", "woken", "swollen"}
    }


@cache
def _thirds() -> Mapping[str, Verb]:
    return {verb.third: verb for verb in verbs() if verb.base != "be"}


@cache
def _bases() -> Mapping[str, Verb]:
    return {verb.base: verb for verb in verbs()}
