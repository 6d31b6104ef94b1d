"""A warning may stand, with a reason: exactly these words of this version, until overturned."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from bedside.guard import Draft, check
from bedside.orgs.permissions import ALLOWED, Role, Verb
from bedside.outbox.sending import deliver
from bedside.outbox.verbs import NotPossible
from bedside.posts import dismissing, verbs
from bedside.posts.composing.marks import spot_of
from bedside.posts.composing.page import newest_revision
from bedside.posts.content import Content
from bedside.posts.models import Post
from bedside.posts.readiness import NotReady
from bedside.posts.verbs import SavedElsewhere
from bedside.records.queries import body, timeline
from bedside.rulebook import verbs as rulebook
from bedside.rulebook.models import Choice, Dismissal, Hits
from bedside.rulebook.queries import digest_of
from bedside.rulebook.verbs import ChangedMeanwhile, NotAllowed

pytestmark = pytest.mark.django_db
LOUD = "The fair is on Saturday!!! Our relay team runs at noon."
NOTE = "Their banner says it like this."
STOPPED = "Our 97-year-old patient walked home today."


class Desk:
    """A post of Bob's with a warning in it, and what people do with that."""

    def __init__(self, bob, account, text=LOUD):
        self.bob = bob
        content = Content(text=text, accounts=(account.pk,))
        self.post = verbs.start_draft(by=bob, content=content)

    @property
    def revision(self):
        return newest_revision(self.bob, self.post.pk)

    @property
    def open(self):
        """The codes of the warnings that stand."""
        return [one.finding.code for one in dismissing.warnings_of(self.bob, self.revision)]

    def warning(self, code="T002"):
        found = dismissing.warnings_of(self.bob, self.revision)
        return next(one for one in found if one.finding.code == code)

    def dismiss(self, by=None, code="T002", reason="quoted", note=NOTE):
        found = self.warning(code)
        return dismissing.dismiss(by=by or self.bob, found=found, reason=reason, note=note)

    def write(self, text, **more):
        revision = self.revision
        content = revision.words.with_text(text)
        verbs.save_draft(by=self.bob, post=self.post, content=content, base=revision.number, **more)

    def state(self):
        self.post.refresh_from_db()
        return self.post.state


@pytest.fixture
def desk(bob, account):
    return Desk(bob, account)


def test_a_dismissed_warning_is_quiet(desk):
    assert desk.open == ["T002"]
    desk.dismiss()
    assert desk.open == []


def test_a_post_whose_warnings_are_all_dismissed_is_clear_to_its_approver(desk, bob):
    desk.dismiss()
    verbs.submit(by=bob, post=desk.post)
    desk.post.refresh_from_db()
    assert desk.post.verdict == "clear"


def test_what_must_change_cannot_be_dismissed(bob, account):
    desk = Desk(bob, account, STOPPED)
    stops = [one for one in check(Draft(STOPPED)).findings if one.severity == "error"]
    assert stops != []
    spots = [spot_of(finding) for finding in stops]
    assert {dismissing.warned(bob, desk.revision, "text", spot) for spot in spots} == {None}


def test_a_warning_that_became_an_error_is_no_longer_quiet(desk, bob, nora):
    desk.dismiss()
    rulebook.set_rule(by=nora, code="T002", choice=Choice.ERROR, note="Calm.", base=None)
    with pytest.raises(NotReady):
        verbs.submit(by=bob, post=desk.post)


@pytest.mark.parametrize("spot", ["T002-0-3", "T002-24-26", "A005-24-27", "T002", "", "T002-a-b"])
def test_a_spot_where_nothing_is_found_cannot_be_dismissed(desk, bob, spot):
    assert dismissing.warned(bob, desk.revision, "text", spot) is None
    assert dismissing.warned(bob, desk.revision, "link", "T002-24-27") is None


@pytest.mark.parametrize(
    ("text", "open_again"),
    [
        ("The fair is on Saturday!!! Our relay team runs at two.", []),
        ("So: the fair is on Saturday!!! Our relay team runs at noon.", []),
        ("The fair is on Saturday!!!! Our relay team runs at noon.", ["T002"]),
        ("The fair is on Saturday!!! Our relay team runs at noon!!!", ["T002"]),
    ],
    ids=["changed elsewhere", "moved", "the stretch itself", "a second one alike"],
)
def test_a_dismissal_covers_exactly_its_stretch(desk, text, open_again):
    desk.dismiss()
    desk.write(text)
    assert desk.revision.number == 1
    assert desk.open == open_again


def test_a_dismissal_covers_its_version_only(desk):
    desk.dismiss()
    desk.write("The fair is on Saturday!!! Our relay team runs at two.", as_new=True)
    assert desk.revision.number == 2
    assert desk.open == ["T002"]


def test_the_reason_of_an_earlier_version_need_not_be_typed_again(desk, bob):
    first = desk.dismiss()
    desk.write("The fair is on Saturday!!! Our relay team runs at two.", as_new=True)
    found = dismissing.warned(bob, desk.revision, "text", "T002-23-26")
    assert found is not None
    assert found.before == first


def test_a_dismissal_covers_its_rule_only(bob, account):
    desk = Desk(bob, account, "Click here!!! Our relay team runs at noon.")
    assert sorted(desk.open) == ["A005", "T002"]
    desk.dismiss(code="A005")
    assert desk.open == ["T002"]


def test_a_dismissal_of_another_post_does_not_count(desk, bob, account):
    desk.dismiss()
    assert Desk(bob, account).open == ["T002"]
    copy = verbs.duplicate(by=bob, post=desk.post)
    found = dismissing.warnings_of(bob, newest_revision(bob, copy.pk))
    assert [one.finding.code for one in found] == ["T002"]


@pytest.mark.parametrize(("reason", "note"), [("quoted", " "), ("", NOTE), ("because", NOTE)])
def test_a_dismissal_needs_reason_and_words(desk, reason, note):
    with pytest.raises(NotAllowed):
        desk.dismiss(reason=reason, note=note)
    assert not Dismissal.objects.exists()


def test_a_dismissal_is_recorded_without_its_words(desk, clinic, bob):
    desk.dismiss()
    [event] = [e for e in timeline(clinic.pk, desk.post.subject) if e.verb == "finding.dismissed"]
    assert event.actor == f"user:{bob.user_id}"
    assert (event.facts["rule"], event.facts["number"]) == ("T002", 1)
    assert "!!!" not in str(event.facts)
    assert event.facts["bodies"] == [digest_of(NOTE)]
    assert body(clinic.pk, digest_of(NOTE)) == NOTE.encode()


def test_the_check_that_is_recorded_tells_what_was_dismissed(desk, bob, clinic):
    desk.dismiss()
    verbs.submit(by=bob, post=desk.post)
    [check] = [e for e in timeline(clinic.pk, desk.post.subject) if e.verb == "guard.checked"]
    assert (check.facts["codes"], check.facts["dismissed"]) == (["T002"], ["T002"])


def test_the_same_twice_is_one_dismissal(desk, bob):
    found = desk.warning()
    for _ in range(2):
        dismissing.dismiss(by=bob, found=found, reason="quoted", note=NOTE)
    assert Dismissal.objects.count() == 1


def test_words_that_were_written_over_meanwhile_are_not_dismissed(desk, bob):
    found = desk.warning()
    desk.write("The fair is on Saturday!!! Come.")
    with pytest.raises(SavedElsewhere):
        dismissing.dismiss(by=bob, found=found, reason="quoted", note=NOTE)


def test_while_others_decide_nothing_is_dismissed(desk, bob):
    verbs.submit(by=bob, post=desk.post)
    with pytest.raises(NotPossible):
        desk.dismiss()


def test_a_writer_takes_a_dismissal_back(desk, bob):
    dismissal = desk.dismiss()
    assert dismissing.take_back(by=bob, post=desk.post, dismissal=dismissal)
    assert desk.open == ["T002"]
    assert not dismissing.take_back(by=bob, post=desk.post, dismissal=dismissal)
    desk.dismiss()
    assert desk.open == []


@pytest.mark.parametrize("role", sorted(ALLOWED[Verb.WRITE]))
def test_whoever_writes_may_dismiss(desk, nora, role):
    nora.role = role
    assert desk.dismiss(by=nora).by_id == nora.user_id


@pytest.mark.parametrize("role", sorted(set(Role) - ALLOWED[Verb.WRITE]))
def test_nobody_else_dismisses_or_takes_back(desk, nora, role):
    dismissal = desk.dismiss()
    nora.role = role
    with pytest.raises(PermissionDenied):
        dismissing.take_back(by=nora, post=desk.post, dismissal=dismissal)
    dismissing.take_back(by=desk.bob, post=desk.post, dismissal=dismissal)
    with pytest.raises(PermissionDenied):
        desk.dismiss(by=nora)


@pytest.mark.parametrize("role", sorted(ALLOWED[Verb.SET_RULES]))
@pytest.mark.parametrize("judge", [rulebook.agree, rulebook.overturn])
def test_whoever_sets_rules_judges(desk, nora, role, judge):
    dismissal = desk.dismiss()
    nora.role = role
    judge(by=nora, dismissal=dismissal)
    dismissal.refresh_from_db()
    assert dismissal.judged_by_id == nora.user_id


@pytest.mark.parametrize("role", sorted(set(Role) - ALLOWED[Verb.SET_RULES]))
@pytest.mark.parametrize("judge", [rulebook.agree, rulebook.overturn])
def test_nobody_else_judges(desk, nora, role, judge):
    dismissal = desk.dismiss()
    nora.role = role
    with pytest.raises(PermissionDenied):
        judge(by=nora, dismissal=dismissal)
    dismissal.refresh_from_db()
    assert dismissal.state == "waiting"


def test_nobody_judges_their_own(desk, nora, alice):
    dismissal = desk.dismiss(by=nora)
    with pytest.raises(NotAllowed, match="somebody else"):
        rulebook.agree(by=nora, dismissal=dismissal)
    rulebook.agree(by=alice, dismissal=dismissal)


def test_an_agreement_changes_nothing_for_the_post(desk, bob, nora, clinic):
    rulebook.agree(by=nora, dismissal=desk.dismiss(), answer="Fine.")
    assert desk.open == []
    verbs.submit(by=bob, post=desk.post)
    events = [event.verb for event in timeline(clinic.pk, desk.post.subject)]
    assert "dismissal.agreed" in events


def test_what_was_overturned_stands_again_and_must_be_mended(desk, bob, nora):
    rulebook.overturn(by=nora, dismissal=desk.dismiss(), answer="Calmly, please.")
    with pytest.raises(NotReady) as waiting:
        verbs.submit(by=bob, post=desk.post)
    assert [line.text for line in waiting.value.missing] == ["Mend 1 passage that Nora sent back"]
    desk.write("The fair is on Saturday. Our relay team runs at noon.")
    verbs.submit(by=bob, post=desk.post)


def test_what_was_overturned_cannot_be_dismissed_in_a_later_version(desk, bob, nora):
    rulebook.overturn(by=nora, dismissal=desk.dismiss())
    desk.write("The fair is on Saturday!!! Our relay team runs at two.", as_new=True)
    with pytest.raises(NotAllowed, match="overturned"):
        desk.dismiss()
    with pytest.raises(NotReady):
        verbs.submit(by=bob, post=desk.post)


def test_overturning_locks_the_approval_of_what_is_in_review(desk, bob, nora):
    dismissal = desk.dismiss()
    verbs.submit(by=bob, post=desk.post)
    rulebook.overturn(by=nora, dismissal=dismissal)
    desk.post.refresh_from_db()
    assert desk.post.verdict == "block"
    with pytest.raises(NotReady):
        verbs.approve(by=nora, post=desk.post, revision=1)
    verbs.ask_for_changes(by=nora, post=desk.post, comment="Calmly, please.")
    assert desk.state() == "changes"


@pytest.fixture
def planned(desk, bob, nora):
    """Approved with its warning dismissed, and planned for tomorrow."""
    dismissal = desk.dismiss()
    tomorrow = timezone.now() + timedelta(days=1)
    verbs.schedule(by=bob, post=desk.post, at=tomorrow)
    verbs.submit(by=bob, post=desk.post)
    verbs.approve(by=nora, post=desk.post, revision=1)
    assert desk.state() == "scheduled"
    return dismissal


def test_overturning_takes_the_approval_away_and_stops_what_is_planned(
    desk, planned, nora, network, clinic
):
    rulebook.overturn(by=nora, dismissal=planned)
    assert desk.state() == "changes"
    [delivery] = desk.post.organisation.deliveries.all()
    assert delivery.state == "cancelled"
    deliver(delivery.pk)
    assert network.timeline("cedarhollow") == []
    events = [event.verb for event in timeline(clinic.pk, desk.post.subject)]
    assert {"dismissal.overturned", "post.approval_voided", "delivery.cancelled"} <= set(events)


def test_what_is_out_stays_out_and_its_dismissal_is_still_judged(desk, planned, bob, nora, network):
    verbs.publish_now(by=bob, post=desk.post)
    delivery = desk.post.organisation.deliveries.get(state="planned")
    deliver(delivery.pk)
    assert desk.state() == "live"
    rulebook.overturn(by=nora, dismissal=planned)
    assert desk.state() == "live"
    assert desk.post.decisions.get(kind="approved").void_at is None
    planned.refresh_from_db()
    assert planned.state == "overturned"


def test_a_judgement_can_be_changed_once_each_way(desk, nora, alice):
    dismissal = desk.dismiss()
    rulebook.overturn(by=nora, dismissal=dismissal)
    with pytest.raises(ChangedMeanwhile):
        rulebook.overturn(by=alice, dismissal=dismissal)
    rulebook.agree(by=alice, dismissal=dismissal)
    assert desk.open == []


def test_a_refused_handing_in_is_counted_too(bob, account, clinic):
    desk = Desk(bob, account, STOPPED)
    with pytest.raises(NotReady):
        verbs.submit(by=bob, post=desk.post)
    assert Hits.objects.get(organisation=clinic, code="P014").count == 1
    assert desk.state() == "draft"


def test_charlie_can_neither_dismiss_nor_judge(desk, charlie):
    found = desk.warning()
    dismissal = desk.dismiss()
    with pytest.raises(Post.DoesNotExist):
        dismissing.dismiss(by=charlie, found=found, reason="quoted", note=NOTE)
    with pytest.raises(Post.DoesNotExist):
        dismissing.take_back(by=charlie, post=desk.post, dismissal=dismissal)
    with pytest.raises(Dismissal.DoesNotExist):
        rulebook.overturn(by=charlie, dismissal=dismissal)
