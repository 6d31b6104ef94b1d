"""The versions of a post and what colleagues say about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from bedside.orgs.access import for_members
from bedside.orgs.permissions import Verb, may, require
from bedside.outbox.verbs import NotPossible
from bedside.posts.composing.conflicts import changes
from bedside.posts.naming import names_of
from bedside.posts.queries import posts_of
from bedside.posts.states import WRITABLE
from bedside.posts.verbs import SavedElsewhere, add_note, save_draft

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from bedside.orgs.models import Membership
    from bedside.posts.models import Post, Revision


@for_members()
def versions(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """Show the versions and what changed between two of them; POST brings an old one back."""
    post = get_object_or_404(posts_of(member.organisation).select_related("author"), pk=pk)
    if request.method == "POST":
        require(member, Verb.WRITE)
        return _bring_back(request, member, post)
    revisions = list(post.revisions.select_related("author").order_by("-number"))
    new = _chosen(revisions, request.GET.get("new", ""), 0)
    old = _chosen(revisions, request.GET.get("old", ""), min(1, len(revisions) - 1))
    names = names_of(member.organisation.accounts.all())
    context = {
        "post": post,
        "revisions": revisions,
        "old": old,
        "new": new,
        "changes": changes(old.words, new.words, names),
        "may_bring_back": may(member, Verb.WRITE) and post.state in WRITABLE,
    }
    return render(request, "posts/compose_versions.html", context)


@for_members()
def notes(request: HttpRequest, member: Membership, pk: int) -> HttpResponse:
    """Show what colleagues say about a post; POST adds to it."""
    post = get_object_or_404(posts_of(member.organisation), pk=pk)
    text = wrong = ""
    if request.method == "POST":
        require(member, Verb.COMMENT)
        text = request.POST.get("text", "").replace("\r\n", "\n")
        try:
            add_note(by=member, post=post, text=text)
        except NotPossible as reason:
            wrong = str(reason)
        else:
            return redirect("posts:notes", slug=member.organisation.slug, pk=pk)
    context = {
        "post": post,
        "notes": post.notes.select_related("author").order_by("at", "pk"),
        "may_comment": may(member, Verb.COMMENT),
        "text": text,
        "wrong": wrong,
    }
    return render(request, "posts/compose_notes.html", context, status=422 if wrong else 200)


def _bring_back(request: HttpRequest, member: Membership, post: Post) -> HttpResponse:
    """Save the words of an old version as the newest one; nothing that was written is lost."""
    number = request.POST.get("number", "")
    old = get_object_or_404(post.revisions, number=int(number) if number.isdecimal() else 0)
    try:
        save_draft(by=member, post=post, content=old.words, base=post.number, as_new=True)
    except (NotPossible, SavedElsewhere) as reason:
        messages.error(request, f"It was not brought back. {reason}")
    else:
        messages.info(request, f"The words of version {old.number} are back, as a new version.")
    return redirect("posts:compose", slug=member.organisation.slug, pk=post.pk)


def _chosen(revisions: list[Revision], number: str, default: int) -> Revision:
    """Return the revision that was asked for, or the one at this place from the newest."""
    wanted = [one for one in revisions if number.isdecimal() and one.number == int(number)]
    return wanted[0] if wanted else revisions[default]
