"""The pages of the shell in a real browser: axe finds nothing, nothing hangs over, keys work."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db import transaction
from django.utils import timezone

from bedside.orgs.verbs import add_location
from bedside.posts.models import Post, Revision
from bedside.posts.states import State
from bedside.records.chain import append
from bedside.work.models import Worker

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

DESK = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
SMALLEST = {"width": 320, "height": 640}
OUTSIDE = ["/accounts/login/", "/accounts/password/reset/", "/accounts/signup/"]
INSIDE = [
    "/cedar-hollow-family-clinic/",
    "/cedar-hollow-family-clinic/search/",
    "/cedar-hollow-family-clinic/records/",
    "/cedar-hollow-family-clinic/records/post/1/",
    "/cedar-hollow-family-clinic/settings/",
    "/cedar-hollow-family-clinic/settings/members/",
    "/cedar-hollow-family-clinic/settings/roles/",
    "/cedar-hollow-family-clinic/settings/places/",
    "/cedar-hollow-family-clinic/settings/staff/",
    "/no-such-clinic/",
    "/organisations/",
    "/accounts/2fa/",
    "/accounts/password/change/",
    "/accounts/logout/",
]


@pytest.fixture
def house(live_server, client, alice, bob, nora):
    """Cedar Hollow with something on every page, at a real address."""
    now = timezone.now()
    Worker.objects.create(
        id=uuid4(), kind=Worker.Kind.CLOCK, host="house", pid=1, started_at=now, seen_at=now
    )
    add_location(by=alice, name="Main clinic", address="12 Mill Road", city="Cedar Hollow")
    for state in (State.LIVE, State.UNKNOWN, State.REFUSED, State.MISSED, State.REVIEW):
        post = Post.objects.create(
            organisation=alice.organisation,
            title=f"Flu shots, {state}",
            state=state,
            author=bob.user,
            publish_at=now,
            networks=["bluesky", "mastodon"],
        )
        Revision.objects.create(
            post=post, number=1, author=bob.user, content={}, content_hash="0" * 64
        )
    with transaction.atomic():
        for verb in ("post.drafted", "guard.checked", "delivery.attempted", "delivery.live"):
            append(
                organisation_id=alice.organisation_id,
                actor=f"user:{bob.user_id}",
                verb=verb,
                subject="post:1",
                facts={"delivery": 1, "network": "bluesky", "bytes": "0" * 64, "verdict": "block"},
            )
    client.force_login(alice.user)
    return live_server


@pytest.fixture
def visit(chromium, house, client):
    """Return a function that opens a page; what the browser complains of fails the test."""
    contexts = []
    complaints = []

    def open_page(path, *, size=DESK, scheme="light", signed_in=True):
        context = chromium.new_context(
            viewport=size, color_scheme=scheme, reduced_motion="reduce", base_url=house.url
        )
        contexts.append(context)
        cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": house.url}
        context.add_cookies([cookie][: int(signed_in)])
        page = context.new_page()
        page.on("console", lambda said: complaints.append(f"{said.type}: {said.text}"))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(path)
        return page

    yield open_page
    [context.close() for context in contexts]
    assert [said for said in complaints if "404" not in said] == []


def violations(page):
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html']}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", OUTSIDE)
def test_axe_finds_nothing_before_the_door(visit, path, scheme):
    assert violations(visit(path, scheme=scheme, signed_in=False)) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", INSIDE)
def test_axe_finds_nothing_inside(visit, path, scheme):
    assert violations(visit(path, scheme=scheme)) == []


@pytest.mark.parametrize("path", [*INSIDE, OUTSIDE[0]])
def test_axe_finds_nothing_on_a_phone(visit, path):
    assert violations(visit(path, size=PHONE, signed_in=path in INSIDE)) == []


@pytest.mark.parametrize("size", [PHONE, SMALLEST], ids=["390", "320"])
@pytest.mark.parametrize("path", [*INSIDE, OUTSIDE[0]])
def test_nothing_hangs_over_the_edge(visit, path, size):
    page = visit(path, size=size, signed_in=path in INSIDE)
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_what_opens(visit, scheme):
    page = visit(INSIDE[0], scheme=scheme)
    page.keyboard.press("Control+k")
    page.keyboard.type("flu")
    page.locator("#palette-found a").first.wait_for()
    found = violations(page)
    page.keyboard.press("Escape")
    page.locator("#palette[open]").wait_for(state="detached")
    page.keyboard.press("?")
    page.locator("#keys[open]").wait_for()
    found += violations(page)
    page.keyboard.press("Escape")
    page.locator("#keys[open]").wait_for(state="detached")
    page.locator(".menu summary").click()
    found += violations(page)
    page.locator(".switch summary").click()
    page.locator(".switch-list .org-mark").first.wait_for()
    assert found + violations(page) == []


def test_the_palette_is_worked_by_keys_alone(visit):
    page = visit(INSIDE[0])
    page.keyboard.press("Control+k")
    page.keyboard.type("settings")
    page.locator("#palette-found a").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/settings/")
    assert page.url.endswith("/cedar-hollow-family-clinic/settings/")


def test_words_that_are_searched_for_stand_in_no_address(visit):
    page = visit(INSIDE[0])
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.keyboard.press("Control+k")
    page.keyboard.type("alvarez")
    page.locator("#palette-found", has_text="Nothing has").wait_for()
    assert [url for url in asked if "alvarez" in url] == []


def test_the_theme_is_kept_for_the_next_page(visit):
    page = visit(INSIDE[0])
    page.locator(".topbar [data-toggle-theme]").click()
    page.goto(INSIDE[4])
    assert page.locator("html").get_attribute("data-theme") == "dark"


def test_single_keys_can_be_switched_off(visit):
    page = visit(INSIDE[0])
    page.keyboard.press("?")
    page.locator("[data-keys-switch]").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("?")
    assert page.locator("#keys[open]").count() == 0


def test_the_first_stop_of_the_tab_key_skips_to_the_work(visit):
    page = visit(INSIDE[0])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the work"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_a_menu_closes_with_escape_and_gives_the_focus_back(visit):
    page = visit(INSIDE[0])
    page.locator(".menu summary").click()
    page.keyboard.press("Escape")
    assert page.locator(".menu[open]").count() == 0
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_a_form_is_sent_once_however_impatient_the_finger(visit, alice):
    page = visit(INSIDE[8])
    page.locator("[name=name]").fill("Jo Abernathy")
    page.locator("text=Add them").dblclick()
    page.locator(".toast").wait_for()
    assert alice.organisation.staff.filter(name="Jo Abernathy").count() == 1


def test_the_page_of_a_link_that_is_shown_once_can_copy_it(visit):
    page = visit(INSIDE[5])
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("[name=name]").fill("Ivy Park")
    page.locator("[name=email]").fill("ivy@agency.example")
    page.locator("text=Let them in").click()
    page.locator("[data-copy]").click()
    page.locator("text=Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert re.fullmatch(r"http://\S+/accounts/password/reset/key/\S+/", copied)
    assert violations(page) == []
