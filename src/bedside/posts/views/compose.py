"""The composer: its page, saving by hand and by itself, and checking while somebody writes."""

from __future__ import annotations

import secrets
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from bedside.library.queries import pictures
from bedside.orgs.access import for_members
from bedside.orgs.permissions import Verb
from bedside.outbox.verbs import NotPossible
from bedside.posts import verbs
from bedside.posts.composing.answer import answer_of
from bedside.posts.composing.conflicts import conflict_of
from bedside.posts.composing.destinations import offered
from bedside.posts.composing.form import ComposeForm
from bedside.posts.composing.page import Page, Typed, newest_revision
from bedside.posts.composing.pictures import Shown, as_stored, ref_of, shelf
from bedside.posts.composing.rewrites import safer
from bedside.posts.composing.sending import Unacceptable, is_json, read
from bedside.posts.content import Content
from bedside.posts.models import Revision
from bedside.posts.naming import names_of
from bedside.posts.queries import posts_of
from bedside.posts.relying import offered as consents_on_offer
from bedside.posts.states import State
from bedside.posts.titles import title_of
from bedside.posts.verbs import SavedElsewhere
from bedside.posts.views.history import notes, versions
from bedside.posts.views.lifecycle import attempt, hand_in, time_giver
from bedside.rulebook.queries import NONE, dismissals_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from django.http import HttpRequest, QueryDict

    from bedside.library.models import Asset
    from bedside.orgs.models import Membership
    from bedside.outbox.models import Account
    from bedside.posts.composing.answer import Answer
    from bedside.posts.composing.conflicts import Conflict
    from bedside.posts.composing.pictures import Shelf
    from bedside.posts.models import Post
    from bedside.rulebook.queries import Dismissals

__all__ = ["check", "new", "notes", "page", "save", "versions"]

PICKED_FROM = 24
"""Pictures that a page without scripts offers."""

LONGEST_NUMBER = 18
"""Digits that every database takes."""

DRAFTS_KEPT = 20
"""New pages of one session whose first save is remembered."""


@dataclass(frozen=True)
class Sent:
    """What a writer sent, against what is stored. Without a revision it begins a post."""

    form: ComposeForm
    content: Content
    accounts: list[Account]
    shelf: Shelf
    revision: Revision | None

    @property
    def said(self) -> str:
        """What is wrong with it, in words."""
        return " ".join(str(error) for errors in self.form.errors.values() for error in errors)

    @property
    def title(self) -> str | None:
        """The title to store: the one given, or the first words where nobody gave one."""
        given: str = self.form.cleaned_data.get("title", "").strip()
        if given or self.revision is None:
            return given
        auto = title_of(self.revision.words.text)
        return title_of(self.content.text) if self.revision.post.title == auto else None


@for_members(Verb.WRITE)
def new(request: HttpRequest, member: Membership) -> HttpResponse:
    """Show an empty composer. The first save makes the post."""
    if request.method == "POST":
        return _save(request, member, _begun(request, member))
    asked = request.GET
    chosen = pictures(member.organisation).filter(pk=_number(asked.get("picture", "")) or 0)
    content = Content(pictures=tuple(ref_of(asset) for asset in chosen))
    accounts = offered(member.organisation)
    return _draw(
        request,
        Page(
            member=member,
            typed=Typed(content, date=asked.get("date", ""), time=asked.get("time", "")),
            answer=answer_of(content, accounts, member.organisation),
            pictures=_shown(chosen),
            token=secrets.token_urlsafe(16),
        ),
    )


@require_safe
@for_members()
def page(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """Show a post with everything that is known about it."""
    revision = _revision(member, pk)
    content = revision.words
    answer = answer_of(
        content,
        offered(member.organisation, content.accounts),
        member.organisation,
        publish_at=revision.post.publish_at,
        dismissals=_dismissals(revision.post),
        shown=_number(request.GET.get("preview", "")),
    )
    shown = as_stored(content.pictures, answer.assets)
    offer = pictures(member.organisation)[:PICKED_FROM] if "pick" in request.GET else ()
    return _draw(
        request,
        Page(
            member=member,
            typed=Typed(content),
            answer=answer,
            pictures=shown,
            revision=revision,
            base=revision.number,
            base_hash=revision.content_hash,
            unlocked="edit" in request.GET and revision.post.state != State.REVIEW,
            offer=_shown(offer),
            consents=consents_on_offer(member) if "consents" in request.GET else (),
        ),
    )


@require_POST
@for_members(Verb.WRITE)
def save(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """Save a post: as a form, or as JSON from the editor while somebody writes."""
    return _save(request, member, _revision(member, pk))


@require_POST
@for_members(Verb.WRITE)
def check(request: HttpRequest, member: Membership) -> HttpResponse:
    """
    Say what the guard and the networks think of a text. Nothing is stored, nothing is logged.

    Takes a post as JSON, with `quick` for a check between two keystrokes, `preview` (an account)
    and `post` (its id, for its time).
    """
    try:
        sent = _sent(read(request), member, None)
    except Unacceptable as refusal:
        return refusal.response
    if sent.form.errors:
        return JsonResponse({"said": sent.said}, status=422)
    asked = sent.form.data
    post = posts_of(member.organisation).filter(pk=_number(asked.get("post", "")) or 0).first()
    answer = answer_of(
        sent.content,
        sent.accounts,
        member.organisation,
        publish_at=post.publish_at if post else None,
        dismissals=_dismissals(post),
        shown=_number(asked.get("preview", "")),
        quick="quick" in asked,
    )
    html = _parts(request, answer, sent.shelf, post)
    if answer.full:
        offers = {"safer": safer(answer, member.organisation)}
        html["safer"] = render_to_string("posts/compose/safer.html", offers, request)
    return JsonResponse(answer.as_json() | {"html": html})


def _save(request: HttpRequest, member: Membership, revision: Revision | None) -> HttpResponse:
    try:
        sent = _sent(read(request), member, revision)
    except Unacceptable as refusal:
        return refusal.response
    if sent.form.errors:
        return _again(request, member, sent, 422, f"Not saved. {sent.said}")
    try:
        saved = _keep(member, sent)
    except SavedElsewhere:
        return _conflict(request, member, sent)
    except NotPossible as reason:
        return _again(request, member, sent, 409, f"Not saved. {reason}")
    if revision is None:
        _remember(request, sent.form.cleaned_data["token"], saved.post_id)
    return _saved(request, member, sent, saved)


def _keep(member: Membership, sent: Sent) -> Revision:
    asked = sent.form.cleaned_data
    if sent.revision is None:
        post = verbs.start_draft(by=member, content=sent.content, title=sent.title or "")
        return newest_revision(member, post.pk)
    verbs.save_draft(
        by=member,
        post=sent.revision.post,
        content=sent.content,
        base=asked["base"] or sent.revision.number,
        base_hash=asked["base_hash"],
        title=sent.title,
        as_new=asked["as_new"],
    )
    return newest_revision(member, sent.revision.post_id)


def _saved(request: HttpRequest, member: Membership, sent: Sent, saved: Revision) -> HttpResponse:
    """Go on after a save: answer the editor, or take the step that the pressed button asks for."""
    post = saved.post
    address = {"slug": member.organisation.slug, "pk": post.pk}
    if sent.revision is None and sent.form.data.get("date"):
        attempt(request, member, post, time_giver(sent.form.data))
    if is_json(request):
        return JsonResponse(
            {
                "url": reverse("posts:compose", kwargs=address),
                "save": reverse("posts:save", kwargs=address),
                "post": post.pk,
                "number": saved.number,
                "hash": saved.content_hash,
                "state": post.state,
                "title": post.title,
            },
            status=200 if sent.revision else 201,
        )
    then = request.POST.get("then", "")
    if then == "submit":
        attempt(request, member, post, hand_in)
    elif then == "schedule" and sent.revision is not None:
        attempt(request, member, post, time_giver(sent.form.data))
    query = {"pick": "?pick=1#pictures", "consents": "?consents=1#consents"}.get(then, "")
    return redirect(reverse("posts:compose", kwargs=address) + query)


def _conflict(request: HttpRequest, member: Membership, sent: Sent) -> HttpResponse:
    """Show what somebody else saved beside what was typed, which stays as it is."""
    assert sent.revision is not None
    theirs = newest_revision(member, sent.revision.post_id)
    names = names_of(sent.accounts)
    conflict = conflict_of(theirs, sent.content, member.user_id, names)
    if not is_json(request):
        return _again(request, member, sent, 409, "", conflict=conflict)
    shown = {"conflict": conflict, "post": theirs.post}
    html = render_to_string("posts/compose/conflict.html", shown, request)
    return JsonResponse(conflict.as_json() | {"html": html}, status=409)


def _again(
    request: HttpRequest,
    member: Membership,
    sent: Sent,
    status: int,
    said: str,
    conflict: Conflict | None = None,
) -> HttpResponse:
    """Show the page again with everything that was typed; the editor only gets the reason."""
    if is_json(request):
        return JsonResponse({"said": said}, status=status)
    if said:
        messages.error(request, said)
    data, asked = sent.form.data, sent.form.cleaned_data
    post = sent.revision.post if sent.revision else None
    again = Page(
        member=member,
        typed=Typed(
            sent.content, data.get("title", ""), data.get("date", ""), data.get("time", "")
        ),
        answer=answer_of(
            sent.content,
            sent.accounts,
            member.organisation,
            publish_at=post.publish_at if post else None,
            dismissals=_dismissals(post),
        ),
        pictures=sent.shelf.shown(sent.content.pictures),
        revision=sent.revision,
        base=conflict.theirs.number if conflict else asked.get("base") or 0,
        base_hash=conflict.theirs.content_hash if conflict else asked.get("base_hash", ""),
        token=asked.get("token", ""),
        unlocked=True,
        errors=sent.form.errors,
        conflict=conflict,
    )
    return _draw(request, again, status)


def _sent(data: QueryDict, member: Membership, revision: Revision | None) -> Sent:
    organisation = member.organisation
    stored = revision.words if revision else None
    chosen = [pk for text in data.getlist("accounts") if (pk := _number(text)) is not None]
    accounts = offered(organisation, [*chosen, *(stored.accounts if stored else ())])
    form = ComposeForm(data, accounts=accounts)
    form.is_valid()
    found = shelf(organisation, form.hashes(), stored.pictures if stored else ())
    return Sent(form, form.content(found.refs, stored), accounts, found, revision)


def _parts(request: HttpRequest, answer: Answer, found: Shelf, post: Post | None) -> dict[str, Any]:
    """Draw the parts of the page that follow the text; after a quick check only the fast ones."""
    context = {
        "answer": answer,
        "post": post,
        "pictures": found.shown(answer.content.pictures),
    }
    slow = ["missing", "found", "stands"] if answer.full else []
    drawn: dict[str, Any] = {
        name: render_to_string(f"posts/compose/{name}.html", context, request)
        for name in ["counts", "lengths", "preview", *slow]
    }
    finds = "posts/compose/finds.html"
    drawn["finds"] = {
        one.field: render_to_string(finds, {"found": one, "post": post}, request)
        for one in answer.found
    }
    return drawn


def _dismissals(post: Post | None) -> Dismissals:
    return dismissals_of(post.organisation, post.subject, post.number) if post else NONE


def _begun(request: HttpRequest, member: Membership) -> Revision | None:
    """Return the post that this new page began already, where its answer was lost on the way."""
    with suppress(Unacceptable, Revision.DoesNotExist):
        pk = request.session.get("composed", {}).get(read(request).get("token", ""))
        return newest_revision(member, pk) if pk else None
    return None


def _remember(request: HttpRequest, token: str, pk: int) -> None:
    if token:
        begun = {**request.session.get("composed", {}), token: pk}
        request.session["composed"] = dict(list(begun.items())[-DRAFTS_KEPT:])


def _draw(request: HttpRequest, shown: Page, status: int = 200) -> HttpResponse:
    offers = [] if shown.locked else safer(shown.answer, shown.member.organisation)
    context = {"page": shown, "post": shown.post, "safer": offers}
    return render(request, "posts/compose.html", context, status=status)


def _shown(assets: Iterable[Asset]) -> list[Shown]:
    return [Shown(ref_of(asset), asset) for asset in assets]


def _revision(member: Membership, pk: int) -> Revision:
    try:
        return newest_revision(member, pk)
    except Revision.DoesNotExist:
        raise Http404 from None


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) <= LONGEST_NUMBER else None
