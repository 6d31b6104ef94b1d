"""Counts what the rules find, by rule and day. Never a word of it is kept."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from bedside.rulebook.models import Hits

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bedside.orgs.models import Organisation
    from bedside.rulebook.models import Stage


@transaction.atomic
def count_hits(organisation: Organisation, codes: Iterable[str], stage: Stage) -> None:
    """
    Add findings, one code each, to today's counts on the organisation's calendar.

    Each count is raised in the database itself, so that nobody's addition is lost. Rows are made
    and taken one by one in the order of their codes, so that those who count at once never wait
    for each other in a ring.
    """
    day = organisation.local(timezone.now()).date()
    for code, number in sorted(Counter(codes).items()):
        if not _add(organisation, code, day, stage, number):
            row = Hits(organisation=organisation, code=code, day=day, stage=stage)
            Hits.objects.bulk_create([row], ignore_conflicts=True)
            _add(organisation, code, day, stage, number)


def _add(organisation: Organisation, code: str, day: date, stage: Stage, number: int) -> int:
    counts = Hits.objects.filter(organisation=organisation, code=code, day=day, stage=stage)
    return counts.update(count=F("count") + number)
