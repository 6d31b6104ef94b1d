"""Connected accounts, connecting more, and where Bedside talks to."""

from __future__ import annotations

import json
import secrets
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from bedside.channels import base as channels
from bedside.channels import catalogue, connecting
from bedside.channels.connection import Begun, Connected
from bedside.orgs.access import for_members
from bedside.orgs.permissions import Verb, may
from bedside.outbox.accounts import disconnect_account, keep_account
from bedside.outbox.egress import hosts_of
from bedside.outbox.forms import ConnectForm
from bedside.outbox.queries import waiting_by_account
from bedside.records.sealing import SealBroken, seal, unseal

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from bedside.orgs.models import Membership

WAY_BACK = "bedside_connecting"
OFFERED = ("practice", "bluesky", "mastodon", "manual")


@for_members()
def page(request: HttpRequest, member: Membership) -> HttpResponse:
    """Show the accounts, what each network allows, and every address the house talks to."""
    accounts = list(member.organisation.accounts.select_related("connected_by").order_by("pk"))
    waiting = waiting_by_account(member.organisation)
    context = {
        "accounts": [(account, waiting.get(account.pk, 0)) for account in accounts],
        "abilities": [catalogue.capability(network) for network in catalogue.networks()],
        "hosts": hosts_of(accounts),
        "offered": OFFERED,
        "may_connect": may(member, Verb.CONNECT),
    }
    return render(request, "outbox/networks.html", context)


@for_members(Verb.CONNECT)
def connect(request: HttpRequest, member: Membership, network: str) -> HttpResponse:
    """Connect an account, in one step or by signing in at the network."""
    if network not in OFFERED:
        raise Http404
    form = ConnectForm(request.POST or None, fields=catalogue.connect_fields(network))
    if request.method == "POST" and form.is_valid():
        if connecting.must_sign_in_there(network):
            return _begin(request, member, network, form)
        answer = connecting.connect(network, form.cleaned_data)
        if isinstance(answer, Connected):
            return _keep(request, member, network, answer)
        _explain(form, answer)
    status = 422 if form.errors else 200
    context = {"form": form, "network": network}
    return render(request, "outbox/connect.html", context, status=status)


@for_members(Verb.CONNECT)
def returned(request: HttpRequest, member: Membership, network: str) -> HttpResponse:
    """Take somebody back who signed in at the network."""
    sealed = request.session.pop(WAY_BACK, None)
    carried = _carried(sealed, member, network)
    if carried is None or not secrets.compare_digest(
        carried["state"], request.GET.get("state", "")
    ):
        messages.error(
            request, "This sign-in was begun elsewhere or too long ago. Begin again here."
        )
        return redirect("outbox:connect", slug=member.organisation.slug, network=network)
    answer = connecting.finish(network, carried, request.GET.dict())
    if isinstance(answer, Connected):
        return _keep(request, member, network, answer)
    messages.error(request, answer.reason)
    return redirect("outbox:connect", slug=member.organisation.slug, network=network)


@require_POST
@for_members(Verb.CONNECT)
def disconnect(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """Forget an account's keys."""
    account = get_object_or_404(member.organisation.accounts, pk=pk)
    if disconnect_account(by=member, account=account):
        messages.success(
            request, "Disconnected. Its keys are gone; what is planned for it waits, none is lost."
        )
    return redirect("outbox:networks", slug=member.organisation.slug)


def _begin(
    request: HttpRequest, member: Membership, network: str, form: ConnectForm
) -> HttpResponse:
    back = reverse("outbox:returned", kwargs={"slug": member.organisation.slug, "network": network})
    begun = connecting.begin(network, form.cleaned_data, request.build_absolute_uri(back))
    if not isinstance(begun, Begun):
        _explain(form, begun)
        return render(
            request, "outbox/connect.html", {"form": form, "network": network}, status=422
        )
    carried = json.dumps({**begun.carried, "state": begun.state}).encode()
    request.session[WAY_BACK] = seal(carried, about=_about(member, network)).hex()
    # Browsers refuse a form that is answered by a redirect to another origin (form-action).
    return render(request, "web/leaving.html", {"address": begun.url})


def _carried(sealed: str | None, member: Membership, network: str) -> dict[str, str] | None:
    if not sealed:
        return None
    try:
        carried: dict[str, str] = json.loads(
            unseal(bytes.fromhex(sealed), about=_about(member, network))
        )
    except SealBroken:
        return None
    return carried


def _about(member: Membership, network: str) -> str:
    return f"connecting:{member.pk}:{network}"


def _keep(
    request: HttpRequest, member: Membership, network: str, connected: Connected
) -> HttpResponse:
    account = keep_account(by=member, network=network, connected=connected)
    messages.success(request, f"{account.name} is connected.")
    return redirect("outbox:networks", slug=member.organisation.slug)


def _explain(form: ConnectForm, answer: channels.Refused | channels.Wait) -> None:
    field = answer.field if isinstance(answer, channels.Refused) else ""
    form.add_error(field if field in form.fields else None, answer.reason)
