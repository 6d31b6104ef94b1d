"""Many answers at once behind one link, each in a connection of its own."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from bedside.consents.models import SigningLink
from bedside.consents.signing import links
from bedside.consents.tests.forms_to_sign import form

pytestmark = pytest.mark.django_db(transaction=True)
GUESSES = 12


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
