"""What the records say of an authorization, as sentences; never a name, never words of the form."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from bedside.consents import naming
from bedside.orgs.models import User
from bedside.records.queries import timeline

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bedside.consents.models import Authorization
    from bedside.records.queries import Event

SENTENCES: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        # verb: (sentence, icon, state whose colours it wears)
        "authorization.drafted": ("{who} prepared the form", "draft", "draft"),
        "authorization.changed": ("{who} changed the form", "compose", "draft"),
        "authorization.presented": ("{who} fixed the words to be signed", "review", "review"),
        "authorization.link_made": ("{who} opened a way to sign it", "key", "review"),
        "authorization.link_opened": ("The person opened it", "review", "review"),
        "authorization.link_closed": ("The link was closed: a wrong year of birth", "lock", "warn"),
        "authorization.link_taken_back": ("{who} took the way to sign it back", "undo", "quiet"),
        "authorization.declined": ("The person said no", "hand", "quiet"),
        "authorization.signed": ("The person signed it", "consent", "clear"),
        "authorization.transcribed": ("{who} entered the signed paper", "file", "clear"),
        "authorization.compared": ("{who} compared the paper with its scan", "check", "clear"),
        "authorization.paper_asked": ("The person wants a copy on paper", "print", "warn"),
        "authorization.copy_given": ("The person got a copy", "copy", "clear"),
        "authorization.event_passed": ("{who} noted that its event has happened", "x", "quiet"),
        "authorization.event_not_yet": (
            "{who} looked: its event is still to come",
            "check",
            "clear",
        ),
        "authorization.known_false": ("{who} noted that something is untrue", "warn", "refused"),
        "authorization.renewal_begun": ("{who} began a new form for it", "repeat", "draft"),
        "authorization.replaced": ("A newer form took its place", "repeat", "quiet"),
        "authorization.revoked": ("The person stopped it", "hand", "refused"),
        "revocation.answered": ("{who} told the person what was done", "mail", "clear"),
        "revocation.overdue": ("Something is not gone in time", "warn", "refused"),
        "take_down.archived": ("A place was kept as proof before it goes", "seal", "quiet"),
        "take_down.asked": ("A network is to take it down", "eyeoff", "warn"),
        "take_down.by_hand": ("A person has to take it down", "hand", "warn"),
        "take_down.gone": ("A place is gone", "check", "clear"),
        "take_down.not_gone": ("{who} took back that a place is gone", "undo", "quiet"),
        "take_down.added": ("{who} named another place", "plus", "quiet"),
        "take_down.seen_again": ("It was seen again", "warn", "refused"),
    }
)
"""Each entry about a consent as a sentence, with its face."""


@dataclass(frozen=True, slots=True)
class Line:
    """One entry for reading."""

    event: Event
    words: str
    detail: str


def lines_of(authorization: Authorization) -> list[Line]:
    """Return what happened to an authorization, the newest first."""
    events = timeline(authorization.organisation_id, authorization.subject)
    names = _names(events)
    return [_line(event, names.get(event.actor, "Bedside")) for event in reversed(events)]


def _line(event: Event, who: str) -> Line:
    if event.verb in SENTENCES:
        return Line(event, SENTENCES[event.verb][0].format(who=who), _detail(event))
    noun, _, verb = event.verb.partition(".")
    return Line(event, f"{noun.capitalize()} {verb.replace('_', ' ')}", who)


def _detail(event: Event) -> str:
    facts = event.facts
    match event.verb:
        case "authorization.event_passed":
            return f"On {day}" if (day := facts.get("on")) else ""
        case "authorization.link_made":
            return "On this tablet" if facts.get("tablet") else "By a private link"
        case "authorization.signed" | "authorization.transcribed":
            method = naming.METHODS.get(str(facts.get("method")), "")
            known = naming.KNOWN_BY.get(str(facts.get("known_by")), "")
            return ", ".join(filter(None, (method, known)))
        case "authorization.copy_given":
            return naming.COPIES.get(str(facts.get("how")), "")
        case "take_down.asked" | "take_down.by_hand" | "take_down.gone" | "take_down.seen_again":
            return naming.place(str(facts["network"])) if facts.get("network") else ""
        case "authorization.revoked":
            return _wish(facts)
        case _:
            return ""


def _wish(facts: Mapping[str, object]) -> str:
    how = naming.HOW.get(str(facts.get("how")), "")
    older = f", with {facts['follows']}" if facts.get("follows") else ""
    networks = facts.get("networks")
    if isinstance(networks, list) and networks:
        return f"{how}{older}; only {naming.places(map(str, networks))}"
    return f"{how}{older}; {'only paid ads' if facts.get('paid_only') else 'all of it'}"


def _names(events: Iterable[Event]) -> dict[str, str]:
    ids = {int(one.actor[5:]) for one in events if one.actor.startswith("user:")}
    return {f"user:{user.pk}": user.short_name for user in User.objects.filter(pk__in=ids)}
