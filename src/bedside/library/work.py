"""What the page of one picture shows of its boxes: plain values for the template."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bedside.consents.queries import choices
from bedside.consents.sight import called
from bedside.consents.terms import Item
from bedside.guard.images.eyes import missing
from bedside.library.chips import Chip, Shown, chip_for, scope_of, shown
from bedside.library.deciding import CHECKLIST, REASONS, may_remove, own_steps
from bedside.library.models import Asset, Box
from bedside.library.publishing import could_publish
from bedside.library.queries import boxes_of, present, problems
from bedside.library.sameness import copies
from bedside.library.video.showing import film_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bedside.consents.models import Authorization
    from bedside.library.models import Rendering
    from bedside.library.publishing import Row
    from bedside.library.sameness import TakenBack
    from bedside.library.video.showing import Film
    from bedside.orgs.models import Membership


@dataclass(frozen=True)
class Choice:
    """
    An authorization that may be linked, with what it covers and until when.

    `called` is the person's name for those who may see it, else "".
    """

    authorization: Authorization
    called: str
    scope: str


@dataclass(frozen=True)
class Work:
    """One picture or video at work. `wrong` is what just could not be done, and why."""

    asset: Asset
    boxes: Sequence[Shown]
    selected: Shown | None
    sent: bool
    rendering: Rendering | None
    problems: Sequence[str]
    rows: Sequence[Row]
    copies: Sequence[Asset]
    choices: Sequence[Choice]
    may_undo: bool
    may_remove: bool
    video: Film | None
    wrong: str = ""

    @property
    def open(self) -> list[Shown]:
        """The boxes about which somebody still has to decide."""
        return [one for one in self.boxes if one.box.status == Box.Status.OPEN]

    @property
    def painted(self) -> list[Shown]:
        """All boxes, the largest first, so that a small one can be reached within a large one."""
        return sorted(self.boxes, key=lambda one: -one.box.place.area)

    @property
    def listed(self) -> list[Shown]:
        """All boxes, the open ones first."""
        return sorted(self.boxes, key=lambda one: one.box.status != Box.Status.OPEN)

    @property
    def looking(self) -> bool:
        """Whether the machine is still looking."""
        return self.asset.look in {Asset.Look.WAITING, Asset.Look.QUICK}

    @property
    def busy(self) -> bool:
        """Whether the page should ask again soon."""
        return self.looking or self.asset.render_due

    @property
    def token(self) -> str:
        """What stands for everything that a machine may change while the page is open."""
        asset = self.asset
        made = self.rendering.sha256 if self.rendering else ""
        state = f"{asset.look} {asset.render_due} {len(self.boxes)} {made} {self.problems}"
        return hashlib.sha256(state.encode()).hexdigest()[:16]

    @property
    def chip(self) -> Chip:
        """What the list beside the picture says of it."""
        return chip_for(self.asset, self._counts, settled=not self.problems)

    @property
    def _counts(self) -> Counter[str]:
        return Counter(str(one.box.status) for one in self.boxes)

    @property
    def reasons(self) -> list[tuple[str, str]]:
        """Why there may be nothing to cover in the selected box."""
        if self.selected is None:
            return []
        return [(one.value, one.label) for one in REASONS[self.selected.box.kind]]

    @property
    def checklist(self) -> Mapping[str, str]:
        """What a person must look for in the machine's place."""
        return CHECKLIST

    @property
    def installed(self) -> bool:
        """Whether what looks at pictures is installed here at all."""
        return not missing()

    @property
    def covered(self) -> bool:
        """Whether anything is covered."""
        return any(one.box.status == Box.Status.COVERED for one in self.boxes)

    @property
    def summary(self) -> str:
        """The status line in plain words, never with what was read."""
        faces = [one.box for one in self.boxes if one.box.kind == Box.Kind.FACE]
        said = [_faces(faces)]
        said += dict.fromkeys(one.box.says for one in self.open if one.box.letter and one.box.says)
        if "GPS" in self.asset.removed:
            said.append("Location removed.")
        return " ".join(filter(None, said))


def work_on(
    asset: Asset,
    *,
    by: Membership,
    known: Sequence[TakenBack] | None = None,
    box: int | None = None,
    sent: bool = False,
    link: bool = False,
    wrong: str = "",
) -> Work:
    """
    Gather the page of a picture for a member. `asset` comes from `with_boxes`; `box` is the
    selected one's id; `known` are the forms that were taken back, where they were read already.

    `link` asks for the authorizations that could be linked to it.
    """
    boxes = boxes_of(asset)
    accounts = asset.organisation.accounts.order_by("pk")
    networks = list(dict.fromkeys(account.shown for account in accounts))
    chosen = next((one for one in boxes if one.pk == box), None)
    stands = problems(asset, boxes, known)
    told = [shown(one) for one in boxes]
    return Work(
        asset=asset,
        boxes=told,
        selected=shown(chosen) if chosen else None,
        sent=sent,
        rendering=present(asset, boxes),
        problems=stands,
        rows=could_publish(asset, boxes, networks, stands),
        copies=copies(asset),
        choices=_choices(by, chosen) if chosen and chosen.linkable and link else (),
        may_undo=own_steps(by, asset).exists(),
        may_remove=chosen is not None and may_remove(by, chosen),
        video=film_of(asset, told) if asset.is_video else None,
        wrong=wrong,
    )


def _choices(by: Membership, box: Box) -> list[Choice]:
    """Return what may be linked: staff releases first, then consents, the newest first."""
    valid = [
        Choice(one, called(by, one), scope_of(one))
        for one in choices(by.organisation)
        if box.person or Item.NAME in one.items
    ]
    return sorted(valid, key=lambda one: one.authorization.kind != one.authorization.Kind.STAFF)


def _faces(faces: Sequence[Box]) -> str:
    """Say how many faces there are and what becomes of them."""
    if not faces:
        return "No face was found."
    counted = {
        "with consent": sum(box.status == Box.Status.LINKED for box in faces),
        "covered": sum(box.status == Box.Status.COVERED for box in faces),
        "open": sum(box.status == Box.Status.OPEN for box in faces),
        "no face": sum(box.status == Box.Status.DISMISSED for box in faces),
    }
    parts = ", ".join(f"{count} {word}" for word, count in counted.items() if count)
    return f"{len(faces)} {'face' if len(faces) == 1 else 'faces'}: {parts}."
