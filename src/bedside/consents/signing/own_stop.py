"""A person's own address, by which they take back what they signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from bedside.consents import verbs, wording
from bedside.consents.drafts import LANGUAGES
from bedside.consents.models import Revocation
from bedside.consents.queries import is_taken_back, reached_by
from bedside.consents.signing import links
from bedside.consents.signing.phrases import phrases
from bedside.consents.signing.views import gone, shell

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from bedside.consents.models import Authorization

PAID = "paid"


@never_cache
def stop(request: HttpRequest, code: str) -> HttpResponse:
    """Show what would be taken back, and take it back where that is asked for."""
    row = links.by_stop_code(code)
    if row is None:
        return gone(request, LANGUAGES[0])
    if request.method != "POST":
        return render(request, "consents/signing/stop.html", _context(request, row))
    if not _all_taken(row):
        verbs.revoke(
            by=None,
            authorization=row,
            how=Revocation.How.LINK,
            received_at=timezone.now(),
            paid_only=_paid(row) and request.POST.get("scope") == PAID,
        )
    return redirect(request.path)


def _context(request: HttpRequest, row: Authorization) -> dict[str, object]:
    wanted = request.GET.get("language", row.language)
    language = wanted if wanted in LANGUAGES else row.language
    signed = row.organisation.local(row.signature.signed_at).date()
    lead = phrases(language)["take_back_lead"].format(
        organisation=row.organisation.name,
        date=wording.day(language, signed),
        reference=row.reference,
    )
    newer = ", ".join(one.reference for one in reached_by(row))
    return shell(language, row.organisation.name) | {
        "row": row,
        "lead": lead,
        "newer": phrases(language)["take_back_newer"].format(references=newer) if newer else "",
        "all_taken": _all_taken(row),
        "paid": _paid(row),
        "switch": True,
    }


def _all_taken(row: Authorization) -> bool:
    """Tell whether nothing is left to take back, of this form or of what came in its place."""
    return is_taken_back(row) and not reached_by(row)


def _paid(row: Authorization) -> bool:
    """Tell whether paid use alone can still be taken back."""
    left = (one for one in (row, *reached_by(row)) if one.paid and not is_taken_back(one))
    return any(not any(said.paid_only for said in one.revocations.all()) for one in left)
