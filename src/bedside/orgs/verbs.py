"""Everything that changes an organisation, its people and its places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from bedside.guard.jurisdictions import spelled
from bedside.orgs.models import Location, Membership, Organisation, StaffMember, User
from bedside.orgs.permissions import Role, Verb, require
from bedside.records.chain import append

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


RESERVED = {"accounts", "organisations", "practice", "sign", "static"}
"""First parts of addresses that are no organisation's."""


class AlreadyMember(ValueError):
    """This person is a member already."""


class LastOwner(ValueError):
    """Nobody else owns this organisation: it would be left to itself."""


@transaction.atomic
def found_organisation(
    *,
    name: str,
    owner: User,
    kind: str = "family",
    time_zone: str = "America/Chicago",
    city: str = "",
    region: str = "",
    phone: str = "",
    email: str = "",
    domains: Sequence[str] = (),
    demo: bool = False,
) -> Organisation:
    """Create an organisation with its first owner. The slug is made from the name."""
    organisation = Organisation(
        name=name,
        slug=_free_slug(name),
        kind=kind,
        time_zone=time_zone,
        city=city,
        region=region,
        phone=phone,
        email=email,
        domains=list(domains),
        demo=demo,
    )
    organisation.full_clean()
    organisation.save()
    Membership.objects.create(organisation=organisation, user=owner, role=Role.OWNER)
    append(
        organisation_id=organisation.pk,
        actor=f"user:{owner.pk}",
        verb="organisation.founded",
        subject=f"organisation:{organisation.pk}",
        facts={},
    )
    return organisation


@transaction.atomic
def add_member(*, by: Membership, user: User, role: Role) -> Membership:
    """Let a person in. Raises `AlreadyMember` if they are in already."""
    require(by, Verb.MANAGE)
    organisation = by.organisation
    if organisation.memberships.filter(user=user, ended_at=None).exists():
        raise AlreadyMember
    member = Membership.objects.create(organisation=organisation, user=user, role=role)
    append(
        organisation_id=organisation.pk,
        actor=f"user:{by.user_id}",
        verb="member.added",
        subject=f"member:{member.pk}",
        facts={"role": role.value, "user": user.pk},
    )
    return member


@transaction.atomic
def change_role(*, by: Membership, member: Membership, role: Role) -> bool:
    """Give a member another role. False where nothing changed. Raises `LastOwner`."""
    require(by, Verb.MANAGE)
    if role != Role.OWNER:
        _keep_an_owner(by.organisation, member)
    changed = (
        by.organisation.memberships.filter(pk=member.pk, ended_at=None)
        .exclude(role=role)
        .update(role=role)
    )
    if changed:
        append(
            organisation_id=by.organisation_id,
            actor=f"user:{by.user_id}",
            verb="member.role_changed",
            subject=f"member:{member.pk}",
            facts={"role": role.value, "user": member.user_id},
        )
    return bool(changed)


@transaction.atomic
def end_membership(*, by: Membership, member: Membership) -> bool:
    """End a membership at once. False where it had ended before. Raises `LastOwner`."""
    require(by, Verb.MANAGE)
    _keep_an_owner(by.organisation, member)
    ended = by.organisation.memberships.filter(pk=member.pk, ended_at=None).update(
        ended_at=timezone.now()
    )
    if ended:
        append(
            organisation_id=by.organisation_id,
            actor=f"user:{by.user_id}",
            verb="member.ended",
            subject=f"member:{member.pk}",
            facts={},
        )
    return bool(ended)


@transaction.atomic
def change_organisation(*, by: Membership, changes: Mapping[str, object]) -> None:
    """
    Change what an organisation says of itself. `changes` are validated values by field name.

    The record names the fields, not their values. Raises `ValidationError`.
    """
    require(by, Verb.MANAGE)
    organisation = Organisation.objects.select_for_update().get(pk=by.organisation_id)
    changed = [name for name, value in changes.items() if getattr(organisation, name) != value]
    if not changed:
        return
    for name in changed:
        setattr(organisation, name, changes[name])
    organisation.full_clean()
    organisation.save(update_fields=changed)
    append(
        organisation_id=organisation.pk,
        actor=f"user:{by.user_id}",
        verb="organisation.changed",
        subject=f"organisation:{organisation.pk}",
        facts={"fields": changed},
    )


@transaction.atomic
def choose_jurisdictions(
    *, by: Membership, places: Sequence[str], treats_substance_use: bool
) -> bool:
    """
    Say whose law holds from now on. False where nothing changed.

    A state brings the law of its country along. Raises `ValueError` for no place at all or for one
    that the guard does not know.
    """
    require(by, Verb.SET_RULES)
    if not places:
        raise ValueError("Choose at least one place.")
    chosen = list(spelled(places))
    changed = (
        Organisation.objects.filter(pk=by.organisation_id)
        .exclude(jurisdictions=chosen, treats_substance_use=treats_substance_use)
        .update(jurisdictions=chosen, treats_substance_use=treats_substance_use)
    )
    if changed:
        append(
            organisation_id=by.organisation_id,
            actor=f"user:{by.user_id}",
            verb="organisation.jurisdictions_chosen",
            subject=f"organisation:{by.organisation_id}",
            facts={"places": chosen, "part_2": treats_substance_use},
        )
    return bool(changed)


def add_location(
    *, by: Membership, name: str, address: str = "", city: str = "", phone: str = ""
) -> Location:
    """Add a place where people are seen."""
    require(by, Verb.MANAGE)
    return Location.objects.create(
        organisation=by.organisation, name=name, address=address, city=city, phone=phone
    )


def add_staff(*, by: Membership, name: str, title: str = "") -> StaffMember:
    """Name somebody who works there, so that the guard knows they are no patient."""
    require(by, Verb.MANAGE)
    return StaffMember.objects.create(organisation=by.organisation, name=name, title=title)


def remove_location(*, by: Membership, location_id: int) -> bool:
    """Forget a place. False where it was gone before."""
    require(by, Verb.MANAGE)
    return bool(by.organisation.locations.filter(pk=location_id).delete()[0])


def remove_staff(*, by: Membership, staff_id: int) -> bool:
    """Forget somebody who worked there; from now on the guard may take the name for a patient's."""
    require(by, Verb.MANAGE)
    return bool(by.organisation.staff.filter(pk=staff_id).delete()[0])


@transaction.atomic
def pause_sending(*, by: Membership) -> bool:
    """Stop everything that would go out, at once. Returns False where it was paused already."""
    require(by, Verb.PAUSE)
    paused = Organisation.objects.filter(pk=by.organisation_id, paused_at=None).update(
        paused_at=timezone.now(), paused_by=by.user_id
    )
    if paused:
        append(
            organisation_id=by.organisation_id,
            actor=f"user:{by.user_id}",
            verb="sending.paused",
            subject=f"organisation:{by.organisation_id}",
            facts={},
        )
    return bool(paused)


@transaction.atomic
def resume_sending(*, by: Membership) -> bool:
    """Let things go out again. What became late meanwhile is missed, not sent by surprise."""
    require(by, Verb.PAUSE)
    resumed = (
        Organisation.objects.filter(pk=by.organisation_id)
        .exclude(paused_at=None)
        .update(paused_at=None, paused_by=None)
    )
    if resumed:
        append(
            organisation_id=by.organisation_id,
            actor=f"user:{by.user_id}",
            verb="sending.resumed",
            subject=f"organisation:{by.organisation_id}",
            facts={},
        )
    return bool(resumed)


def _keep_an_owner(organisation: Organisation, member: Membership) -> None:
    """Raise `LastOwner` if the organisation would have no owner without this one."""
    owners = organisation.memberships.select_for_update().filter(role=Role.OWNER, ended_at=None)
    if {owner.pk for owner in owners} == {member.pk}:
        raise LastOwner


def _free_slug(name: str) -> str:
    wanted = slugify(name)[:40] or "clinic"
    taken = RESERVED | set(
        Organisation.objects.filter(slug__startswith=wanted).values_list("slug", flat=True)
    )
    number = 2
    slug = wanted
    while slug in taken:
        slug, number = f"{wanted}-{number}", number + 1
    return slug
