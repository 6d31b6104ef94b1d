"""
Whether words are only talked about: quoted to be dropped, banned, or turned down.

"We binned the slide that said 'never call a caller a time-waster'" insults nobody, and "We said
no to look-alikes" aims at nobody. For folded (lower-case) text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bedside.guard.reading import Reading

_AROUND = 200
"""How far around the words their quotation marks and what is said of them are looked for."""

_QUOTED = re.compile(r"(?<!\w)(['\"])(?=[\w#@])[^'\"\n]{1,160}(?:'\w[^'\"\n]{0,80}){0,4}\1(?!\w)")

_DROPPED = re.compile(
    r"\b(?:used to (?:say|call|write|read)|turns? up|in our comments|we (?:keep )?hear|"
    r"overheard|myths?|rumou?rs?|never (?:call|say|write|use|print)|(?:don't|do not|not|"
    r"won't|stop|stopped|avoid|no longer) (?:call|say|saying|calling|write|writing|use|"
    r"using|print|promise|promising)|instead of|binned|scrapped|deleted|crossed out|struck out|"
    r"took down|taken down|dropped|retired|rewrote|rewritten|old (?:leaflet|poster|sign|"
    r"slogan|headline|banner|advert)|(?:says?|said|calls?|called)(?: \w+){0,2} "
    r"(?:of|about) (?:him|her|my|them)sel(?:f|ves)|calls? (?:him|her|my|them)sel(?:f|ves)|"
    r"(?:was|were) our (?:headline|slogan|motto)|isn't true|not true|untrue|nonsense|means? "
    r"nothing|not a word|"
    r"the words?|out of date|hurts?|harmful)\b"
)
"""What shows that words in quotation marks are not the writer's own."""

_TURNED_DOWN = re.compile(
    r"\b(?:we (?:said|say) no\b|we (?:declined|refused)\b|we (?:turned|have turned|turn) (?:it|"
    r"that|them|this) down|"
    r"so we (?:don't|didn't|won't)\b|"
    r"(?:polic(?:y|ies)|rules?|law|regulator|google|yelp|ftc|meta|board) (?:\w+ )?"
    r"(?:bans?|banned|forbids?|prohibits?|rejects?|(?:doesn't|does not|don't|won't) allow)\b|"
    r"(?:it|that|this|which|they)(?:'s| is|'re| are) (?:just |simply |only )?(?:a myth|"
    r"myths|not true|untrue|false|illegal|unlawful|against the (?:law|rules)|review gating|"
    r"not allowed|banned|forbidden|wrong|made up|nonsense|a scam|fake)\b|"
    r"(?:it|they) (?:doesn't|don't|does not|do not) (?:work on|treat|cure|cause|prevent|help "
    r"with)\b|no evidence (?:that|for|of)\b|"
    r"we (?:don't|do not|won't|will not|never|wouldn't) (?:do|say|write|run|accept|make|"
    r"promise|claim|sell|recommend) (?:any |such |either )?(?:of )?(?:that|this|it|so|them|"
    r"those|these|promises|claims)\b)|\? no\b[,.:]"
)
"""What turns down what stands right before it."""

_NOT_SAID = re.compile(
    r"(?:\b(?:not|never|isn't|aren't|wasn't|nor|rather than|instead of)(?: the| an?)? ?['\"]?|"
    r"\b(?:never|not|nobody|no one|no longer|stop|stopped|\w+n't|cannot)(?: \w+){0,2} "
    r"(?:call(?:s|ed|ing)?|say(?:s|ing)?|writ(?:e|es|ing)|promis(?:e|es|ing)|guarantee|claim|"
    r"print)\b[^.!?]{0,60})\Z"
)
"""What denies what stands right after it."""


def is_only_mentioned(reading: Reading, start: int, end: int) -> bool:
    """Tell whether the words between two offsets are quoted from others, or turned down."""
    text = reading.folded
    sentence_start, sentence_end = reading.sentence(start)[0], reading.sentence(end - 1)[1]
    if _NOT_SAID.search(text, max(sentence_start, start - _AROUND), start):
        return True
    if _TURNED_DOWN.search(text, end, min(len(text), sentence_end + _AROUND // 2)):
        return True
    first, last = max(0, start - _AROUND), end + _AROUND
    for quote in _QUOTED.finditer(text, first, last):
        if quote.start() < start and end < quote.end():
            before = _DROPPED.search(text, first, quote.start())
            return bool(before or _DROPPED.search(text, quote.end(), last))
    return False
