"""The settings: the organisation, its people, its places."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from bedside.guard.jurisdictions import profiles, spelled
from bedside.orgs import verbs
from bedside.orgs.access import for_members
from bedside.orgs.forms import (
    InviteForm,
    JurisdictionsForm,
    LocationForm,
    OrganisationForm,
    RoleForm,
    StaffForm,
    open_to_choice,
)
from bedside.orgs.invitations import invite, link_for, may_have_link
from bedside.orgs.permissions import ALLOWED, STRONG_SIGN_IN, Role, Verb, may, require

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from bedside.orgs.models import Membership

WORDS = {
    Verb.READ: "Read everything here",
    Verb.WRITE: "Write posts and add pictures",
    Verb.COMMENT: "Leave notes for colleagues",
    Verb.APPROVE: "Approve what somebody else wrote",
    Verb.SCHEDULE: "Give an approved post its time",
    Verb.SETTLE: "Say what became of a post that nobody knows of",
    Verb.TAKE_DOWN: "Take down what is live",
    Verb.PAUSE: "Pause all sending, and resume it",
    Verb.CONNECT: "Connect networks",
    Verb.SET_RULES: "Set how hard rules stop and whose law holds, and review dismissals",
    Verb.ASK_CONSENT: "Ask for a consent, and note that somebody took one back",
    Verb.KEEP_CONSENT: "Settle consents, and say that something is gone",
    Verb.MANAGE: "Change settings, let people in and end memberships",
    Verb.EXPORT: "Export records for somebody outside",
}
"""Each right as a sentence, for the table of roles."""

LAST_OWNER = "Somebody must own this organization. Make another member an owner first."


@for_members()
def settings(request: HttpRequest, member: Membership) -> HttpResponse:
    """Show what the organisation says of itself, and let owners change it."""
    # A form writes into its instance before anything is saved; the shell must not show that.
    form = OrganisationForm(request.POST or None, instance=copy(member.organisation))
    if request.method == "POST":
        require(member, Verb.MANAGE)
        if form.is_valid():
            verbs.change_organisation(by=member, changes=form.cleaned_data)
            messages.success(request, "Saved.")
            return redirect("orgs:settings", slug=member.organisation.slug)
    return render(request, "orgs/settings.html", {"form": form, "manages": _manages(member)})


@never_cache
@for_members()
def members(request: HttpRequest, member: Membership) -> HttpResponse:
    """Show who belongs here; owners let people in and see the link for the new one, once."""
    form = InviteForm(request.POST or None)
    invited, link = None, ""
    if request.method == "POST":
        require(member, Verb.MANAGE)
        if form.is_valid():
            invited = _invited(member, form)
        if invited is not None:
            link = link_for(request, invited) if may_have_link(invited) else ""
            form = InviteForm()
    return _members_page(request, member, form, invited=invited, link=link)


def _invited(member: Membership, form: InviteForm) -> Membership | None:
    try:
        return invite(
            by=member,
            name=form.cleaned_data["name"],
            email=form.cleaned_data["email"],
            role=Role(form.cleaned_data["role"]),
        )
    except verbs.AlreadyMember:
        form.add_error("email", "This person is a member already.")
        return None


def _members_page(
    request: HttpRequest,
    member: Membership,
    form: InviteForm,
    *,
    invited: Membership | None = None,
    link: str = "",
) -> HttpResponse:
    everybody = member.organisation.memberships.filter(ended_at=None).select_related("user")
    return render(
        request,
        "orgs/members.html",
        {
            "members": everybody.order_by("user__name"),
            "roles": list(Role),
            "strong": STRONG_SIGN_IN,
            "form": form,
            "invited": invited,
            "link": link,
            "manages": _manages(member),
        },
    )


@never_cache
@require_POST
@for_members(Verb.MANAGE)
def new_link(request: HttpRequest, member: Membership, member_id: int) -> HttpResponse:
    """Make another link for somebody who never came in; the older ones end when it is used."""
    other = _current(member, member_id)
    if not may_have_link(other):
        messages.error(
            request,
            f"{other.user.short_name} has come in before, or belongs to another organization too. "
            "They can set a new password themselves from the sign-in page.",
        )
        return redirect("orgs:members", slug=member.organisation.slug)
    link = link_for(request, other)
    return _members_page(request, member, InviteForm(), invited=other, link=link)


@require_POST
@for_members(Verb.MANAGE)
def set_role(request: HttpRequest, member: Membership, member_id: int) -> HttpResponse:
    """Give a member another role."""
    other = _current(member, member_id)
    before = other.role
    form = RoleForm(request.POST)
    if form.is_valid():
        role = Role(form.cleaned_data["role"])
        try:
            if verbs.change_role(by=member, member=other, role=role):
                messages.success(
                    request, f"{other.user.short_name}: {Role(before).label} to {role.label}."
                )
        except verbs.LastOwner:
            messages.error(request, LAST_OWNER)
    return redirect("orgs:members", slug=member.organisation.slug)


@require_POST
@for_members(Verb.MANAGE)
def end(request: HttpRequest, member: Membership, member_id: int) -> HttpResponse:
    """End a membership at once; it can be undone by letting the person in again."""
    other = _current(member, member_id)
    slug = member.organisation.slug
    try:
        verbs.end_membership(by=member, member=other)
    except verbs.LastOwner:
        messages.error(request, LAST_OWNER)
        return redirect("orgs:members", slug=slug)
    if other.pk == member.pk:
        return redirect("web:organisations")
    undo = reverse("orgs:let_in_again", kwargs={"slug": slug, "member_id": other.pk})
    messages.success(request, f"{other.user.short_name} is no longer a member.", extra_tags=undo)
    return redirect("orgs:members", slug=slug)


@require_POST
@for_members(Verb.MANAGE)
def let_in_again(request: HttpRequest, member: Membership, member_id: int) -> HttpResponse:
    """Undo the end of a membership: the person comes in again with the role they had."""
    former = get_object_or_404(
        member.organisation.memberships.exclude(ended_at=None).select_related("user"), pk=member_id
    )
    try:
        verbs.add_member(by=member, user=former.user, role=Role(former.role))
        messages.info(request, f"{former.user.short_name} is a member again.")
    except verbs.AlreadyMember:
        messages.info(request, f"{former.user.short_name} is a member already.")
    return redirect("orgs:members", slug=member.organisation.slug)


@for_members()
def roles(request: HttpRequest, member: Membership) -> HttpResponse:
    """Show who may do what: the very table that is asked at every door."""
    rows = [(WORDS[verb], [role in ALLOWED[verb] for role in Role]) for verb in Verb]
    return render(
        request,
        "orgs/roles.html",
        {"roles": list(Role), "rows": rows, "strong": [role in STRONG_SIGN_IN for role in Role]},
    )


@for_members()
def jurisdictions(request: HttpRequest, member: Membership) -> HttpResponse:
    """Show whose law the guard goes by; owners and privacy officers choose."""
    organisation = member.organisation
    form = JurisdictionsForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        require(member, Verb.SET_RULES)
        if form.is_valid():
            verbs.choose_jurisdictions(by=member, **form.cleaned_data)
            messages.success(request, "Saved. It holds from now on, also for what waits.")
            return redirect("orgs:jurisdictions", slug=organisation.slug)
    context = {
        "form": form,
        "places": open_to_choice(),
        "held": [profiles()[code] for code in spelled(organisation.law)],
        "may_set": may(member, Verb.SET_RULES),
    }
    status = 422 if form.errors else 200
    return render(request, "orgs/jurisdictions.html", context, status=status)


@for_members()
def places(request: HttpRequest, member: Membership) -> HttpResponse:
    """Show where people are seen; owners add places."""
    form = LocationForm(request.POST or None)
    if request.method == "POST":
        require(member, Verb.MANAGE)
        if form.is_valid():
            verbs.add_location(by=member, **form.cleaned_data)
            messages.success(request, "Added.")
            return redirect("orgs:places", slug=member.organisation.slug)
    return render(
        request,
        "orgs/places.html",
        {
            "places": member.organisation.locations.order_by("name"),
            "form": form,
            "manages": _manages(member),
        },
    )


@require_POST
@for_members(Verb.MANAGE)
def forget_place(request: HttpRequest, member: Membership, location_id: int) -> HttpResponse:
    """Remove a place."""
    if verbs.remove_location(by=member, location_id=location_id):
        messages.success(request, "Removed. Its name and address are no longer taken for yours.")
    return redirect("orgs:places", slug=member.organisation.slug)


@for_members()
def staff(request: HttpRequest, member: Membership) -> HttpResponse:
    """Show who works here and may be named in public; owners add people."""
    form = StaffForm(request.POST or None)
    if request.method == "POST":
        require(member, Verb.MANAGE)
        if form.is_valid():
            verbs.add_staff(by=member, **form.cleaned_data)
            messages.success(request, "Added.")
            return redirect("orgs:staff", slug=member.organisation.slug)
    return render(
        request,
        "orgs/staff.html",
        {
            "staff": member.organisation.staff.order_by("name"),
            "form": form,
            "manages": _manages(member),
        },
    )


@require_POST
@for_members(Verb.MANAGE)
def forget_staff(request: HttpRequest, member: Membership, staff_id: int) -> HttpResponse:
    """Remove somebody who worked here."""
    if verbs.remove_staff(by=member, staff_id=staff_id):
        messages.success(request, "Removed. From now on the guard asks when this name appears.")
    return redirect("orgs:staff", slug=member.organisation.slug)


def _current(member: Membership, member_id: int) -> Membership:
    return get_object_or_404(
        member.organisation.memberships.filter(ended_at=None).select_related("user"), pk=member_id
    )


def _manages(member: Membership) -> bool:
    return may(member, Verb.MANAGE)
