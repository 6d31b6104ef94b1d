"""Many answers at once behind one link, each in a connection of its own."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from bedside.consents.models import Signature, SigningLink
from bedside.consents.queries import wording_of
from bedside.consents.signing import links
from bedside.consents.tests.forms_to_sign import NAME, form
from bedside.records.queries import timeline

pytestmark = pytest.mark.django_db(transaction=True)
GUESSES = 12
TABS = 2


def test_many_years_at_once_are_no_more_tries(alice):
    made, token = links.make_link(by=alice, authorization=form(alice), on_tablet=False)
    links.open_link(token)
    held = [links.opened(made.pk) for _ in range(GUESSES)]
    start = threading.Barrier(GUESSES)

    def guess(link: SigningLink, year: int) -> bool | None:
        start.wait()
        try:
            return links.knows(link, str(year))
        except links.NotOpen:
            return None
        finally:
            connection.close()

    with ThreadPoolExecutor(GUESSES) as pool:
        answers = list(pool.map(guess, held, range(1960, 1960 + GUESSES)))
    assert (answers.count(False), answers.count(None)) == (links.TRIES, GUESSES - links.TRIES)
    with pytest.raises(links.NotOpen):
        links.knows(held[0], "1958")
    assert SigningLink.objects.get().ended_at is not None


def test_two_tabs_that_sign_at_once_make_one_signature(alice):
    made, token = links.make_link(by=alice, authorization=form(alice), on_tablet=False)
    links.open_link(token)
    words = wording_of(made.authorization)
    answers = links.Answers(
        shown=links.fingerprint(words),
        name=NAME,
        picture=None,
        signer="self",
        authority="",
        initials={},
        language="en",
    )
    seen = links.Circumstances(known_by="link", device="", address="", preview_hash="")
    start = threading.Barrier(TABS)

    def agree(link: SigningLink) -> bool:
        start.wait()
        try:
            links.sign(link=link, answers=answers, circumstances=seen)
        except links.NotOpen:
            return False
        else:
            return True
        finally:
            connection.close()

    held = [links.opened(made.pk) for _ in range(TABS)]
    with ThreadPoolExecutor(TABS) as pool:
        done = list(pool.map(agree, held))
    assert done.count(True) == 1
    assert Signature.objects.count() == 1
    said = [event.verb for event in timeline(alice.organisation_id, made.authorization.subject)]
    assert said.count("authorization.signed") == 1
