"""
One test for each fault that was measured in a comparable product.

Workers that die in the middle are killed for real in `tests/crashes`, pages are looked at by axe in
`tests/journeys`; here stands what can be shown of these without either.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from datetime import timedelta
from functools import partial
from uuid import uuid4

import psutil
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from tests.contracts.controls import nameless
from tests.contracts.filling import fill
from tests.contracts.tree import files, text_of

from bedside.channels.connection import Connected
from bedside.channels.practice.moods import Doing, Mood
from bedside.guard.images.tests.pictures import drawing, encoded
from bedside.library.tests.settling import settle
from bedside.library.verbs import add_picture
from bedside.outbox import reconciling, tasks
from bedside.outbox.accounts import keep_account
from bedside.outbox.models import Attempt, Delivery
from bedside.outbox.payload import PictureRef
from bedside.outbox.sending import claim, deliver
from bedside.outbox.verbs import NotPossible
from bedside.posts import verbs as posts
from bedside.posts.composing.form import LONGEST_TEXT
from bedside.posts.content import Content
from bedside.posts.models import Note, Post
from bedside.posts.readiness import NotReady
from bedside.posts.states import State
from bedside.work.clock import TICK
from bedside.work.models import Worker
from bedside.work.queries import DEAD_AFTER

pytestmark = pytest.mark.django_db

TEXT = "Flu shots are here. Walk in any Saturday, 8 to 12."
LISTS = (
    "web:today",
    "posts:calendar",
    "posts:approvals",
    "outbox:deliveries",
    "web:records",
    "library:index",
)
HEAVIEST = 60_000
"""Bytes of HTML."""


@pytest.fixture
def plan(bob, nora, account):
    """Return a function that plans an approved post, due now, and returns its deliveries."""

    def planned(text=TEXT, where=account, **more):
        post = posts.start_draft(by=bob, content=Content(text=text, accounts=(where.pk,), **more))
        posts.submit(by=bob, post=post)
        posts.approve(by=nora, post=post, revision=1)
        posts.publish_now(by=bob, post=post)
        return list(Delivery.objects.filter(subject=post.subject).order_by("part"))

    return planned


@pytest.fixture
def kids(alice, network, account):
    """A second account on the same network."""
    opened = network.open_account("kids", "Cedar Hollow Kids")
    connected = Connected(
        opened.handle, "practice", opened.handle, {"token": opened.token}, account.settings
    )
    return keep_account(by=alice, network="practice", connected=connected)


@pytest.fixture
def many(alice, bob, account):
    """Return a function that fills the current month with so many more posts, each delivered."""
    return partial(fill, author=bob, account=account)


def to(view, **more):
    return reverse(view, kwargs={"slug": "cedar-hollow-family-clinic", **more})


def state_of(delivery):
    delivery.refresh_from_db()
    return delivery.state


def dead_worker():
    seen = timezone.now() - timedelta(seconds=DEAD_AFTER + 1)
    return Worker.objects.create(
        id=uuid4(), kind=Worker.Kind.ENGINE, host="gone", pid=1, started_at=seen, seen_at=seen
    )


# A worker dies


@pytest.mark.parametrize(
    ("held", "freed"), [("claimed", "planned"), ("staging", "planned"), ("sending", "unknown")]
)
def test_nothing_stays_stuck_after_its_worker_died(plan, held, freed):
    [delivery] = plan()
    Delivery.objects.update(state=held, worker=dead_worker().pk, claim="gone")
    assert reconciling.reap(timezone.now()) == 1
    assert state_of(delivery) == freed


def test_another_worker_goes_on_within_seconds(plan, network):
    [held] = plan()
    claim(held.pk, timezone.now())
    Delivery.objects.update(worker=dead_worker().pk)
    [other] = plan("Another post about hand washing.")
    assert tasks.wake_due(timezone.now()) == 1
    deliver(other.pk)
    tasks.reap(timezone.now())
    deliver(held.pk)
    assert [state_of(other), state_of(held)] == ["live", "live"]
    assert DEAD_AFTER < 10


def test_whether_something_was_sent_is_written_down_before_it_is_sent(plan, network):
    [delivery] = plan()
    network.feel(Mood.CUT)
    deliver(delivery.pk)
    attempt = Attempt.objects.get()
    [post] = network.timeline("cedarhollow")
    assert attempt.started_at <= post.received_at
    assert attempt.payload_hash == delivery.payload_hash


def test_a_person_sees_what_was_tried_and_what_was_not(client, bob, plan, network):
    client.force_login(bob.user)
    [waiting] = plan("Another post about hand washing.")
    [lost] = plan()
    network.feel(Mood.CUT)
    deliver(lost.pk)
    pages = [
        client.get(to("outbox:delivery", pk=one.pk)).content.decode() for one in (lost, waiting)
    ]
    assert "No clear answer came." in pages[0]
    assert "Nothing was tried yet." in pages[1]


def test_an_answer_that_never_came_makes_no_second_copy(plan, network):
    [delivery] = plan()
    network.feel(Mood.CUT)
    deliver(delivery.pk)
    deliver(delivery.pk)
    assert tasks.wake_due(timezone.now()) == 0
    Delivery.objects.update(wake_at=timezone.now())
    reconciling.look(delivery.pk)
    assert state_of(delivery) == "live"
    assert len(network.timeline("cedarhollow")) == 1


# Much is due, or the network is unwell


def test_an_account_that_is_to_be_quiet_is_not_asked_before_its_time(plan, network):
    first, second = plan()[0], plan("Another post about hand washing.")[0]
    network.feel(Mood.LIMIT, seconds=120)
    deliver(first.pk)
    assert tasks.wake_due(timezone.now() + timedelta(seconds=100)) == 0
    deliver(second.pk)
    assert Attempt.objects.count() == 1
    assert tasks.wake_due(timezone.now() + timedelta(seconds=125)) == 2


def test_posts_that_fail_take_no_place_from_good_ones(plan, network, kids):
    bad = [plan(f"{TEXT} Poster {number}.")[0] for number in range(10)]
    good = [plan(f"{TEXT} Flyer {number}.", kids)[0] for number in range(5)]
    network.feel(Mood.DOWN, handle="cedarhollow", times=None)
    assert tasks.wake_due(timezone.now()) == 15
    for delivery in (*bad, *good):
        deliver(delivery.pk)
    assert {state_of(delivery) for delivery in good} == {"live"}
    assert {state_of(delivery) for delivery in bad} == {"planned"}
    assert tasks.wake_due(timezone.now()) == 0


def test_a_network_that_is_away_for_a_while_fails_no_post(plan, network, account):
    [delivery] = plan()
    network.feel(Mood.DOWN, doing=Doing.SEND, times=8)
    for _ in range(9):
        type(account).objects.update(wait_until=None)
        Delivery.objects.update(wake_at=timezone.now())
        deliver(delivery.pk)
    assert state_of(delivery) == "live"
    assert len(network.timeline("cedarhollow")) == 1


def test_a_tick_takes_everything_that_is_due(many):
    many(200)
    now = timezone.now()
    Delivery.objects.update(
        state="planned", wake_at=now, miss_at=now + timedelta(hours=1), live_at=None
    )
    assert tasks.wake_due(now) == 200
    assert TICK <= 1


# Pages


@pytest.mark.parametrize("view", LISTS)
def test_ten_times_the_posts_cost_no_more_queries_and_no_heavy_page(client, alice, many, view):
    client.force_login(alice.user)
    many(50)
    with CaptureQueriesContext(connection) as few:
        client.get(to(view))
    many(450)
    with CaptureQueriesContext(connection) as lots:
        large = client.get(to(view)).content
    assert len(lots) <= len(few) + 1
    assert len(large) < HEAVIEST


def test_what_waits_is_counted_no_further_than_anybody_reads(client, alice, many):
    client.force_login(alice.user)
    many(420)
    page = client.get(to("posts:approvals")).content.decode()
    assert "waiting for you: </span>99+" in page
    assert "The others follow as you decide." in page


def test_dates_are_looked_up_as_they_are_stored(client, alice, many):
    client.force_login(alice.user)
    many(5)
    with CaptureQueriesContext(connection) as captured:
        client.get(to("posts:calendar"))
    filters = [one["sql"].partition(" WHERE ")[2].lower() for one in captured.captured_queries]
    computed = re.compile(r"cast|coalesce|time zone|::date|django_datetime")
    assert any("publish_at" in one for one in filters)
    assert [one for one in filters if "publish_at" in one and computed.search(one)] == []


@pytest.mark.parametrize("view", [*LISTS, "posts:new", "orgs:settings", "outbox:networks"])
def test_looking_at_a_page_writes_nothing(client, alice, many, view):
    client.force_login(alice.user)
    many(5)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(to(view)).status_code == 200
    kinds = {one["sql"].lstrip("(").split()[0] for one in captured.captured_queries}
    assert kinds <= {"SELECT", "SAVEPOINT", "RELEASE"}


@pytest.mark.parametrize("view", [*LISTS, "posts:new", "orgs:settings", "outbox:networks"])
def test_every_control_has_a_name_and_none_stands_in_another(client, alice, many, view):
    client.force_login(alice.user)
    many(5)
    assert nameless(client.get(to(view)).content.decode()) == []


def test_the_list_of_deliveries_goes_on_to_the_last_one(client, alice, many):
    client.force_login(alice.user)
    many(130)
    address, seen = to("outbox:deliveries"), []
    for _ in range(4):
        page = client.get(address).content.decode()
        seen += re.findall(r'<th scope="row"><a href="[^"]*/deliveries/(\d+)/"', page)
        following = re.findall(r'rel="next" href="[^"?]*(\?[^"]*)"', page)
        address = to("outbox:deliveries") + "".join(following).replace("&amp;", "&")
    assert following == []
    assert sorted(map(int, seen)) == sorted(Delivery.objects.values_list("pk", flat=True))


def test_no_page_asks_another_host_for_anything(client, alice):
    sources = [
        file
        for file in files()
        if file.suffix in {".html", ".css", ".js", ".svg"} and "tests" not in file.parts
    ]
    loads = re.compile(
        r"""(?:src|href|action)=["'](?:https?:)?//|url\(["']?(?:https?:)?//"""
        r"""|(?:from|import|fetch\()\s*["'](?:https?:)?//|@import"""
    )
    assert len(sources) > 100
    assert [str(file) for file in sources if loads.search(text_of(file)) and not own(file)] == []
    client.force_login(alice.user)
    policy = client.get(to("web:today"))["Content-Security-Policy"]
    allowed = set(policy.replace(";", " ").split()) - {"blob:", "data:"}
    assert [one for one in allowed if "." in one or "*" in one or one.endswith(":")] == []


def own(file):
    """`@import` of our own parts is put together when the page's style is built."""
    return file.suffix == ".css" and not re.search(r"@import[^;]*//", text_of(file))


# Words


def test_text_that_is_too_long_is_refused_and_never_cut(client, bob, account):
    client.force_login(bob.user)
    long = "Wash your hands. " * (LONGEST_TEXT // 17 + 1)
    form = {"text": long, "accounts": [account.pk]}
    answer = client.post(to("posts:new"), form)
    assert answer.status_code == 422
    assert long in answer.content.decode()
    assert Post.objects.count() == 0


def test_text_that_a_network_would_not_take_is_not_handed_in(bob, account):
    post = posts.start_draft(by=bob, content=Content("Wash your hands. " * 200, (account.pk,)))
    with pytest.raises(NotReady) as waiting:
        posts.submit(by=bob, post=post)
    assert "Shorten" in waiting.value.missing[0].text
    assert post.revisions.get().words.text == "Wash your hands. " * 200


def test_a_note_that_is_too_long_is_refused_and_never_cut(bob):
    post = posts.start_draft(by=bob, content=Content(TEXT))
    with pytest.raises(NotPossible):
        posts.add_note(by=bob, post=post, text="n" * 2001)
    assert Note.objects.count() == 0


def test_the_description_of_a_picture_is_sent_with_it(plan, bob, network):
    asset = settle(bob, add_picture(by=bob, name="lamp.jpg", content=encoded(drawing())))
    picture = PictureRef(
        asset.sha256, asset.mime, asset.width, asset.height, asset.size, "A lamp in the dark."
    )
    [delivery] = plan(pictures=(picture,))
    deliver(delivery.pk)
    [post] = network.timeline("cedarhollow")
    assert [shown.alt for shown in post.pictures] == ["A lamp in the dark."]


# Approval


def test_an_edit_takes_the_approval_away_and_stops_what_was_planned(plan, bob, network, account):
    [delivery] = plan()
    post = Post.objects.get()
    posts.save_draft(by=bob, post=post, content=Content("Other words.", (account.pk,)), base=1)
    deliver(delivery.pk)
    post.refresh_from_db()
    assert (state_of(delivery), post.state) == ("cancelled", "draft")
    assert network.timeline("cedarhollow") == []


@pytest.mark.parametrize("role", ["alice", "nora"])
def test_nobody_approves_what_they_wrote(request, bob, account, role):
    author = request.getfixturevalue(role)
    post = posts.start_draft(by=author, content=Content(TEXT, (account.pk,)))
    posts.submit(by=author, post=post)
    with pytest.raises(NotPossible, match="You wrote"):
        posts.approve(by=author, post=post, revision=1)
    post.refresh_from_db()
    assert post.state == State.REVIEW


# Starting


def test_one_command_starts_everything_and_one_signal_ends_it(tmp_path):
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    running = subprocess.Popen(
        [sys.executable, "-m", "bedside.suite.cli", "run", "--port", "0", "--no-demo"],
        env={
            **kept,
            "BEDSIDE_DATA": str(tmp_path / "data"),
            "DJANGO_SETTINGS_MODULE": "bedside.suite.settings.base",
        },
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    with running:
        assert any("is ready" in line for line in running.stdout)
        family = psutil.Process(running.pid).children(recursive=True)
        assert {os.getpgid(one.pid) for one in family} == {running.pid}
        os.killpg(running.pid, signal.SIGTERM)
        assert running.wait(timeout=12) == 0
    assert [one for one in family if one.is_running()] == []
