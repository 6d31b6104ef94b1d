"""From a file that somebody chose to a picture that may be kept, or the reason why not."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass
from typing import Any

from bedside.guard.images.refusals import HEAVIEST, Refused, Why, must_be_picture

__all__ = ["HEAVIEST", "Picture", "decode"]

PATIENCE = 30
"""Seconds until a decoder that does not answer is stopped."""

_room = threading.BoundedSemaphore(2)
"""A decoder may take a gigabyte; two of them at once are enough for one machine."""


@dataclass(frozen=True, slots=True)
class Picture:
    """
    A picture without metadata, at most 2,048 pixels and 950 kB, and its thumbnail.

    `phash` is its perceptual hash, 64 bits.
    """

    content: bytes
    thumbnail: bytes
    mime: str
    width: int
    height: int
    phash: int


def decode(name: str, content: bytes) -> Picture:
    """
    Return a file's picture, rebuilt from its pixels by a process with limits.

    Location, camera, previews and captions inside the file are gone. Raises `Refused`.
    """
    must_be_picture(content, name)
    head, body = _ask_decoder(content)
    if "refused" in head:
        raise Refused(Why(head["refused"]))
    size = head["size"]
    return Picture(
        content=body[:size],
        thumbnail=body[size:],
        mime=head["mime"],
        width=head["width"],
        height=head["height"],
        phash=head["phash"],
    )


def _ask_decoder(content: bytes) -> tuple[dict[str, Any], bytes]:
    """Return what the decoder says and the bytes behind it."""
    try:
        with _room:
            done = subprocess.run(
                [sys.executable, "-I", "-m", "bedside.guard.images.decoder"],
                input=content,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                timeout=PATIENCE,
                env={},
                check=False,
            )
    except subprocess.TimeoutExpired:
        raise Refused(Why.SLOW) from None
    if done.returncode == -signal.SIGXCPU:
        raise Refused(Why.SLOW)
    head, found, body = done.stdout.partition(b"\n")
    if done.returncode or not found:
        # It fell over, or was stopped by its limits: either way the file is at fault.
        raise Refused(Why.BROKEN)
    return json.loads(head), body
