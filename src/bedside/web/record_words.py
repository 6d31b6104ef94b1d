"""What an entry of the record says, as a sentence; never the words that a post holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bedside.consents.history import SENTENCES
from bedside.web.networks import name_of
from bedside.web.states import look
from bedside.web.wording import count

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bedside.records.queries import Event


@dataclass(frozen=True, slots=True)
class Line:
    """One entry for reading. `icon` and `css` give the knot its face."""

    title: str
    detail: str
    icon: str
    css: str


_PLAIN: Mapping[str, tuple[str, str, str]] = {
    # verb: (sentence, icon, state whose colours it wears)
    "post.drafted": ("{who} wrote a first draft", "draft", "draft"),
    "post.revised": ("{who} changed the text", "compose", "draft"),
    "post.submitted": ("{who} asked for approval", "review", "review"),
    "post.withdrawn": ("{who} took it back from review", "undo", "quiet"),
    "post.approved": ("{who} approved it", "approve", "clear"),
    "post.changes_asked": ("{who} asked for changes", "comment", "warn"),
    "post.changes": ("{who} asked for changes", "comment", "warn"),
    "post.rejected": ("{who} rejected it", "hand", "refused"),
    "post.approval_voided": ("The approval ended", "x", "quiet"),
    "post.scheduled": ("{who} gave it a time", "scheduled", "scheduled"),
    "post.moved": ("{who} gave it another time", "scheduled", "scheduled"),
    "post.unscheduled": ("{who} took its time away", "calendar", "quiet"),
    "post.noted": ("{who} left a note", "comment", "quiet"),
    "post.deleted": ("{who} deleted it", "x", "quiet"),
    "post.restored": ("{who} brought it back", "undo", "quiet"),
    "delivery.planned": ("Planned for {network}", "scheduled", "scheduled"),
    "delivery.attempted": ("Left for {network}, checked once more", "sending", "sending"),
    "delivery.live": ("Live on {network}", "live", "live"),
    "delivery.refused": ("Not sent to {network}", "hand", "refused"),
    "delivery.unknown": ("Nobody knows if it is on {network}", "unknown", "unknown"),
    "delivery.by_hand": ("Handed to a person to post on {network}", "n-manual", "review"),
    "delivery.settled": ("{who} settled what became of it on {network}", "check", "clear"),
    "delivery.missed": ("Its time for {network} passed", "missed", "missed"),
    "delivery.cancelled": ("Called off for {network}", "x", "quiet"),
    "delivery.take_down_asked": ("{who} asked {network} to take it down", "eyeoff", "warn"),
    "delivery.deleted": ("Taken down from {network}", "eyeoff", "quiet"),
    "sending.paused": ("{who} paused all sending", "pause", "review"),
    "sending.resumed": ("{who} resumed sending", "resume", "clear"),
    "account.connected": ("{who} connected {network}", "channels", "clear"),
    "account.disconnected": ("{who} disconnected {network}", "channels", "quiet"),
    "account.key_refused": ("{network} no longer accepts our key", "key", "refused"),
    "organisation.founded": ("{who} began this organization", "clinic", "quiet"),
    "organisation.jurisdictions_chosen": ("{who} chose whose law holds", "scale", "quiet"),
    "organisation.changed": ("{who} changed the settings", "settings", "quiet"),
    "member.added": ("{who} let somebody in", "users", "quiet"),
    "member.role_changed": ("{who} changed a role", "users", "quiet"),
    "member.ended": ("{who} ended a membership", "users", "quiet"),
    "finding.dismissed": ("{who} dismissed a warning", "comment", "warn"),
    "dismissal.taken_back": ("{who} took a dismissal back", "undo", "quiet"),
    "dismissal.agreed": ("{who} agreed with a dismissal", "check", "clear"),
    "dismissal.overturned": ("{who} overturned a dismissal", "hand", "refused"),
    "rule.set": ("{who} changed how hard a rule stops", "policy", "quiet"),
    "rule.undone": ("{who} undid a change of a rule", "undo", "quiet"),
    "picture.added": ("{who} added a picture", "library", "quiet"),
    "picture.described": ("{who} described a picture", "library", "quiet"),
    "picture.deleted": ("{who} deleted a picture", "library", "quiet"),
    "picture.restored": ("{who} brought a picture back", "library", "quiet"),
    "picture.looked_at": ("The picture was looked at", "search", "quiet"),
    "picture.not_machine_checked": ("The machine could not look at the picture", "warn", "warn"),
    "picture.look_asked": ("{who} had the machine look again", "repeat", "quiet"),
    "picture.checked_by_hand": ("{who} looked in the machine’s place", "search", "clear"),
    "picture.question_answered": ("{who} said if somebody could be recognized", "users", "clear"),
    "picture.miss_drawn": ("{who} drew what was missed", "plus", "warn"),
    "picture.covered": ("{who} covered a part of the picture", "cover", "clear"),
    "picture.consent_linked": ("{who} linked a consent to a part of it", "consent", "clear"),
    "picture.box_dismissed": ("{who} found nothing to cover in a part", "check", "quiet"),
    "picture.box_opened": ("{who} left a part open again", "undo", "warn"),
    "picture.box_moved": ("{who} moved a box", "grip", "quiet"),
    "picture.box_removed": ("{who} took a drawn box away", "x", "quiet"),
    "picture.step_undone": ("{who} undid a step", "undo", "quiet"),
    "picture.rendered": ("The covered picture was made and verified", "cover", "clear"),
    "slot.added": ("{who} added a time of the week", "calendar", "quiet"),
    "slot.removed": ("{who} removed a time of the week", "calendar", "quiet"),
    **SENTENCES,
    "body.purged": ("Words let go, their hash kept", "cover", "quiet"),
    "chain.anchored": ("Chain anchored and signed", "anchor", "quiet"),
    **SENTENCES,
}

_ENDED = {
    "overturned": "Words in it may not stand.",
    "consent taken back": "A consent that it relies on was taken back.",
}
_SETTLED = {
    "live": "It is there.",
    "send again": "It is not there; it may be sent again.",
    "give up": "It stays unsent.",
}


def line_of(event: Event, who: str) -> Line:
    """
    Say what an entry means. `who` is the name of whoever did it.

    An entry that has no sentence yet is shown by its own verb, so that nothing is left out.
    """
    if event.verb == "guard.checked":
        return _checked(event)
    if event.verb == "delivery.gate":
        return Line("The gate stayed shut", _shut(event), "lock", look("refused").css)
    network = name_of(str(event.facts.get("network", "the network")))
    if event.verb == "delivery.attempted" and event.facts.get("action") == "delete":
        return Line(f"{network} was asked to take it down", "", "eyeoff", look("quiet").css)
    if event.verb not in _PLAIN:
        noun, _, verb = event.verb.partition(".")
        words = verb.replace("_", " ")
        return Line(f"{noun.capitalize()} {words}", who, "hash", look("quiet").css)
    sentence, icon, state = _PLAIN[event.verb]
    title = sentence.format(who=who, network=network)
    return Line(title, _detail(event), icon, look(state).css)


def _checked(event: Event) -> Line:
    verdict = str(event.facts.get("verdict", ""))
    guard = f"Guard {event.facts.get('guard', '')}, version {event.facts.get('number', '?')}"
    dismissed = event.facts.get("dismissed")
    if isinstance(dismissed, list) and dismissed:
        guard = f"Dismissed: {', '.join(map(str, dismissed))}. {guard}"
    if verdict == "clear":
        return Line("The guard found nothing to stop", guard, "shield", look("clear").css)
    title = "The guard stopped it" if verdict == "block" else "The guard asked to look at it"
    return Line(title, f"{_codes(event)}. {guard}", verdict or "warn", look(verdict or "warn").css)


def _shut(event: Event) -> str:
    return f"{_codes(event)}. Guard {event.facts.get('guard', '')}. Nothing left the house."


def _codes(event: Event) -> str:
    codes = event.facts.get("codes", [])
    listed = [str(code) for code in codes] if isinstance(codes, list) else []
    if not listed:
        return "No finding"
    return (
        f"{count(len(listed), 'finding')}: {', '.join(listed)}. The words themselves are not shown"
    )


def _detail(event: Event) -> str:
    facts = event.facts
    match event.verb:
        case "post.drafted" | "post.revised" | "post.submitted":
            return f"Version {facts.get('number', '?')}"
        case "post.approval_voided":
            return _ENDED.get(str(facts.get("why")), "The words changed.")
        case "post.approved":
            return f"Version {facts.get('number', '?')}, for exactly these bytes: {_short(facts)}"
        case "delivery.attempted":
            checked = f"Guard {facts.get('guard', '')}: {facts.get('verdict', '')}"
            return f"{checked}. Written down before the line was opened; bytes {_short(facts)}"
        case "delivery.live":
            return f"Known there as {facts.get('id', '')}"
        case "delivery.unknown":
            return "The answer never came. Bedside looks, then asks a person."
        case "delivery.settled":
            return _SETTLED.get(str(facts.get("answer", "")), "")
        case "delivery.missed":
            return "It is not sent late by surprise."
        case "organisation.changed" | "organisation.jurisdictions_chosen":
            return _chosen(facts)
        case "member.added" | "member.role_changed":
            return f"As {facts.get('role', '')}"
        case (
            "finding.dismissed"
            | "dismissal.agreed"
            | "dismissal.overturned"
            | "dismissal.taken_back"
        ):
            return f"Rule {facts.get('rule', '')}, in version {facts.get('number', '?')}"
        case "rule.set" | "rule.undone":
            return _rule(event)
        case "body.purged":
            return f"Reason: {facts.get('reason', '')}"
        case _:
            return ""


def _chosen(facts: Mapping[str, object]) -> str:
    """Name the fields that changed, or the places whose law holds."""
    listed = facts.get("fields") or facts.get("places") or []
    words = [str(one).replace("_", " ") for one in listed] if isinstance(listed, list) else []
    return ", ".join([*words, *(["42 CFR Part 2"] if facts.get("part_2") else [])])


def _rule(event: Event) -> str:
    words = {"error": "must change", "warn": "look at it", "info": "hint", "off": "off"}
    before, after = (str(event.facts.get(name, "")) for name in ("before", "after"))
    code = event.subject.partition(":")[2]
    return f"{code}: {words.get(before, 'as it comes')} → {words.get(after, 'as it comes')}"


def _short(facts: Mapping[str, object]) -> str:
    digest = str(facts.get("bytes") or facts.get("bound_to") or "")
    return f"{digest[:4]}…{digest[-4:]}" if digest else "not noted"
