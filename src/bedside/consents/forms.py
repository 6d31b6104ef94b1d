"""What can be filled in about an authorization: asking for it, paper, and copies."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone

from bedside.consents import naming, pictures
from bedside.consents.drafts import LONGEST
from bedside.consents.ledger import networks_of
from bedside.consents.models import Authorization
from bedside.consents.scans import HEAVIEST
from bedside.consents.terms import Remuneration, Shown, Signer, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from django.http import QueryDict

    from bedside.orgs.models import Organisation

PERSON = ("name", "born", "contact", "information")
NOT_LISTED = "Something chosen here is not on the list any more. Choose again."
YEAR = timedelta(days=365)
IN_BOXES = (forms.CheckboxInput, forms.CheckboxSelectMultiple, forms.RadioSelect)
"""Widgets that are drawn as boxes to tick, without a frame of their own."""


class AskForm(forms.Form):
    """A form before it is signed. Nothing but the person has to be complete for it to be kept."""

    kind = forms.ChoiceField(
        widget=forms.RadioSelect,
        label="Who is it about?",
        choices=Authorization.Kind.choices,
        initial="patient",
    )
    staff = forms.TypedChoiceField(
        label="Colleague", required=False, coerce=int, empty_value=None, choices=()
    )
    name = forms.CharField(label="Name", max_length=LONGEST["name"], required=False)
    born = forms.RegexField(
        label="Year of birth",
        regex=r"^(18|19|20)\d\d$",
        required=False,
        error_messages={"invalid": "Write the year with four digits, for example 1958."},
        help_text="Asked on the private link, so that nobody else opens the form.",
    )
    contact = forms.CharField(
        label="Where letters go",
        max_length=LONGEST["contact"],
        required=False,
        help_text="For the copy on paper, and for the letter if they stop it.",
    )
    information = forms.CharField(
        label="What may be shown, in your words",
        max_length=LONGEST["information"],
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="As you would say it to them: “Your face, and that you had your flu shot here.”",
    )
    items = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple,
        label="What it is",
        choices=list(naming.ITEMS.items()),
        required=False,
    )
    assets = forms.TypedMultipleChoiceField(
        label="Only these pictures",
        choices=(),
        required=False,
        coerce=lambda code: int(code, 16),
        empty_value=[],
        error_messages={"invalid_choice": NOT_LISTED},
    )
    name_shown = forms.ChoiceField(
        widget=forms.RadioSelect,
        label="How much of the name",
        choices=list(naming.NAMES.items()),
        initial=Shown.NONE,
    )
    disclosers = forms.CharField(
        label="Who may show it",
        max_length=300,
        required=False,
        help_text="The practice, and who else acts for it.",
    )
    networks = forms.MultipleChoiceField(
        label="Where", widget=forms.CheckboxSelectMultiple, choices=(), required=False
    )
    paid = forms.BooleanField(label="In paid ads too", required=False)
    purposes = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple,
        label="What for",
        choices=list(naming.PURPOSES.items()),
        required=False,
    )
    at_request = forms.BooleanField(label="They asked for it themselves", required=False)
    expires_on = forms.DateField(
        label="Until this day",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="A year is usual.",
    )
    expires_event = forms.CharField(
        label="Or until this happens",
        max_length=200,
        required=False,
        help_text="For example: “She no longer works here.”",
    )
    signer = forms.ChoiceField(
        label="Who signs", choices=list(naming.SIGNERS.items()), initial=Signer.SELF
    )
    authority = forms.CharField(
        label="By what right",
        max_length=200,
        required=False,
        help_text="For example: mother; executor, will of March 2026.",
    )
    adult_on = forms.DateField(
        label="The day they come of age",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="For a minor. A parent’s yes ends on this day.",
    )
    deceased_on = forms.DateField(
        label="The day they died",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="Protected for 50 years more. The executor signs.",
    )
    sensitive = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple,
        label="Does it touch one of these?",
        choices=list(naming.SENSITIVE.items()),
        required=False,
        help_text="Each needs initials of its own. Notes of psychotherapy are never shown.",
    )
    remuneration = forms.ChoiceField(
        label="Does somebody pay us for it?",
        choices=list(naming.PAID_FOR.items()),
        initial=Remuneration.NONE,
    )
    compensation = forms.CharField(
        label="What they get for it",
        max_length=200,
        required=False,
        help_text="For example: a gift card of $10. Each post must then say so. Mostly: nothing.",
    )
    language = forms.ChoiceField(
        label="Language of the form", choices=list(naming.LANGUAGES.items()), initial="en"
    )

    def __init__(
        self,
        organisation: Organisation,
        *args: Any,
        kept: Authorization | None = None,
        looking_for: str = "",
        **kw: Any,
    ) -> None:
        """
        Fill the choices with what this organisation has; `kept` is the form that is changed.

        `looking_for` are words in the names of the pictures to choose from.
        """
        super().__init__(*args, **kw)
        self.organisation = organisation
        self.looking_for = looking_for
        self._kept = pictures.coded(kept.assets) if kept else []
        named = kept.networks if kept else ()
        staff = organisation.staff.order_by("name").values_list("pk", "name")
        self._choices("networks", networks_of(organisation, named))
        self._choices("staff", [("", "Choose"), *staff])
        if self.is_bound:
            codes = {*pictures.codes(organisation), *self._kept}
            self._choices("assets", [(code, code) for code in codes])
        for one in self.fields.values():
            if isinstance(one, forms.ChoiceField):
                one.error_messages["invalid_choice"] = NOT_LISTED
            if not isinstance(one.widget, IN_BOXES):
                one.widget.attrs["class"] = "input"

    def clean(self) -> dict[str, Any]:
        """Refuse what cannot be meant; what is only missing yet is told later."""
        given: dict[str, Any] = super().clean() or {}
        staff, today = given.get("staff"), timezone.localdate(timezone=self.organisation.zone)
        if given.get("kind") == Authorization.Kind.PATIENT:
            given["staff"] = None
            if not given.get("name") and "name" not in self.errors:
                self.add_error("name", "Say who it is about. The name is kept sealed.")
        elif not staff:
            self.add_error("staff", "Choose the colleague; add who is missing in Settings first.")
        else:
            given["name"] = self.organisation.staff.get(pk=staff).name
        self._ends(given.get("expires_on"), today)
        self._signs(given, today)
        return given

    def clean_assets(self) -> list[int]:
        """Return the pictures that it is bound to, no more than somebody looks at."""
        chosen: list[int] = self.cleaned_data["assets"]
        if len(chosen) > pictures.MOST:
            raise forms.ValidationError(
                f"Choose at most {pictures.MOST} pictures. Make another form for the rest."
            )
        return chosen

    @property
    def offered(self) -> list[pictures.Choice]:
        """Return the pictures to choose from; those that are chosen come first."""
        chosen = [code for code in self["assets"].value() or () if isinstance(code, str)]
        return pictures.choices(self.organisation, self.looking_for, chosen)

    @property
    def person(self) -> dict[str, Any]:
        """What names the person, as `verbs.draft` takes it."""
        return {key: self.cleaned_data[key] for key in PERSON}

    @property
    def terms(self) -> dict[str, Any]:
        """Everything else, as `verbs.draft` takes it."""
        apart = {*PERSON, "kind"}
        return {key: value for key, value in self.cleaned_data.items() if key not in apart}

    def _choices(self, name: str, choices: Iterable[tuple[Any, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(choices)

    def _ends(self, day: date | None, today: date) -> None:
        if day and day <= today:
            self.add_error("expires_on", "This day is over. Choose one that is still to come.")

    def _signs(self, given: Mapping[str, Any], today: date) -> None:
        signer, died = given.get("signer"), given.get("deceased_on")
        if died and died > today:
            self.add_error("deceased_on", "This day is still to come. Look at the date again.")
        if died and signer not in {Signer.EXECUTOR, Signer.OTHER}:
            self.add_error("signer", "For somebody who died the executor signs. Choose that.")
        if signer == Signer.PARENT and not given.get("adult_on") and "adult_on" not in self.errors:
            self.add_error(
                "adult_on", "A parent signs only for a minor. Say when the child comes of age."
            )
        if signer != Signer.SELF and not given.get("authority") and "authority" not in self.errors:
            self.add_error(
                "authority", "Say by what right, for example “mother”. It stands in the form."
            )


def filled(authorization: Authorization) -> dict[str, Any]:
    """Return what a kept form holds, as `AskForm` shows it."""
    person = authorization.person
    names = [name for name in AskForm.base_fields if name not in {*PERSON, "staff"}]
    return {
        **{name: person.get(name, "") for name in PERSON},
        **{name: getattr(authorization, name) for name in names},
        "sensitive": list(authorization.sensitive),
        "assets": pictures.coded(authorization.assets),
        "staff": authorization.staff_id,
    }


def as_sent(sent: QueryDict) -> dict[str, Any]:
    """Return what stands in a form that is not kept yet, as `AskForm` shows it."""
    several = (forms.MultipleChoiceField, forms.TypedMultipleChoiceField)
    return {
        name: sent.getlist(name) if isinstance(field, several) else sent.get(name, "")
        for name, field in AskForm.base_fields.items()
    }


def fresh(organisation: Organisation) -> dict[str, Any]:
    """Return what an empty form begins with: this practice, for a year, in English."""
    today = timezone.localdate(timezone=organisation.zone)
    return {"disclosers": organisation.name, "expires_on": today + YEAR}


class PaperForm(forms.Form):
    """A form that was signed on paper: its scan, and what stands on it."""

    scan = forms.FileField(
        label="Scan of the signed form", help_text="PDF, JPEG or PNG, at most 10 MB, every page."
    )
    signed_on = forms.DateField(
        label="Date beside the signature",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    printed_here = forms.BooleanField(
        label="It is the form that Bedside printed, unchanged", required=False
    )
    statements = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple,
        label="What the paper tells them",
        required=False,
        choices=[
            (Statement.RIGHT_TO_REVOKE, "That they may take it back"),
            (Statement.HOW_TO_REVOKE, "How they take it back"),
            (Statement.REVOKE_EXCEPTIONS, "What taking it back cannot undo"),
            (Statement.NOT_CONDITIONED, "That care does not depend on it"),
            (Statement.REDISCLOSURE, "That others may pass on what is shown"),
            (Statement.COPIES_MAY_PERSIST, "That copies on networks may stay"),
            (Statement.REMUNERATION, "That somebody pays us for it"),
        ],
        help_text="Tick only what you can read on the paper.",
    )
    known_by = forms.ChoiceField(
        widget=forms.RadioSelect,
        label="How you knew the person",
        choices=[("known_here", "Known here"), ("photo_id", "Photo ID")],
    )
    compound = forms.BooleanField(
        label="It was signed together with another permission, on one sheet", required=False
    )
    conditioned = forms.BooleanField(
        label="Care, a price or a gift depended on signing it", required=False
    )
    copy_given = forms.BooleanField(label="They got a copy when they signed", required=False)

    def __init__(self, authorization: Authorization, *args: Any, **kw: Any) -> None:
        """Add a field for the initials of each sensitive kind that the form names."""
        super().__init__(*args, **kw)
        self.authorization = authorization
        for kind in authorization.sensitive:
            self.fields[f"initials_{kind}"] = forms.CharField(
                label=f"Initials beside “{naming.SENSITIVE.get(kind, kind)}”",
                max_length=8,
                required=False,
            )

    def clean_scan(self) -> bytes:
        """Return the bytes of the scan, no more than are taken; `transcribe` looks at them."""
        content: bytes = self.cleaned_data["scan"].read(HEAVIEST + 1)
        return content

    def clean_signed_on(self) -> date:
        """Refuse a day that is still to come."""
        day: date = self.cleaned_data["signed_on"]
        if day > timezone.localdate(timezone=self.authorization.organisation.zone):
            raise forms.ValidationError("This day is still to come. Look at the paper again.")
        return day

    @property
    def initials(self) -> dict[str, str]:
        """Return the initials by the kind that they stand beside."""
        return {
            kind: self.cleaned_data.get(f"initials_{kind}", "")
            for kind in self.authorization.sensitive
        }

    @property
    def initial_fields(self) -> list[forms.BoundField]:
        """Return the fields for initials, for the page."""
        return [self[f"initials_{kind}"] for kind in self.authorization.sensitive]


class CopyForm(forms.Form):
    """How the person got their copy."""

    how = forms.ChoiceField(
        label="How they got it",
        choices=[(code, naming.COPIES[code]) for code in ("print", "post", "download")],
    )


class EventForm(forms.Form):
    """The day on which the event happened after which a form ends."""

    day = forms.DateField(label="Day")
