"""What is heard in a video: a person listens to its sound, and its words stand in captions."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from bedside.guard import Draft, Finding, Kind, Severity, check
from bedside.guard.images import captions
from bedside.library import verbs
from bedside.orgs.permissions import Verb, require
from bedside.orgs.queries import speaker
from bedside.outbox.verbs import NotPossible
from bedside.rulebook.queries import settings_of

if TYPE_CHECKING:
    from bedside.library.models import Asset
    from bedside.orgs.models import Membership

NO_VIDEO = "This is a picture: only a video has sound and captions."
KEPT = 100
"""Findings in captions that are kept and shown; who mends them sees what is left."""


@transaction.atomic
def hear(*, by: Membership, asset: Asset) -> None:
    """
    Say that one has listened to all of a video's sound: no name is said, no voice is known.

    Raises `NotPossible` where there is nothing to hear, or not yet.
    """
    asset = _video(by, asset)
    if not asset.made:
        raise NotPossible("It is still being made ready. Listen to it then.")
    if not asset.has_sound:
        raise NotPossible("It has no sound, so there is nothing to listen to.")
    by.organisation.assets.filter(pk=asset.pk).update(
        heard_by_id=by.user_id, heard_at=timezone.now()
    )
    verbs.record(asset, by, "picture.listened_to")


@transaction.atomic
def caption(*, by: Membership, asset: Asset, content: bytes | str) -> None:
    """
    Keep captions of a video, from a WebVTT or SubRip file, in the place of those it has.

    The guard reads their words: what it stops keeps the video back until they are changed. Raises
    `NotCaptions` for a file that holds none, and `NotPossible` where no word is in them.
    """
    asset = _video(by, asset)
    cues = captions.parse(content)
    if not any(cue.text for cue in cues):
        raise NotPossible("They hold times and no words. Write what is said between the times.")
    written = captions.as_webvtt(cues)
    found = captions_read(by, written)
    stopped = [one for one in found if one.severity is Severity.ERROR]
    by.organisation.assets.filter(pk=asset.pk).update(
        captions=written,
        captions_found=[asdict(one) for one in found[:KEPT]],
        captions_blocked=min(len(stopped), KEPT),
    )
    verbs.record(asset, by, "picture.captioned", cues=str(len(cues)), stopped=str(len(stopped)))


def captions_read(member: Membership, text: str) -> tuple[Finding, ...]:
    """Return what the guard finds in the words of captions as `caption` keeps them, in WebVTT."""
    words = "\n".join(cue.text for cue in captions.parse(text))
    draft = Draft(words, kind=Kind.POST, org=speaker(member.organisation))
    return check(draft, settings_of(member.organisation)).findings


def findings_of(asset: Asset) -> tuple[Finding, ...]:
    """Return what the guard found in the captions of a video when they were saved."""
    stored = ({**one, "severity": Severity(one["severity"])} for one in asset.captions_found)
    return tuple(Finding(**one) for one in stored)


def _video(by: Membership, asset: Asset) -> Asset:
    """Return a video as it is now; raises where it is not of this organisation."""
    require(by, Verb.WRITE)
    held = by.organisation.assets.get(pk=asset.pk)
    if not held.is_video:
        raise NotPossible(NO_VIDEO)
    return held
