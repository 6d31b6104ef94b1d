"""Everything that changes an organisation, its people and its places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from bedside.orgs.models import Location, Membership, Organisation, StaffMember, User
from bedside.orgs.permissions import Role, Verb, require
from bedside.records.chain import append

if TYPE_CHECKING:
    from collections.abc import Sequence


class AlreadyMember(ValueError):
    """This person is a member already."""


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
def end_membership(*, by: Membership, member: Membership) -> bool:
    """End a membership at once. Returns False where it had ended before."""
    require(by, Verb.MANAGE)
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


def _free_slug(name: str) -> str:
    wanted = slugify(name)[:40] or "clinic"
    taken = set(Organisation.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    number = 2
    slug = wanted
    while slug in taken:
        slug, number = f"{wanted}-{number}", number + 1
    return slug
