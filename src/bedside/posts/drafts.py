"""What the guard and the networks say of a draft, and what is still missing before it goes out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from dataclasses import field as made
from typing import TYPE_CHECKING

from django.utils import timezone

from bedside.channels import base as channels
from bedside.channels.base import Action
from bedside.channels.catalogue import problems
from bedside.channels.text import links
from bedside.guard import Draft, Finding, Kind, Picture, Report, Severity, Verdict, check
from bedside.orgs.queries import speaker
from bedside.outbox.parts import sketch
from bedside.posts.content import Content, parts
from bedside.posts.naming import names_of
from bedside.posts.relying import NO_GROUNDS, names_on, relied_on
from bedside.rulebook.queries import NONE, Dismissals, digest_of, settings_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from bedside.guard import Organisation as Speaker
    from bedside.guard import Settings
    from bedside.orgs.models import Organisation
    from bedside.outbox.models import Account
    from bedside.outbox.payload import Payload
    from bedside.posts.relying import Grounds, Reliance
    from bedside.rulebook.models import Dismissal


@dataclass(frozen=True)
class Missing:
    """
    One line of the list that empties. `anchor` is the id of the place on the page to go to.

    `stops` tells whether approval may not be asked for while it stands.
    """

    text: str
    anchor: str
    stops: bool = True
    done: bool = False


@dataclass(frozen=True)
class Checked:
    """
    What was found in one distinct text of a post. `accounts` are those that get this text.

    `dismissed` are warnings that somebody let stand, `overturned` those of which the privacy
    officer said that they may not; both stand in the report too.
    """

    field: str
    accounts: tuple[int, ...]
    report: Report
    text: str = ""
    dismissed: Mapping[Finding, Dismissal] = made(default_factory=dict)
    overturned: Mapping[Finding, Dismissal] = made(default_factory=dict)

    @property
    def open(self) -> Report:
        """The report without what was dismissed."""
        findings = tuple(one for one in self.report.findings if one not in self.dismissed)
        return replace(self.report, findings=findings)


def read(
    content: Content,
    organisation: Organisation,
    *,
    quick: bool = False,
    who: Speaker | None = None,
    dismissals: Dismissals = NONE,
    settings: Settings | None = None,
    relied: Sequence[Reliance] | None = None,
) -> list[Checked]:
    """
    Run the guard over every distinct text: common and own, comment, link, alt texts, captions.

    It goes by what the organisation set. `who` (the organisation as the guard knows it), `settings`
    and `relied` are for callers who have asked for them already; `dismissals` are this version's.
    A name that an authorization lets be shown on every account of a text is known to the guard.
    """
    settings = settings_of(organisation) if settings is None else settings
    relied = relied_on(content, organisation) if relied is None else relied
    return [
        _settled(
            Checked(name, accounts, check(draft, settings, quick=quick), draft.text), dismissals
        )
        for name, accounts, draft in _texts(content, who or speaker(organisation), relied)
    ]


def _texts(
    content: Content, who: Speaker, relied: Sequence[Reliance]
) -> Iterator[tuple[str, tuple[int, ...], Draft]]:
    """Yield every distinct text: the field it stands in, the accounts that get it, a draft."""
    for name, accounts, draft in _drafts(content, who):
        consents = names_on(relied, accounts) if relied else ()
        yield name, accounts, replace(draft, consents=consents) if consents else draft


def _drafts(content: Content, who: Speaker) -> Iterator[tuple[str, tuple[int, ...], Draft]]:
    pictures = tuple(Picture(alt=picture.alt) for picture in content.pictures)
    common = tuple(account for account in content.accounts if account not in content.versions)
    if common or not content.accounts:
        yield "text", common, Draft(content.text, org=who, pictures=pictures)
    for account in content.accounts:
        if account in content.versions:
            own = Draft(content.text_for(account), org=who, pictures=pictures)
            yield f"version-{account}", (account,), own
    if content.first_comment.strip():
        comment = Draft(content.first_comment, kind=Kind.REPLY, org=who)
        yield "first_comment", content.accounts, comment
    if content.link:
        yield "link", content.accounts, Draft(content.link, org=who)
    for number, picture in enumerate(content.pictures):
        if picture.alt.strip():
            alt = Draft(picture.alt, kind=Kind.ALT_TEXT, org=who)
            yield f"alt-{number}", content.accounts, alt
        if spoken := picture.spoken:
            yield f"captions-{number}", content.accounts, Draft(spoken, org=who)


def _settled(checked: Checked, dismissals: Dismissals) -> Checked:
    """Tell warnings that somebody let stand, and those that were overturned."""
    dismissed, overturned = {}, {}
    for finding, stretch, nth in warnings(checked):
        digest = digest_of(stretch)
        if ruled := dismissals.overturned.get((finding.code, digest)):
            overturned[finding] = ruled
        elif held := dismissals.covering.get((checked.field, finding.code, digest, nth)):
            dismissed[finding] = held
    return replace(checked, dismissed=dismissed, overturned=overturned)


def warnings(checked: Checked) -> Iterator[tuple[Finding, str, int]]:
    """
    Yield what may be dismissed: each warning, its stretch, and which of several alike it is.

    The stretch of a warning about the whole text is the whole text.
    """
    alike: Counter[tuple[str, str]] = Counter()
    for finding in checked.report.findings:
        if finding.severity is Severity.WARN:
            whole = not finding.end
            stretch = checked.text if whole else checked.text[finding.start : finding.end]
            yield finding, stretch, alike[finding.code, stretch]
            alike[finding.code, stretch] += 1


def verdict(checked: Sequence[Checked]) -> Verdict:
    """Return the gravest verdict of all texts. What was dismissed is no matter, or a grave one."""
    if any(one.overturned for one in checked):
        return Verdict.BLOCK
    verdicts = {one.open.verdict for one in checked}
    for grave in (Verdict.BLOCK, Verdict.WARN):
        if grave in verdicts:
            return grave
    return Verdict.CLEAR


def still_missing(
    content: Content,
    checked: Sequence[Checked],
    accounts: Sequence[Account],
    publish_at: datetime | None,
    grounds: Grounds = NO_GROUNDS,
) -> list[Missing]:
    """
    Return what must still be done, undone lines first, then what is done.

    `grounds` are the consents and pictures that it rests on, judged for its time.
    """
    lines = [
        *_guard_lines(content, checked),
        *_overturned_lines(checked),
        *_network_lines(content, accounts),
        *_consent_lines(content, accounts, grounds.relied),
        *_held_lines(content, grounds),
        _place_line(accounts),
        _time_line(publish_at),
    ]
    if content.pictures:
        lines.append(_pictures_line(content))
    return sorted(dict.fromkeys(lines), key=lambda line: line.done)


def _guard_lines(content: Content, checked: Sequence[Checked]) -> list[Missing]:
    if not any([content.text.strip(), *content.versions.values(), content.pictures]):
        return [Missing("Write the text", "text")]
    stopped = [one for one in checked if one.report.verdict is Verdict.BLOCK]
    count = sum(finding.severity == "error" for one in stopped for finding in one.report.findings)
    if not count:
        return [Missing("The guard stops nothing in it", "text", done=True)]
    noun = "passage" if count == 1 else "passages"
    return [Missing(f"Change {count} {noun} that the guard stops", stopped[0].field)]


def _overturned_lines(checked: Sequence[Checked]) -> Iterator[Missing]:
    """Say what the privacy officer did not let stand, text by text."""
    for one in checked:
        if one.overturned:
            names = sorted({_judge(ruled) for ruled in one.overturned.values()})
            count = len(one.overturned)
            noun = "passage" if count == 1 else "passages"
            yield Missing(f"Mend {count} {noun} that {' and '.join(names)} sent back", one.field)


def _judge(dismissal: Dismissal) -> str:
    return dismissal.judged_by.short_name if dismissal.judged_by else "the privacy officer"


def _network_lines(content: Content, accounts: Sequence[Account]) -> list[Missing]:
    """Say what the networks would refuse; what several of them would say alike is said once."""
    names = names_of(accounts)
    lines = [*_link_lines(content), *_connection_lines(accounts, names)]
    for account in accounts:
        lines += _refusals(content, account, names[account.pk])
    return lines


def _refusals(content: Content, account: Account, name: str) -> Iterator[Missing]:
    """Say what one network would refuse, part by part."""
    outgoing = parts(content, account)
    thread = sum(part.action is Action.PUBLISH for part in outgoing) > 1
    own = f"version-{account.pk}" if account.pk in content.versions else "text"
    for number, part in enumerate(outgoing):
        field, what = own, f"part {number + 1}" if thread else "the text"
        if part.action is Action.REPLY:
            field, what = "first_comment", "the first comment"
        sent = as_part(part.payload, later=number > 0)
        for problem in problems(account.network, sent, account.settings):
            yield _problem_line(problem, field, f"{what} for {name}")


def _problem_line(problem: channels.Problem, field: str, what: str) -> Missing:
    if problem.field != "text":
        return Missing(problem.message.rstrip("."), "pictures")
    if not problem.amount:
        return Missing("Write the text", field)
    return Missing(f"Shorten {what} by {problem.amount:,}", field)


def _consent_lines(
    content: Content, accounts: Sequence[Account], relied: Sequence[Reliance]
) -> Iterator[Missing]:
    """Say which consents do not cover an account, and why; each reason once."""
    names = names_of(accounts)
    known = {one.authorization.pk for one in relied}
    if not known.issuperset(content.relied_on):
        yield Missing("Take out the consent that is not there any more", "consents")
    for one in relied:
        said = {defect.text for defect in one.form}
        for text in sorted(said):
            yield Missing(f"{one.authorization.reference}: {text.rstrip('.')}", "consents")
        for account in accounts:
            for defect in one.against[account.pk]:
                if defect.text not in said:
                    lead = f"{one.authorization.reference} on {names[account.pk]}"
                    yield Missing(f"{lead}: {defect.text.rstrip('.')}", "consents")
        if one.is_untold(content):
            lead = f"{one.authorization.reference} got something for it"
            yield Missing(f"{lead}: say so at the start, for example “Paid testimonial”", "text")
    if relied and all(one.covers(account.pk for account in accounts) for one in relied):
        yield Missing("Every consent covers where it goes", "consents", done=True)


def _link_lines(content: Content) -> list[Missing]:
    if not content.link or [link.value for link in links(content.link)] == [content.link]:
        return []
    return [Missing("Mend the link: a web address begins with https://", "link")]


def _connection_lines(accounts: Sequence[Account], names: Mapping[int, str]) -> list[Missing]:
    return [
        Missing(f"{names[account.pk]} is disconnected: connect it again or leave it out", "where")
        for account in accounts
        if account.health == account.Health.DISCONNECTED
    ]


def _place_line(accounts: Sequence[Account]) -> Missing:
    if not accounts:
        return Missing("Choose where it goes", "where")
    return Missing("It knows where it goes", "where", done=True)


def _pictures_line(content: Content) -> Missing:
    silent = [n for n, picture in enumerate(content.pictures) if not picture.alt.strip()]
    films = {picture.is_video for picture in content.pictures}
    each = "picture and video" if len(films) > 1 else "video" if True in films else "picture"
    if silent:
        return Missing(f"Describe every {each} in words", f"alt-{silent[0]}")
    return Missing(f"Every {each} is described", "pictures", done=True)


def _held_lines(content: Content, grounds: Grounds) -> Iterator[Missing]:
    """Say which pictures may not go out as they are, and why."""
    several = len(content.pictures) > 1
    for number, reasons in grounds.against.items():
        for reason in reasons:
            called = "Video" if content.pictures[number].is_video else "Picture"
            lead = f"{called} {number + 1}: " if several else f"{called}: "
            yield Missing(lead + reason.rstrip("."), "pictures")


def _time_line(publish_at: datetime | None) -> Missing:
    if publish_at is None:
        return Missing("Give it a date, or leave it for after approval", "when", stops=False)
    if publish_at <= timezone.now():
        return Missing("Its time has passed: give it a new one", "when", stops=False)
    return Missing("It has a date", "when", stops=False, done=True)


def as_part(payload: Payload, *, later: bool = False) -> channels.Part:
    """
    Return a part as the offline checks of a network need it: sizes without the bytes.

    `later` parts follow another one: a link of a thread, a first comment.
    """
    return channels.Part(
        text=payload.text,
        key="",
        created_at=timezone.now(),
        language=payload.language,
        parent=channels.Ref(id="", url="") if later else None,
        pictures=tuple(map(sketch, payload.pictures)),
    )
