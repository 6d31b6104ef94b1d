"""What authorizations hold against a delivery at send time, and whom they let it name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.consents.models import Authorization, Placement
from bedside.consents.queries import authorizations, defects_of, names_for
from bedside.consents.terms import Use

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from bedside.outbox.models import Delivery


def obstacles(delivery: Delivery, *, lock: bool) -> list[str]:
    """
    Say which authorizations that a delivery relies on do not allow it on its network now.

    What only a picture relies on is asked about that picture by the library; everybody else is told
    of in the words, alone or beside a picture, and their form has to allow that. With `lock` their
    rows are held, so that a revocation waits until the attempt is written down, and then finds it.
    """
    wanted = delivery.content.consents
    if not wanted:
        return []
    if lock:
        held = delivery.organisation.authorizations.select_for_update(of=("self",), no_key=True)
        list(held.filter(pk__in=wanted).order_by("pk").values_list("pk", flat=True))
    found = {one.pk: one for one in authorizations(delivery.organisation).filter(pk__in=wanted)}
    shown = {pk for picture in delivery.content.pictures for pk in picture.consents}
    said = []
    for pk in wanted:
        if pk not in found:
            said.append("A consent that it relies on is not known here.")
            continue
        in_words = pk not in shown or pk in delivery.content.in_words
        use = Use(delivery.account.shown, in_words=in_words)
        against = [defect for defect in defects_of(found[pk], use) if defect.stops]
        said += [f"{found[pk].reference}: {defect.text}" for defect in against]
    return said


def names(delivery: Delivery) -> tuple[str, ...]:
    """Return the names that a delivery's authorizations let it show on its network."""
    relied_on = delivery.content.consents
    if not relied_on:
        return ()
    return names_for(delivery.organisation, relied_on, delivery.account.shown)


def place(*, deliveries: Iterable[Delivery], **more: Any) -> None:
    """Keep which authorizations planned deliveries rely on, so that a revocation finds them."""
    wanted = [
        (delivery, pk) for delivery in deliveries for pk in dict.fromkeys(delivery.content.consents)
    ]
    if not wanted:
        return
    named = Authorization.objects.filter(pk__in={pk for _, pk in wanted})
    known = set(named.values_list("organisation_id", "pk"))
    Placement.objects.bulk_create(
        [
            Placement(authorization_id=pk, delivery=delivery)
            for delivery, pk in wanted
            if (delivery.organisation_id, pk) in known
        ],
        ignore_conflicts=True,
    )
