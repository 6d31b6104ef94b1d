"""
Captions of a video, as WebVTT (W3C) or SubRip files: what is said when, and what is wrong with it.

What comes out is written anew from times and words: notes, styles and settings of the file are
left behind. The words are for the text guard, which the caller asks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HEAVIEST = 2 * 1024 * 1024
"""Bytes of a file that is still read."""
MOST_CUES = 10_000
FASTEST = 30.0
"""Characters a second above which hardly anybody can follow."""
_LATE = 1.0

_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_TIMING = re.compile(rf"^\s*{_TIME}\s*-->\s*{_TIME}(?:\s.*)?$")
_TAG = re.compile(r"</?(?:[cibuv]|ruby|rt|lang|font)(?:[.\s][^<>]*)?>|<\d[\d:.]*>|\{\\[^{}]*\}")
_ASIDE = ("NOTE", "STYLE", "REGION")
_BREAK = re.compile(r"\n[ \t]*\n+")


class NotCaptions(ValueError):
    """A file that holds no captions; `str()` gives cause and cure."""


@dataclass(frozen=True, slots=True)
class Cue:
    """What is said from one second to another, in one or more lines without markup."""

    start: float
    end: float
    text: str


def parse(content: bytes | str) -> tuple[Cue, ...]:
    """Return the cues of a WebVTT or SubRip file in the order of time. Raises `NotCaptions`."""
    words = content if isinstance(content, str) else _decoded(content)
    if len(words) > HEAVIEST:
        raise NotCaptions("It is larger than 2 MB, which no captions are. Choose another file.")
    plain = words.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    cues = sorted(_cues(plain), key=lambda cue: cue.start)
    if not cues:
        raise NotCaptions("It holds no captions. Export them as WebVTT (.vtt) or SubRip (.srt).")
    if len(cues) > MOST_CUES:
        raise NotCaptions("It holds more than 10,000 captions. Cut the video into parts.")
    return tuple(cues)


def problems(cues: Sequence[Cue], seconds: float) -> tuple[str, ...]:
    """Return in sentences what is wrong with captions of a video of this length; () if nothing."""
    said: list[str] = []
    for cue in cues:
        if cue.end <= cue.start:
            said.append(f"The caption at {clock(cue.start)} ends before it begins.")
        elif not cue.text:
            said.append(f"The caption at {clock(cue.start)} is empty.")
        elif cue.start >= seconds or cue.end > seconds + _LATE:
            said.append(f"The caption at {clock(cue.start)} comes after the end of the video.")
        elif len(cue.text) / (cue.end - cue.start) > FASTEST:
            said.append(f"The caption at {clock(cue.start)} is too fast to read.")
    return tuple(dict.fromkeys(said))


def required(*, has_sound: bool, cues: Sequence[Cue]) -> bool:
    """
    Tell whether captions are still missing: a video with sound needs some.

    From WCAG 2.1, criterion 1.2.2 (level A), which 45 CFR 84.84 makes a duty of providers that
    receive federal money.
    """
    return has_sound and not any(cue.text for cue in cues)


def as_webvtt(cues: Sequence[Cue]) -> str:
    """Return cues as a WebVTT file: times and words, nothing else."""
    blocks = [f"{_stamp(cue.start)} --> {_stamp(cue.end)}\n{_escaped(cue.text)}\n" for cue in cues]
    return "\n".join(["WEBVTT\n", *blocks])


def clock(second: float) -> str:
    """Return a second as people write it: 1:05 or 1:02:05."""
    minutes, rest = divmod(int(second), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _decoded(content: bytes) -> str:
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        if b"\0" in content:
            raise NotCaptions("It is no text file. Choose a .vtt or .srt file.") from None
        return content.decode("cp1252", errors="replace")


def _cues(words: str) -> Iterator[Cue]:
    for block in _BREAK.split(words):
        lines = block.strip("\n").split("\n")
        if lines[0].startswith(_ASIDE):
            continue
        # A number or a name may stand above the times; a file's own head may stand above both.
        for number, line in enumerate(lines):
            if timing := _TIMING.match(line):
                times = timing.groups()
                text = "\n".join(filter(None, map(_plain, lines[number + 1 :])))
                yield Cue(_second(*times[:4]), _second(*times[4:]), text)
                break


def _plain(line: str) -> str:
    return unescape(_TAG.sub("", line)).strip()


def _second(hours: str | None, minutes: str, seconds: str, parts: str) -> float:
    whole = int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)
    return whole + int(parts.ljust(3, "0")) / 1000


def _stamp(second: float) -> str:
    thousandths = round(second * 1000)
    seconds, thousandths = divmod(thousandths, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{thousandths:03}"


def _escaped(text: str) -> str:
    """Escape what WebVTT reads as markup; a line with an arrow would be read as times."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
