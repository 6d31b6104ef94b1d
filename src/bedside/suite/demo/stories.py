"""What Cedar Hollow says in its three months, from `stories.json`. Everybody in it is invented."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True)
class Story:
    """
    One post: its title inside the clinic, its words, and where it goes.

    `picture` names a drawing of `pictures/`, `alt` describes it.
    """

    title: str
    text: str
    where: tuple[str, ...]
    picture: str = ""
    alt: str = ""


def stories() -> list[Story]:
    """Return all stories in the order in which they are told."""
    text = files(__package__).joinpath("stories.json").read_text(encoding="utf-8")
    return [Story(**{**row, "where": tuple(row["where"])}) for row in json.loads(text)]
