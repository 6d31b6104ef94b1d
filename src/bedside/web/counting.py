"""Several counts in one look at the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import IntegerField, Subquery

from bedside.orgs.models import Organisation

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from django.db.models import QuerySet


class Counted(Subquery):
    """How many rows a query has, as a number beside others."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS counted)"
    output_field = IntegerField()


def counts(organisation: Organisation, asked: Mapping[str, QuerySet[Any]]) -> dict[str, int]:
    """Return how many rows each of some queries has, by name; one query, none for nothing."""
    if not asked:
        return {}
    columns = {name: Counted(rows.values("pk")) for name, rows in asked.items()}
    row = Organisation.objects.filter(pk=organisation.pk).values_list(*columns.values()).get()
    return dict(zip(columns, row, strict=True))
