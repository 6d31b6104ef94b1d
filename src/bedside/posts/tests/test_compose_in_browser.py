"""The composer in a real browser: what it marks, what it keeps, and that axe finds nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from bedside.guard.images.tests.pictures import photo
from bedside.library.verbs import add_picture
from bedside.posts import verbs
from bedside.posts.composing.pictures import ref_of
from bedside.posts.content import Content
from bedside.posts.models import Post
from bedside.posts.tests.writing import FAMILY, STOPPED, TEXT, by_hand, client_of, draft, to

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page, Route

    from bedside.orgs.models import Membership
    from bedside.outbox.models import Account

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

DESK = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
EXPECTED = re.compile(r"ERR_INTERNET_DISCONNECTED|ERR_FAILED|status of (409|422)")

Visit = Any
"""Opens a page: `visit(path, size=DESK, scheme="light")`."""


@pytest.fixture
def visit(chromium: Browser, live_server, bob: Membership) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a page as Bob; what the browser complains of fails the test."""
    contexts, complaints = [], []

    def open_page(path: str, *, size=DESK, scheme="light") -> Page:
        context = chromium.new_context(
            viewport=size, color_scheme=scheme, reduced_motion="reduce", base_url=live_server.url
        )
        contexts.append(context)
        session = client_of(bob).cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
        page = context.new_page()
        page.on("console", lambda said: complaints.append(f"{said.type}: {said.text}"))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(path)
        expect(page.locator(".cm-content")).to_be_visible()
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [said for said in complaints if not EXPECTED.search(said)] == []


@pytest.fixture
def post(bob: Membership, account: Account) -> Post:
    return draft(bob, TEXT, account)


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html']}" for one in found for node in one["nodes"]]


def write(page: Page, text: str) -> None:
    page.locator(".cm-content").click()
    page.keyboard.press("Control+End")
    page.keyboard.insert_text(text)


def saved(page: Page) -> None:
    expect(page.locator("#saved")).to_contain_text("just now")


def stored(post: Post) -> str:
    post.refresh_from_db()
    return post.revisions.get(number=post.number).words.text


# What is found


def test_exactly_the_words_are_marked_behind_emoji(visit: Visit, account: Account):
    page = visit(to("posts:new"))
    write(page, f"{FAMILY}🎉 So many! {STOPPED}")
    expect(page.locator(".cm-content .m-block", has_text="97").last).to_have_text("97-year-old")


def test_keys_alone_go_from_finding_to_wording(visit: Visit, post: Post):
    page = visit(to("posts:compose", pk=post.pk))
    write(page, " We help you loose weight 🎉.")
    expect(page.locator(".cm-content .m-warn")).to_have_text("loose")
    page.keyboard.press("F8")
    expect(page.locator(".why q")).to_have_text("lose")
    expect(page.locator("#say")).to_contain_text("Safe wording: lose.")
    page.keyboard.press("Enter")
    expect(page.locator("#text")).to_have_value(f"{TEXT} We help you lose weight 🎉.")
    page.keyboard.press("Control+z")
    expect(page.locator("#text")).to_have_value(f"{TEXT} We help you loose weight 🎉.")


def test_the_card_closes_and_enter_is_a_line_break_again(visit: Visit, post: Post):
    page = visit(to("posts:compose", pk=post.pk))
    write(page, " We loose weight.")
    page.locator(".cm-content .m-warn").click()
    expect(page.locator(".why")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".why")).to_have_count(0)
    page.keyboard.press("Control+End")
    page.keyboard.press("Enter")
    expect(page.locator("#text")).to_have_value(f"{TEXT} We loose weight.\n")


def test_an_answer_about_words_that_are_gone_is_dropped(visit: Visit, account: Account):
    page = visit(to("posts:new"))

    def late(route: Route) -> None:
        answer = route.fetch()
        page.wait_for_timeout(600)
        route.fulfill(response=answer)

    page.route("**/check/", late, times=1)
    write(page, STOPPED)
    page.wait_for_timeout(200)
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(TEXT)
    expect(page.locator("#counts")).to_contain_text("Nothing found")
    page.wait_for_timeout(700)
    expect(page.locator(".cm-content .m")).to_have_count(0)


def test_a_text_that_is_too_long_says_so_on_its_tab(
    visit: Visit, alice: Membership, account: Account
):
    x = by_hand(alice, "x")
    page = visit(to("posts:new"))
    page.get_by_label("X", exact=True).first.check()
    write(page, "a" * 294)
    expect(page.locator(f"#tab-{x.pk}")).to_contain_text("14 over")
    expect(page.locator("#missing")).to_contain_text("Shorten the text for X by 14")


# What is kept


def test_the_first_save_makes_the_post_and_its_address(visit: Visit, account: Account):
    page = visit(to("posts:new"))
    write(page, TEXT)
    saved(page)
    post = Post.objects.get()
    assert page.url.endswith(to("posts:compose", pk=post.pk))
    expect(page.get_by_role("link", name="Versions")).to_be_visible()
    write(page, " And more.")
    expect(page.locator("#saved")).to_have_text("Not saved yet")
    saved(page)
    assert stored(post) == f"{TEXT} And more."


def test_an_own_text_goes_to_its_account_alone(visit: Visit, post: Post, account: Account):
    page = visit(to("posts:compose", pk=post.pk))
    page.get_by_role("tab", name="Practice network").click()
    page.get_by_role("button", name="Write its own text").click()
    write(page, " Only here.")
    saved(page)
    post.refresh_from_db()
    words = post.revisions.get().words
    assert (words.text, words.versions) == (TEXT, {account.pk: f"{TEXT} Only here."})


def test_without_a_connection_nothing_is_lost(visit: Visit, post: Post):
    page = visit(to("posts:compose", pk=post.pk))
    page.context.set_offline(True)
    write(page, " Written on the train.")
    expect(page.locator("#saying")).to_contain_text("Your text is still here.")
    page.context.set_offline(False)
    saved(page)
    expect(page.locator("#saying")).to_be_hidden()
    assert stored(post) == f"{TEXT} Written on the train."


def test_an_answer_that_was_lost_is_no_conflict(visit: Visit, post: Post):
    page = visit(to("posts:compose", pk=post.pk))

    def lose(route: Route) -> None:
        route.fetch()
        route.abort()

    page.route("**/save/", lose, times=1)
    write(page, " Arrived.")
    expect(page.locator("#saying")).to_contain_text("no answer")
    write(page, " Unlike its answer.")
    saved(page)
    expect(page.locator("#conflict")).to_be_empty()
    assert stored(post) == f"{TEXT} Arrived. Unlike its answer."


def test_two_writers_meet_and_mine_becomes_the_next_version(
    visit: Visit, post: Post, nora: Membership
):
    page = visit(to("posts:compose", pk=post.pk))
    verbs.save_draft(by=nora, post=post, base=1, content=Content(text="Nora's words."))
    write(page, " Bob's words.")
    conflict = page.locator("#conflict")
    expect(conflict).to_contain_text("Nora saved version 2 meanwhile")
    expect(page.locator("#text")).to_have_value(f"{TEXT} Bob's words.")
    assert violations(page) == []
    page.get_by_role("button", name="Save mine as the next version").click()
    saved(page)
    assert stored(post) == f"{TEXT} Bob's words."
    assert post.revisions.get(number=2).words.text == "Nora's words."


def test_two_writers_meet_and_the_other_one_is_taken(visit: Visit, post: Post, nora: Membership):
    page = visit(to("posts:compose", pk=post.pk))
    verbs.save_draft(by=nora, post=post, base=1, content=Content(text="Nora's words."))
    write(page, " Bob's words.")
    page.get_by_role("link", name="Take Nora’s").click()
    expect(page.locator("#text")).to_have_value("Nora's words.")
    assert stored(post) == "Nora's words."


def test_handing_in_takes_the_last_words_along(visit: Visit, post: Post):
    page = visit(to("posts:compose", pk=post.pk))
    write(page, " The very last words.")
    page.get_by_role("button", name="Ask for approval").click()
    expect(page.locator("#state")).to_have_text("In review")
    assert stored(post).endswith("The very last words.")


def test_a_time_given_keeps_words_that_were_not_saved_yet(visit: Visit, post: Post):
    page = visit(to("posts:compose", pk=post.pk))
    write(page, " Just typed.")
    page.locator("#when summary").click()
    page.fill("#when-date", "2031-03-09")
    page.fill("#when-time", "02:30")
    expect(page.locator("#move-note")).to_contain_text("2:30 AM does not exist")
    page.get_by_role("button", name="Give it this time").click()
    expect(page.locator("#when")).to_contain_text("Mar 9, 2031 · 3:30 AM")
    assert stored(post).endswith("Just typed.")


def test_pictures_are_added_described_and_put_in_order(visit: Visit, bob: Membership, post: Post):
    chosen = add_picture(by=bob, name="lamp.jpg", content=photo(400, 300), alt="A lamp")
    page = visit(to("posts:compose", pk=post.pk))
    file = {"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": photo(500, 300)}
    heic = {"name": "IMG_2.heic", "mimeType": "image/heic", "buffer": b"....ftypheic...."}
    page.set_input_files("#pic-files", [file, heic])
    page.locator("#alt-0").fill("A second lamp")
    expect(page.locator("#pictures .arrivals")).to_contain_text("It is damaged")
    page.get_by_role("button", name="From the library").click()
    page.locator(f"[data-pick='{chosen.sha256}']").click()
    page.locator("[data-picture]").nth(1).get_by_role("button", name="Move up").click()
    saved(page)
    expect(page.locator("#alt-1")).to_have_value("A second lamp")
    post.refresh_from_db()
    pictures = post.revisions.get().words.pictures
    assert [picture.alt for picture in pictures] == ["A lamp", "A second lamp"]
    assert pictures[0].sha256 == chosen.sha256


def test_a_thread_goes_on_behind_three_dashes(visit: Visit, post: Post):
    page = visit(to("posts:compose", pk=post.pk))
    write(page, "")
    page.get_by_role("button", name="Continue as a thread").click()
    page.keyboard.insert_text("More of it.")
    expect(page.locator("#text")).to_have_value(f"{TEXT}\n---\nMore of it.")
    expect(page.locator("#preview")).to_contain_text("Goes on")


def test_nothing_typed_stands_in_an_address(visit: Visit, account: Account):
    page = visit(to("posts:new"))
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    write(page, "Walk in, Alvarez.")
    saved(page)
    assert [url for url in asked if "lvarez" in url] == []


# For everybody


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(
    visit: Visit, bob: Membership, account: Account, scheme: str, size: dict[str, int]
):
    picture = add_picture(by=bob, name="lamp.jpg", content=photo(400, 300))
    post = draft(bob, STOPPED, account, pictures=(ref_of(picture),), first_comment=STOPPED)
    page = visit(to("posts:compose", pk=post.pk), scheme=scheme, size=size)
    page.keyboard.press("F8")
    expect(page.locator(".why")).to_be_visible()
    page.locator("[data-list]").click()
    page.locator(".tab-add").click()
    page.locator("#when summary").click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


@pytest.mark.parametrize("view", ["posts:versions", "posts:notes"])
def test_axe_finds_nothing_beside_it(visit: Visit, post: Post, view: str):
    page = visit(to("posts:compose", pk=post.pk))
    page.goto(to(view, pk=post.pk))
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_library(visit: Visit, bob: Membership, post: Post, scheme: str):
    picture = add_picture(by=bob, name="lamp.jpg", content=photo(400, 300))
    page = visit(to("posts:compose", pk=post.pk), scheme=scheme)
    page.goto(to("library:index"))
    found = violations(page)
    page.goto(to("library:edit", pk=picture.pk))
    assert found + violations(page) == []


def test_a_safe_wording_goes_into_the_text_and_can_be_undone(visit: Visit):
    page = visit(to("posts:new"))
    page.locator(".cm-content").click()
    page.keyboard.insert_text(f"Thank you to everyone on our team! {STOPPED}")
    use = page.locator("#safer button").first
    expect(use).to_be_visible()
    assert violations(page) == []
    wording = use.get_attribute("data-words") or ""
    use.click()
    expect(page.locator(".cm-content")).to_have_text(wording)
    expect(page.locator("#safer button")).to_have_count(0)
    page.keyboard.press("Control+z")
    expect(page.locator(".cm-content")).to_contain_text(STOPPED)
