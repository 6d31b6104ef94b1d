"""
A whole working day with planted words, none of which may be found where strangers can read.

Planted are names, numbers and words of posts, pictures, notes and searches. Afterwards everything
that leaves the pages is searched: logs at their most talkative, mails, addresses, error pages.
"""

from __future__ import annotations

import io
import json
import re

import pytest
from django.conf import settings
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import include, path, reverse
from django.utils import timezone
from PIL import Image

from bedside.channels.connecting import connect
from bedside.channels.connection import Connected
from bedside.channels.practice.moods import Doing, Mood
from bedside.conftest import PASSWORD
from bedside.library.models import Asset
from bedside.library.tests.settling import seen
from bedside.outbox import reconciling, sending
from bedside.outbox.accounts import keep_account
from bedside.outbox.models import Delivery
from bedside.posts.models import Post
from bedside.rulebook.models import Dismissal
from bedside.suite import logs
from bedside.work.clock import Clock
from bedside.work.sources import Source

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]

PLANTED = (
    "Quillonbrook",  # the writer
    "Wexmoor",  # the privacy officer
    "Glockenspiel",  # somebody who is invited
    "Blythewick",  # a patient
    "555-013-7788",
    "marzipan",  # the title
    "kumquat",  # the text
    "tangelo",  # an own version of the text
    "tambourine",  # a description of a picture
    "zeppelin",  # the name of a file
    "periwinkle",  # a first comment
    "harpsichord",  # a link
    "gondola",  # a note
    "xylophone",  # a reviewer's comment
    "trombone",  # a search
    "bassoon",  # a reason for dismissing a warning
    "ocarina",  # the answer to it
    "theremin",  # a note about a rule
    "dulcimer",  # a search for rules
)
TEXT = "Kumquats are at the front desk all week. Take one, they are free."
OWN = "Tangelos are at the front desk all week. Take one, they are free."
LINK = "https://cedarhollow.example/harpsichord"
"""What the post itself leads to: where it stands, it stands as its own words."""
BLOCKED = "Mrs. Blythewick came in on Tuesday. Call her: 555-013-7788."
ERRORS = {400, 403, 404, 405, 413, 500}
LEADS = ("Location", "HX-Redirect", "HX-Location", "HX-Push-Url", "Content-Disposition")
"""Headers that hold an address or a name of a file."""


def broken(request):
    """Fail as badly as a view can, with everything in the message."""
    raise RuntimeError(f"{Post.objects.latest('pk').title}: {BLOCKED} {TEXT}")


urlpatterns = [path("broken/", broken), path("", include("bedside.suite.urls"))]


class Witness:
    """Goes through pages as people do, and keeps what strangers may read of them."""

    def __init__(self):
        self.addresses, self.errors, self.pages = [], [], []

    def browser(self, member=None, **options):
        """Return a browser, signed in if there is a member."""
        client = Client(raise_request_exception=False, **options)
        forms = [{"login": one.user.email, "password": PASSWORD} for one in [member] if one]
        [self.keep(client.post(reverse("account_login"), form)) for form in forms]
        return client

    def keep(self, answer):
        """Keep addresses that Bedside made, and the page under what it is."""
        streamed = answer.streaming
        text = (answer.getvalue() if streamed else answer.content).decode(errors="replace")
        asked = answer.request
        self.addresses += [asked["PATH_INFO"], asked.get("QUERY_STRING", "")]
        self.addresses += [answer.headers.get(name, "") for name in LEADS]
        led_to = re.findall(r'\s(?:href|src|action|formaction)="([^"]*)"', text)
        self.addresses += [address for address in led_to if not address.startswith(LINK)]
        (self.errors if answer.status_code in ERRORS else self.pages).append(text)
        return answer

    def get(self, client, address, **more):
        return self.keep(client.get(address, **more))

    def post(self, client, address, form=None, **more):
        return self.keep(client.post(address, form or {}, **more))

    def json(self, client, address, sent):
        return self.keep(client.post(address, json.dumps(sent), content_type="application/json"))


@pytest.fixture
def talkative(capfd):
    """Log everything, also every statement of SQL, until the test is over."""
    logs.configure({"level": "DEBUG"})
    with CaptureQueriesContext(connection):
        yield capfd
    logs.configure(settings.LOGGING)


@pytest.fixture
def witness():
    return Witness()


@pytest.fixture
def desk(alice, bob, nora, network, tmp_path, monkeypatch):
    """Cedar Hollow with people of planted names, and an account on its practice network."""
    monkeypatch.setenv("BEDSIDE_PRACTICE", str(tmp_path / "practice.sqlite3"))
    for member, name in ((bob, "Bob Quillonbrook"), (nora, "Nora Wexmoor")):
        member.user.name = name
        member.user.save()
    connected = connect("practice", {"handle": "cedarhollow", "name": "Cedar Hollow"})
    assert isinstance(connected, Connected)
    return keep_account(by=alice, network="practice", connected=connected)


def to(view, **more):
    return reverse(view, kwargs={"slug": "cedar-hollow-family-clinic", **more})


def picture():
    out = io.BytesIO()
    Image.new("RGB", (400, 300), "#2a6f63").save(out, "JPEG")
    return SimpleUploadedFile("zeppelin.jpg", out.getvalue(), "image/jpeg")


def write(witness, browser, account):
    """Write with findings, mend them, describe a picture, talk about it; return the post."""
    witness.get(browser, to("posts:new"))
    witness.json(browser, to("posts:check"), {"text": BLOCKED, "accounts": [account.pk]})
    begun = witness.json(browser, to("posts:new"), {"title": "Marzipan", "text": BLOCKED}).json()
    witness.post(browser, to("posts:submit", pk=begun["post"]))
    added = witness.keep(
        browser.post(
            to("library:add"), {"pictures": picture()}, headers={"accept": "application/json"}
        )
    ).json()["added"][0]
    seen(Asset.objects.get(pk=added["pk"]))
    answer = {"do": "answer", "recognisable": "no"}
    witness.post(browser, to("library:decide", pk=added["pk"]), answer)
    witness.get(browser, to("library:edit", pk=added["pk"]))
    words = {
        "text": TEXT,
        "versions": {str(account.pk): OWN},
        "accounts": [account.pk],
        "pictures": [{"sha256": added["sha256"], "alt": "A child plays the tambourine."}],
        "first_comment": "Periwinkles will be there in spring.",
        "link": LINK,
        "campaign": "fruit",
        "base": begun["number"],
    }
    assert witness.json(browser, begun["save"], words).status_code == 200
    witness.json(browser, begun["save"], {**words, "text": "Kumquats again.", "base": 7})
    witness.post(browser, to("posts:notes", pk=begun["post"]), {"text": "Bring the gondola."})
    for view in ("posts:compose", "posts:notes", "posts:versions"):
        witness.get(browser, to(view, pk=begun["post"]))
    return Post.objects.get(pk=begun["post"])


def decide(witness, writer, reviewer, post):
    """Ask for changes once, then approve; return the deliveries that are due now."""
    at = {"pk": post.pk}
    number = {"revision": post.number}
    witness.post(writer, to("posts:submit", **at))
    witness.get(reviewer, to("posts:approvals"))
    witness.get(reviewer, to("posts:approval", **at))
    witness.post(reviewer, to("posts:changes", **at), {**number, "comment": "No xylophones."})
    for view in ("posts:compose", "posts:notes", "posts:approval"):
        witness.get(writer, to(view, **at))
    witness.post(writer, to("posts:submit", **at))
    witness.post(writer, to("posts:approve", **at), number)
    witness.post(reviewer, to("posts:approve", **at), number)
    witness.post(writer, to("posts:publish", **at))
    return list(Delivery.objects.filter(subject=post.subject).order_by("part"))


def carry(witness, writer, network, deliveries):
    """Send it through every fault to the end, looking at its pages all the while."""
    first = deliveries[0]
    for mood in (Mood.LIMIT, Mood.EXPIRED, Mood.DOWN, Mood.REFUSE):
        network.feel(mood, handle="cedarhollow", doing=Doing.SEND)
        first.account.refresh_from_db()
        type(first.account).objects.update(wait_until=None)
        Delivery.objects.filter(pk=first.pk).update(wake_at=timezone.now())
        sending.deliver(first.pk)
        witness.get(writer, to("outbox:delivery", pk=first.pk))
    witness.post(writer, to("outbox:send_again", pk=first.pk))
    network.feel(Mood.CUT, handle="cedarhollow")
    network.feel(Mood.LIE_ABSENT, handle="cedarhollow")
    sending.deliver(first.pk)
    Delivery.objects.filter(pk=first.pk).update(wake_at=timezone.now())
    reconciling.look(first.pk)
    witness.get(writer, to("outbox:deliveries"))
    for delivery in deliveries:
        Delivery.objects.filter(pk=delivery.pk).update(wake_at=timezone.now())
        sending.deliver(delivery.pk)
        witness.get(writer, to("outbox:delivery", pk=delivery.pk))
    page = witness.get(writer, reverse("practice:timeline", kwargs={"handle": "cedarhollow"}))
    for source in re.findall(r'src="(/practice/[^"]+)"', page.content.decode()):
        witness.get(writer, source)


def look_around(witness, writer, owner, post):
    """Search, read the record, take it out, look at the calendar, let somebody in."""
    for word in ("trombone", "Blythewick", "kumquat"):
        witness.post(writer, to("web:search"), {"words": word})
        witness.post(writer, to("web:search"), {"words": word}, headers={"HX-Request": "true"})
        witness.post(writer, to("library:index"), {"words": word})
    witness.get(owner, to("web:record", post_id=post.pk))
    witness.post(owner, to("web:export", post_id=post.pk))
    witness.post(owner, to("web:export_everything"))
    witness.post(owner, to("web:verify"))
    for view in ("web:today", "web:records", "posts:calendar", "posts:ics", "posts:csv"):
        witness.get(owner, to(view))
    invited = {"name": "Ivy Glockenspiel", "email": "ivy@agency.example", "role": "agency"}
    witness.post(owner, to("orgs:members"), invited)
    witness.post(Client(), reverse("account_reset_password"), {"email": "ivy@agency.example"})
    witness.post(owner, to("posts:duplicate", pk=post.pk))
    witness.post(owner, to("posts:delete", pk=Post.objects.latest("pk").pk))


def bend(witness, writer, reviewer, account):
    """Dismiss a warning, review that, look for rules and set one."""
    loud = {"title": "Marzipan, loud", "text": "Kumquats are here!!!", "accounts": [account.pk]}
    begun = witness.json(writer, to("posts:new"), loud).json()
    form = {"field": "text", "spot": "T002-17-20", "number": 1, "hash": begun["hash"]}
    address = to("posts:dismiss", pk=begun["post"])
    witness.get(writer, f"{address}?field=text&spot=T002-17-20")
    witness.post(writer, address, {**form, "reason": "quoted", "note": "Bassoons are loud."})
    witness.get(writer, to("posts:compose", pk=begun["post"]))
    witness.post(reviewer, to("rulebook:index"), {"words": "dulcimer"})
    judged = {"verdict": "overturn", "answer": "Ocarinas are not."}
    dismissal = Dismissal.objects.get()
    witness.post(reviewer, to("rulebook:judge", pk=dismissal.pk), judged)
    note = {"choice": "off", "note": "Theremins are louder."}
    witness.post(reviewer, to("rulebook:set", code="T009"), note)
    witness.post(reviewer, to("rulebook:set", code="P014"), note)
    for code in ("T002", "T009"):
        witness.get(reviewer, to("rulebook:rule", code=code))


def stumble(witness, writer, post):
    """Run into every error page, with planted words in hand."""
    witness.post(writer, to("posts:approve", pk=post.pk), {"revision": 1, "comment": BLOCKED})
    witness.get(writer, to("posts:compose", pk=987_654))
    witness.get(writer, to("posts:submit", pk=post.pk))
    strict = witness.browser(enforce_csrf_checks=True)
    strict.cookies = writer.cookies
    witness.post(strict, to("posts:notes", pk=post.pk), {"text": BLOCKED})
    for sent in ('{"text": "Blythewick', '["Blythewick"]', '{"text": {"Blythewick": 1}}'):
        witness.keep(writer.post(to("posts:check"), sent, content_type="application/json"))
    too_much = {"text": "Blythewick " * 200_000}
    witness.json(writer, to("posts:check"), too_much)
    witness.get(writer, "/broken/")
    typed_by_a_stranger = [
        writer.get("/blythewick-was-here/"),
        writer.get("/", headers={"host": "blythewick.example"}),
        writer.get(to("posts:calendar") + "?on=blythewick&view=kumquat"),
    ]
    witness.errors += [
        answer.content.decode() for answer in typed_by_a_stranger if answer.status_code in ERRORS
    ]


def fall_over(now):
    """A part of the background work that fails with everything in its message."""
    raise LookupError(f"{BLOCKED} {TEXT}")


def found_in(texts):
    """Return the planted words that stand in some texts."""
    everything = "\n".join(texts).lower()
    return [word for word in PLANTED if word.lower() in everything]


def test_a_whole_day_tells_no_stranger_anything(
    witness, desk, alice, bob, nora, network, talkative
):
    writer, reviewer, owner = (witness.browser(member) for member in (bob, nora, alice))
    post = write(witness, writer, desk)
    deliveries = decide(witness, writer, reviewer, post)
    carry(witness, writer, network, deliveries)
    look_around(witness, writer, owner, post)
    bend(witness, writer, reviewer, desk)
    stumble(witness, writer, post)
    Clock([Source("falls over", fall_over, 1.0)]).tick(0.0)
    said = talkative.readouterr()
    mails = [f"{one.subject}\n{one.body}\n{one.alternatives}" for one in mail.outbox]

    assert found_in(witness.pages) == list(PLANTED)
    assert {delivery.state for delivery in Delivery.objects.all()} == {"live"}
    assert len(mails) == 1
    assert len(witness.errors) >= 10
    assert "work.source_failed" in said.err
    assert "django.db.backends" in said.err
    assert found_in([said.out, said.err]) == []
    assert found_in(mails) == []
    assert found_in(witness.addresses) == []
    assert found_in(witness.errors) == []
