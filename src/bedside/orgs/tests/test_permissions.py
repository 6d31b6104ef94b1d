"""Who may do what, written down a second time: a changed table must be meant."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from bedside.orgs.models import Membership
from bedside.orgs.permissions import STRONG_SIGN_IN, Role, Verb, may, require

#           owner  privacy approver clinician writer agency auditor
MATRIX = {
    "read":      "yes  yes  yes  yes  yes  yes  yes",
    "write":     "yes  yes  yes  yes  yes  yes  no",
    "comment":   "yes  yes  yes  yes  yes  yes  no",
    "approve":   "yes  yes  yes  no   no   no   no",
    "schedule":  "yes  yes  yes  no   yes  yes  no",
    "settle":    "yes  yes  yes  no   yes  yes  no",
    "take_down": "yes  yes  yes  no   no   no   no",
    "pause":     "yes  yes  yes  yes  yes  yes  no",
    "connect":   "yes  yes  no   no   no   no   no",
    "set_rules": "yes  yes  no   no   no   no   no",
    "ask_consent":  "yes  yes  yes  yes  yes  yes  no",
    "keep_consent": "yes  yes  no   no   no   no   no",
    "manage":    "yes  no   no   no   no   no   no",
    "export":    "yes  yes  no   no   no   no   yes",
}  # fmt: skip
CELLS = [
    (role, Verb(verb), word == "yes")
    for verb, words in MATRIX.items()
    for role, word in zip(Role, words.split(), strict=True)
]


@pytest.mark.parametrize(("role", "verb", "allowed"), CELLS)
def test_a_role_may_do_exactly_what_the_matrix_says(role, verb, allowed):
    assert may(Membership(role=role), verb) is allowed


def test_every_right_stands_in_the_matrix():
    assert {Verb(verb) for verb in MATRIX} == set(Verb)


@pytest.mark.parametrize("verb", list(Verb))
def test_an_ended_membership_may_do_nothing(verb):
    assert not may(Membership(role=Role.OWNER, ended_at=timezone.now()), verb)


def test_a_missing_right_is_refused_in_words():
    with pytest.raises(PermissionDenied, match="the right to take down"):
        require(Membership(role=Role.WRITER), Verb.TAKE_DOWN)


def test_whoever_can_let_something_out_must_sign_in_strongly():
    assert {role.value for role in STRONG_SIGN_IN} == {
        "owner", "privacy", "approver", "writer", "agency",
    }  # fmt: skip
