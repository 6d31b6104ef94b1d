"""Signing: one link opens one form once, and shows nothing else of anything."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from bedside.conftest import PASSWORD
from bedside.consents import previews, verbs
from bedside.consents.drafts import LANGUAGES
from bedside.consents.models import Authorization, Revocation, SigningLink
from bedside.consents.previews import Picture, Preview
from bedside.consents.queries import Status, authorizations, status_of, wording_of
from bedside.consents.recording import NotPossible
from bedside.consents.signing import links
from bedside.consents.signing.phrases import phrases
from bedside.consents.tests.forms_to_sign import LINES, NAME, agree, child_of, door, form, seated
from bedside.records.models import Entry
from bedside.records.queries import body

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting(alice):
    return form(alice)


def again(authorization) -> Authorization:
    return authorizations(authorization.organisation).get(pk=authorization.pk)


def entries(authorization) -> list[str]:
    about = Entry.objects.filter(subject=authorization.subject)
    return list(about.order_by("seq").values_list("verb", flat=True))


def test_whoever_looks_at_a_link_does_not_use_it_up(alice, waiting):
    address = door(alice, waiting)
    assert [Client().get(address).status_code for _ in range(3)] == [200, 200, 200]
    assert Client().post(address).status_code == 302


def test_a_link_opens_once(alice, waiting):
    address = door(alice, waiting)
    assert Client().post(address).status_code == 302
    assert Client().post(address).status_code == 410
    assert Client().get(address).status_code == 410


def test_a_link_is_kept_as_a_hash_only(alice, waiting):
    link, token = links.make_link(by=alice, authorization=waiting, on_tablet=False)
    assert token not in str(SigningLink.objects.filter(pk=link.pk).values().get())


@pytest.mark.parametrize(
    ("on_tablet", "lasts"), [(False, timedelta(days=7)), (True, timedelta(minutes=30))]
)
def test_a_link_ends_with_its_time(alice, waiting, on_tablet, lasts):
    _, token = links.make_link(by=alice, authorization=waiting, on_tablet=on_tablet)
    with time_machine.travel(timezone.now() + lasts - timedelta(seconds=5), tick=False):
        assert links.waiting(token) is not None
    late = time_machine.travel(timezone.now() + lasts, tick=False)
    with late, pytest.raises(links.NotOpen):
        links.open_link(token)


def test_a_new_link_calls_the_old_one_back(alice, waiting):
    old = door(alice, waiting)
    door(alice, waiting)
    assert Client().get(old).status_code == 410


def test_a_form_that_lacks_something_gets_no_link(alice):
    lacking = form(alice, networks=[])
    with pytest.raises(NotPossible, match="where it may be shown"):
        links.make_link(by=alice, authorization=lacking, on_tablet=False)
    assert SigningLink.objects.count() == 0


def test_the_door_names_nobody(alice, waiting):
    page = Client().get(door(alice, waiting)).content.decode()
    assert alice.organisation.name in page
    assert [
        word for word in (*NAME.split(), "flu shot", "1958", waiting.reference) if word in page
    ] == []


def test_nothing_is_shown_before_the_year_of_birth_is_given(alice, waiting):
    client = seated(alice, waiting, born="")
    assert client.get(reverse("signing:read")).status_code == 410
    assert client.get(reverse("signing:decide")).status_code == 410
    assert NAME not in client.get(reverse("signing:welcome")).content.decode()
    assert client.post(reverse("signing:welcome"), {"year": "1958"}).status_code == 302
    assert client.get(reverse("signing:read")).status_code == 200


def test_five_wrong_years_close_the_link(alice, waiting):
    client = seated(alice, waiting, born="")
    answers = [
        client.post(reverse("signing:welcome"), {"year": "1960"}).status_code for _ in "12345"
    ]
    assert answers == [422, 422, 422, 422, 410]
    assert client.post(reverse("signing:welcome"), {"year": "1958"}).status_code == 410
    assert "authorization.link_closed" in entries(waiting)


def test_a_year_that_is_none_costs_no_try(alice, waiting):
    client = seated(alice, waiting, born="")
    answers = [client.post(reverse("signing:welcome"), {"year": "in May"}) for _ in range(7)]
    assert {answer.status_code for answer in answers} == {422}
    assert client.post(reverse("signing:welcome"), {"year": "1958"}).status_code == 302


def test_a_signature_makes_the_form_hold_once_the_copy_is_there(alice, waiting):
    client = seated(alice, waiting)
    assert agree(client).status_code == 302
    signed = again(waiting)
    assert status_of(signed) is Status.DEFECTIVE
    answer = client.post(reverse("signing:document"))
    assert answer["Content-Type"] == "application/pdf"
    assert links.intact(signed, answer.content)
    assert status_of(again(waiting)) is Status.ACTIVE
    assert signed.signature.method == "drawn"
    assert signed.signature.known_by == "link"
    assert signed.signature.checked_by is None


def test_nobody_gets_their_copy_by_following_a_link(alice, waiting):
    client = seated(alice, waiting)
    agree(client)
    assert client.get(reverse("signing:document")).status_code == 405
    assert again(waiting).copy_given_at is None


def test_a_changed_byte_shows(alice, waiting):
    client = seated(alice, waiting)
    agree(client)
    signed = again(waiting)
    kept = links.kept_document(signed)
    assert kept is not None
    assert links.intact(signed, kept)
    for at in (0, len(kept) // 2, len(kept) - 1):
        assert not links.intact(signed, kept[:at] + bytes([kept[at] ^ 1]) + kept[at + 1 :])
    assert not links.intact(signed, b"")


def test_nothing_is_intact_before_it_is_signed(waiting):
    assert not links.intact(waiting, b"")


def test_the_name_may_be_typed_instead(alice, waiting):
    agree(seated(alice, waiting), lines="", typed="R. Hale")
    given = again(waiting).signature
    assert (given.method, given.given["typed"], given.given["image"]) == ("typed", "R. Hale", "")


@pytest.mark.parametrize(
    "fault",
    [
        {"lines": ""},
        {"lines": "", "typed": "  "},
        {"lines": "[[1]]"},
        {"lines": "[[5,5]]"},
        {"lines": "[[99999,0,1,1]]"},
        {"lines": "[[1,2,3,true]]"},
        {"lines": "{" * 50_000},
        {"name": " "},
        {"shown": ""},
    ],
)
def test_what_is_missing_is_said_and_nothing_is_signed(alice, waiting, fault):
    client = seated(alice, waiting)
    assert agree(client, **fault).status_code == 422
    assert getattr(again(waiting), "signature", None) is None
    assert agree(client).status_code == 302


def test_who_signs_for_another_says_by_what_right(alice):
    child = child_of(alice)
    client = seated(alice, child, born="2015")
    assert NAME in client.get(reverse("signing:read")).content.decode()
    agree(client, name="Jo Hale", signer="parent", authority="mother")
    signed = again(child)
    assert (signed.signer, signed.authority) == ("parent", "mother")
    assert signed.signature.given["typed"] == "Jo Hale"


def test_another_right_is_read_before_it_is_signed(alice):
    child = child_of(alice)
    client = seated(alice, child, born="2015")
    other = {"name": "Jo Hale", "signer": "parent", "authority": "Court order of May 2020"}
    answer = agree(client, **other)
    assert answer.status_code == 422
    assert phrases("en")["authority_changed"] in answer.content.decode()
    assert "does so as: Court order of May 2020." in answer.content.decode()
    assert (again(child).authority, hasattr(again(child), "signature")) == ("mother", False)
    assert agree(client, **other, shown=answer.context["shown"]).status_code == 302
    assert again(child).authority == "Court order of May 2020"


def test_the_records_keep_the_very_words_that_were_signed(alice):
    child = child_of(alice)
    client = seated(alice, child, born="2015")
    client.get(reverse("signing:decide"), {"language": "fr"})
    other = {"name": "Jo Hale", "signer": "parent", "authority": "tutrice"}
    agree(client, **other, shown=agree(client, **other).context["shown"])
    about = Entry.objects.filter(subject=child.subject, verb="authorization.presented")
    [sha256] = about.latest("seq").facts["bodies"]
    kept = body(child.organisation_id, sha256) or b""
    assert json.loads(kept) == json.loads(json.dumps(wording_of(again(child)).as_json()))


@pytest.mark.parametrize("signer", ["parent", "guardian", "executor", "neighbour", ""])
def test_another_capacity_than_the_one_asked_for_is_refused_with_a_way_out(alice, waiting, signer):
    client = seated(alice, waiting)
    answer = agree(client, signer=signer, authority="mother")
    said = phrases("en")["signer_differs"].format(
        capacity="I sign for myself", organisation=alice.organisation.name
    )
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert getattr(again(waiting), "signature", None) is None


def test_a_page_that_is_sent_by_hand_signs_in_no_other_capacity(alice, waiting):
    link, token = links.make_link(by=alice, authorization=waiting, on_tablet=False)
    links.open_link(token)
    shown = links.fingerprint(links.in_language(waiting, "en"))
    answers = links.Answers(shown, NAME, b"png", "parent", "mother", {}, "en")
    circumstances = links.Circumstances("link", "", "", "")
    with pytest.raises(NotPossible, match="another capacity"):
        links.sign(link=link, answers=answers, circumstances=circumstances)


def test_what_law_protects_further_needs_its_own_initials(alice):
    touching = form(alice, sensitive=["hiv", "mental_health"])
    client = seated(alice, touching)
    assert agree(client, initials_hiv="RH").status_code == 422
    assert agree(client, initials_hiv="RH", initials_mental_health="RH").status_code == 302
    assert again(touching).sensitive == {"hiv": "RH", "mental_health": "RH"}


def test_words_that_changed_meanwhile_are_not_signed(alice, waiting):
    client = seated(alice, waiting)
    sent = {"shown": client.get(reverse("signing:decide")).context["shown"], "lines": LINES}
    verbs.change(by=alice, authorization=waiting, person={}, terms={"networks": ["mastodon"]})
    verbs.present(by=alice, authorization=waiting)
    answer = client.post(reverse("signing:decide"), sent | {"name": NAME, "signer": "self"})
    assert answer.status_code == 422
    assert phrases("en")["changed"] in answer.content.decode()
    assert getattr(again(waiting), "signature", None) is None


def test_a_form_that_is_being_changed_is_closed_meanwhile(alice, waiting):
    client = seated(alice, waiting)
    verbs.change(by=alice, authorization=waiting, person={}, terms={"paid": True})
    assert client.get(reverse("signing:decide")).status_code == 410


def test_what_is_signed_is_in_the_language_that_was_read(alice, waiting):
    client = seated(alice, waiting)
    page = client.get(reverse("signing:decide"), {"language": "es"}).content.decode()
    assert phrases("es")["agree"] in page
    agree(client)
    signed = again(waiting)
    assert (signed.language, signed.template.split("-")[1]) == ("es", "es")


def test_no_is_taken_at_once(alice, waiting):
    client = seated(alice, waiting)
    answer = client.post(reverse("signing:decline"), follow=True)
    assert phrases("en")["declined_lead"] in answer.content.decode()
    assert SigningLink.objects.get().declined
    assert entries(waiting)[-1] == "authorization.declined"
    assert client.get(reverse("signing:decide")).status_code == 410


def test_somebody_may_say_no_without_saying_who_they_are(alice, waiting):
    client = seated(alice, waiting, born="")
    assert client.post(reverse("signing:decline")).status_code == 302
    assert SigningLink.objects.get().declined


def test_a_form_is_signed_once_by_one_link(alice, waiting):
    client = seated(alice, waiting)
    agree(client)
    assert client.get(reverse("signing:decide")).status_code == 410
    with pytest.raises(NotPossible, match="signed already"):
        links.make_link(by=alice, authorization=again(waiting), on_tablet=True)


def test_the_post_is_shown_and_kept_in_mind(alice, waiting):
    shown = Preview(
        "Ron got his flu shot.", (Picture(b"\xff\xd8", "image/jpeg", "Ron"),), "ab" * 32
    )
    previews.register("test", lambda authorization: shown)
    client = seated(alice, waiting)
    page = client.get(reverse("signing:read")).content.decode()
    previews.register("test", lambda authorization: None)
    assert "Ron got his flu shot." in page
    agree(client)
    assert again(waiting).preview_hash == "ab" * 32


def test_whoever_opens_a_link_is_signed_out_of_the_suite(alice, waiting):
    client = Client()
    client.login(email=alice.user.email, password=PASSWORD)
    client.post(door(alice, waiting))
    assert "_auth_user_id" not in client.session


def test_everyone_has_an_address_of_their_own_to_take_it_back(alice, waiting):
    client = seated(alice, waiting)
    agree(client)
    stop = client.get(reverse("signing:copy")).context["stop"]
    assert NAME not in Client().get(stop).content.decode()
    answer = Client().post(stop, follow=True)
    assert phrases("en")["taken_title"] in answer.content.decode()
    assert status_of(again(waiting)) is Status.REVOKED
    Client().post(stop)
    assert Revocation.objects.get().how == "link"


def test_paid_use_alone_can_be_taken_back(alice):
    paid = form(alice, paid=True)
    agree(seated(alice, paid))
    stop = reverse("signing:stop", kwargs={"code": links.stop_code(again(paid))})
    Client().post(stop, {"scope": "paid"})
    assert Revocation.objects.get().paid_only
    assert Client().get(stop).status_code == 200


def test_a_form_that_was_replaced_is_taken_back_once_however_often_it_is_asked(alice, waiting):
    agree(seated(alice, waiting))
    stop = reverse("signing:stop", kwargs={"code": links.stop_code(waiting)})
    newer = verbs.replace(by=alice, authorization=again(waiting))
    verbs.change(by=alice, authorization=newer, person={}, terms={"expires_on": date(2099, 1, 1)})
    agree(seated(alice, newer))
    assert status_of(again(waiting)) is Status.REPLACED
    for _ in range(3):
        answer = Client().post(stop, follow=True)
        assert phrases("en")["taken_title"] in answer.content.decode()
    assert waiting.revocations.count() == 1


@pytest.mark.parametrize("code", ["1-AAAAAAAAAAAAAAAA", "x", "-", "²-A", f"{'9' * 30}-A"])
def test_no_code_is_guessed(alice, waiting, code):
    agree(seated(alice, waiting))
    assert Client().post(reverse("signing:stop", kwargs={"code": code})).status_code == 410
    assert Revocation.objects.count() == 0


def test_a_code_is_of_no_use_before_something_is_signed(waiting):
    assert links.by_stop_code(links.stop_code(waiting)) is None


def test_records_of_signing_name_nobody(alice, waiting):
    agree(seated(alice, waiting), lines="", typed=NAME)
    said = str(list(Entry.objects.values_list("actor", "verb", "subject", "facts")))
    assert [word for word in (*NAME.split(), "flu") if word in said] == []


def test_no_page_of_the_signing_view_is_kept_by_a_browser(alice, waiting):
    client = seated(alice, waiting)
    for name in ("welcome", "read", "decide"):
        assert "no-store" in client.get(reverse(f"signing:{name}"))["Cache-Control"]


def test_every_language_has_every_phrase():
    def blanks(text):
        return sorted(part.split("}")[0] for part in text.split("{")[1:])

    english = {key: blanks(text) for key, text in phrases("en").items()}
    for language in LANGUAGES:
        other = {key: blanks(text) for key, text in phrases(language).items()}
        assert other == english, language
