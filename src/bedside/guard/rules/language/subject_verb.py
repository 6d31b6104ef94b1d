from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bedside.guard.english import TITLES, Run, bag, counted, singulars, verbs
from bedside.guard.slipping import SlipRule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


_OF_ONE = {"is": "are", "was": "were", "has": "have", "isn't": "aren't", "wasn't": "weren't"}
_OF_ONE |= {"hasn't": "haven't", "doesn't": "don't"}
_OF_MANY = {many: one for one, many in _OF_ONE.items()}
_OPENERS = frozenset(["because", "when", "while", "although", "since", "but", "if"])
_ONE = frozenset(["a", "an", "this", "each", "every"])
_ANY = frozenset(["our", "the", "your", "my", "his", "her", "their", "its"])
_MANY = bag("these those many most several both all few two three four five six")
_DETERMINERS = _ANY | _MANY | _ONE | {"of"}
_MASS = bag(
    "sleep fluoride anxiety stress smoking exercise sugar pain water sunscreen care health "
    "surgery therapy treatment medicine fever flu asthma diabetes depression vaping alcohol "
    "caffeine nicotine vaccination screening flossing brushing walking stretching nutrition "
    "hydration posture obesity arthritis cancer fiber protein salt laughter kindness "
    "inflammation"
)
_FUNCTION = bag(
    "of for with to from about between in on at by and or but if as that than who which when "
    "where what how why not no so is are was were be been has have had do does did can will "
    "would should could may might must i you we they he she it us them me him there here"
)
_ADVERBS = bag("also always often never still now only really just usually all both")
_LINKS = bag("of at in on under over with from for near by aged")
_MEASURES = bag("minutes hours days weeks months years steps things miles")
_COLLECTIVE = bag("team family group club unit department county community couple")
_OBJECTS = bag("a an us them him me all every each same many most some new good")
_CLEAR_OBJECTS = _OBJECTS | _ANY | {"you", "it", "this", "that", "these", "how", "what", "their"}
_ALSO_NOUNS = bag(
    "help work need love show start stop run walk look hope smile support answer change talk "
    "wait watch wish request return train treat place practice measure use move fall increase "
    "cause cover host lead process repair travel trust try turn wash honor sleep mean rest "
    "care play drink text share exercise post study update vote fear notice check plan report "
    "record request concern like own open close clean live feel"
)
_MANY_AFTER_A = bag(
    "lot few couple number variety range dozen hundred thousand million handful ton bunch "
    "wide great good host total half growing whole large small limited huge"
)
_LOOSE = bag(
    "side available great good different common no some still also now always only new more "
    "free open any so"
)
_COUNTS = bag("many several few two three four five six seven eight nine ten lots")
_AFTER_PRONOUN = frozenset(["", "because", "when", "since", "but", "while", "although"])
_OFTEN = bag("love like need want know deserve get feel think make take work")
_CALLED_FOR = bag("come become welcome say go share tell give raise wish clap meet")
_WHOSE_WHO = bag("anyone someone everyone anybody somebody everybody person patient child")
_STATE = bag("ready sick due up having getting in at sleeping covered open safe hurting")
_UNREAL = frozenset(["wish", "if", "wishes", "wished", "though"])
_INDEFINITE = frozenset(["everyone", "everybody", "nobody"])
_LISTS = bag("list box set bag cost price quality goal purpose risk cause")


class SubjectVerb(SlipRule):
    """
    A verb that does not go with its subject.

    ## Why it matters
    Readers hear it at once, and wonder whether the rest was checked.

    ## Flagged
    - Our pharmacists [knows] you by name.
    - Dr. Vega [see] patients on Tuesdays.
    - Walk-ins [is] welcome until noon.
    - One of our hygienists [are] retiring.
    - It [don't] hurt to ask.
    - There [are] a new mural in the hall.

    ## Fine
    - Our pharmacists know you, and Dr. Vega sees patients on Tuesdays.
    - The phone call you made was recorded. What matters is you.
    - Our family are here, and ten minutes is all it takes.
    - There are a lot of ways to help, and we ask that she see a doctor.

    ## Instead
    One "is", "has", "knows"; many "are", "have", "know".
    """

    code = "L025"
    source = "Merriam-Webster, subject-verb agreement"
    says = '"{word}" does not go with its subject'

    def slips(self, run: Run) -> Iterable[tuple[int, str]]:
        return _slips(run)


def _slips(run: Run) -> set[tuple[int, str]]:
    """Return where a wrong verb stands in a run of words, with the right one."""
    found: set[tuple[int, str]] = set()
    if run.begins:
        found.update(_asked(run))
    for index, token in enumerate(run.tokens):
        word, before = token.word, run.word(index - 1)
        if (index == 0 and run.begins) or before in _OPENERS:
            found.update(_after_subject(run, index))
        if word == "there":
            found.update(_after_there(run, index))
        if word in {"one", "each", "neither", "either"} and run.word(index + 1) == "of":
            found.update(_after_plural(run, index + 2))
        if word == "who" and before in _WHOSE_WHO and run.word(index + 1) in _OF_MANY:
            found.add((index + 1, _OF_MANY[run.word(index + 1)]))
        if before in _AFTER_PRONOUN and (index or run.begins or word != "you"):
            found.update(_after_pronoun(run, index))
    return found


def _after_subject(run: Run, start: int) -> Iterator[tuple[int, str]]:
    """Yield the verb of the noun phrase that begins at an index, if it is wrong."""
    first = run.word(start)
    if first in TITLES:
        yield from _after_name(run, start + 1)
        return
    if first in _ANY and run.word(start + 1) in _LISTS and run.word(start + 2) == "of":
        yield from _after_plural(run, start + 3)
        return
    head = start
    while run.word(head) in _DETERMINERS:
        head += 1
    if run.word(start + 1) != "of":
        yield from _of_mass(run, start)
    of_one = first in _ANY | _ONE and head > start and first not in _MANY
    for index in range(head, min(head + 4, len(run.tokens))):
        word = run.word(index)
        if word in _FUNCTION | _ONE and not (word == "and" and index > head and not of_one):
            return
        if word.endswith("ing") and head == start:
            return
        if word in counted() or word in {"ins", "ups"}:
            yield from _of_many(run, index)
        elif of_one and word in singulars() and word not in _COLLECTIVE:
            yield from _of_one(run, index, start)


def _of_many(run: Run, head: int) -> Iterator[tuple[int, str]]:
    """Yield the verb after a plural, or after what a preposition adds to it, if it is of one."""
    if run.word(head) in _MEASURES and run.word(head - 1) not in _ANY:
        return
    index = head + 1 + (run.word(head + 1) in _ADVERBS)
    if run.word(index) in _OF_ONE:
        yield index, _OF_ONE[run.word(index)]
    elif run.word(index) in _thirds() and _takes_object(run, index):
        yield index, _thirds()[run.word(index)]
    elif run.word(head + 1) in _LINKS:
        for index in range(head + 3, min(head + 6, len(run.tokens))):
            word = run.word(index)
            if word in {"is", "was", "has", "needs", "isn't", "doesn't"}:
                yield index, {"needs": "need", **_OF_ONE}[word]
            if word in _FUNCTION or word in counted():
                return


def _takes_object(run: Run, index: int) -> bool:
    """Tell whether a word is a verb here: it is no noun, or the next word is its object."""
    after = run.word(index + 1)
    known = after in _CLEAR_OBJECTS or after in singulars() or after in counted()
    return run.word(index) not in counted() or known


def _of_one(run: Run, head: int, start: int) -> Iterator[tuple[int, str]]:
    """Yield the verb after a singular, if it is of many."""
    index = head + 1 + (run.word(head + 1) in _ADVERBS)
    word, after = run.word(index), run.word(index + 1)
    if word in _OF_MANY and not (word == "were" and run.word(start - 1) == "if"):
        yield index, _OF_MANY[word]
    elif word in _bases() and word != "like":
        noun_too = word in _ALSO_NOUNS or word in singulars()
        things = after in counted() and not (noun_too and after in _thirds())
        if things or after in (_OBJECTS if noun_too else _CLEAR_OBJECTS):
            yield index, _bases()[word]


def _of_mass(run: Run, start: int) -> Iterator[tuple[int, str]]:
    """Yield the verb after what is not counted, alone or with one adjective, if it is of many."""
    head = start + (run.word(start) not in _MASS and run.word(start) not in _FUNCTION)
    word = run.word(head + 1)
    if run.word(head) not in _MASS:
        return
    if word in _OF_MANY and word != "were":
        yield head + 1, _OF_MANY[word]
    elif word in _bases() and word != "like":
        only = word not in _ALSO_NOUNS | singulars() and run.word(head + 2)
        if only or run.word(head + 2) in _CLEAR_OBJECTS:
            yield head + 1, _bases()[word]


def _asked(run: Run) -> Iterator[tuple[int, str]]:
    """Yield the verb that begins a question, if it does not fit the noun after it."""
    verb, owner = run.word(0), run.word(1)
    if owner not in _ANY and owner not in {"this", "these"}:
        return
    for index in (2, 3):
        word, after = run.word(index), run.word(index + 1)
        if word in counted() and after not in singulars():
            if verb == "does" and after in _bases():
                yield 0, "do"
            elif verb in {"is", "was", "has"} and after and after not in counted():
                yield 0, _OF_ONE[verb]
            return
        if word in singulars() and word not in _COLLECTIVE:
            if verb == "do" and after in _bases():
                yield 0, "does"
            elif verb in {"are", "were"} and after in _STATE:
                yield 0, _OF_MANY[verb]
            return


def _after_name(run: Run, index: int) -> Iterator[tuple[int, str]]:
    """Yield the verb after a title and one or two names, if it is of many."""
    for verb in (index + 1, index + 2):
        if verb + 1 >= len(run.tokens) or not run.tokens[verb - 1].text[0].isupper():
            return
        word, after = run.word(verb), run.word(verb + 1)
        if run.tokens[verb].text.islower() and (
            after in _CLEAR_OBJECTS | _LINKS | {"to"} or after in counted()
        ):
            if word in _OF_MANY:
                yield verb, _OF_MANY[word]
            elif word in _bases():
                yield verb, _bases()[word]


def _after_plural(run: Run, start: int) -> Iterator[tuple[int, str]]:
    """Yield a verb of many right after the plural that "one of" or "a list of" speaks of."""
    for index in range(start, min(start + 4, len(run.tokens))):
        if run.word(index) in counted() and run.word(index + 1) in _OF_MANY:
            yield index + 1, _OF_MANY[run.word(index + 1)]


def _after_there(run: Run, index: int) -> Iterator[tuple[int, str]]:
    """Yield the verb of "there is" and "there are", if it does not fit what follows."""
    verb, after = run.word(index + 1), run.word(index + 2)
    if verb in {"are", "were"}:
        if run.word(index - 1) in _UNREAL or after not in {"a", "an", "one"}:
            return
        if run.word(index + 3) not in _MANY_AFTER_A:
            yield index + 1, _OF_MANY[verb]
    elif verb in {"is", "was"} or (run.begins and index == 1 and run.word(0) in {"is", "was"}):
        at = index + 1 if verb in {"is", "was"} else 0
        place = index + 2 if at > index else index + 1
        place += run.word(place) in _LOOSE
        if run.word(place) in _COUNTS or (
            run.word(place) in counted() and run.word(place + 1) not in singulars()
        ):
            yield at, _OF_ONE[run.word(at)]


def _after_pronoun(run: Run, index: int) -> Iterator[tuple[int, str]]:
    """Yield the verb of a pronoun that begins a clause, if it does not fit."""
    word, verb = run.word(index), run.word(index + 1)
    if word in _INDEFINITE and verb in _LINKS:
        for place in range(index + 3, index + 5):
            if run.word(place) in {"are", "have"}:
                yield place, _OF_MANY[run.word(place)]
    elif word in {"he", "she", "it"} | _INDEFINITE:
        if verb in _OF_MANY and verb not in {"were", "weren't"}:
            yield index + 1, _OF_MANY[verb]
        elif verb in (
            _OFTEN if word in _INDEFINITE - {"nobody"} else _bases().keys() - _CALLED_FOR
        ):
            yield index + 1, _bases()[verb]
    elif word in {"we", "they", "you", "i"}:
        if word == "i" and verb in {"was", "wasn't"}:
            return
        if verb in _OF_ONE:
            yield index + 1, "am" if (word, verb) == ("i", "is") else _OF_ONE[verb]
        elif verb in _thirds():
            yield index + 1, _thirds()[verb]


@cache
def _thirds() -> Mapping[str, str]:
    return {verb.third: verb.base for verb in verbs() if verb.base not in {"be", "have", "do"}}


@cache
def _bases() -> Mapping[str, str]:
    return {base: third for third, base in _thirds().items()}
