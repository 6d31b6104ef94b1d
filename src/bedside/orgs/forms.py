"""Forms of the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from zoneinfo import available_timezones

from django import forms

from bedside.guard.jurisdictions import profiles
from bedside.orgs.models import Location, Organisation, StaffMember, User
from bedside.orgs.permissions import Role

if TYPE_CHECKING:
    from typing import Any

    from bedside.guard.jurisdictions import Profile

_ROLES = [(role.value, role.label) for role in Role]


class OrganisationForm(forms.ModelForm[Organisation]):
    """What an organisation says of itself."""

    time_zone = forms.ChoiceField(
        label="Time zone",
        choices=[(name, name.replace("_", " ")) for name in sorted(available_timezones())],
        help_text="All times on all pages. What is planned keeps its moment.",
    )
    domains = forms.CharField(
        label="Own web addresses",
        required=False,
        help_text="Apart by commas, like cedarhollow.example. Links to them are yours.",
    )

    class Meta:
        model = Organisation
        fields: ClassVar[list[str]] = [
            "name", "city", "region", "phone", "email", "domains", "time_zone", "late_after",
        ]  # fmt: skip
        labels: ClassVar[dict[str, str]] = {
            "region": "State",
            "email": "E-mail",
            "late_after": "Minutes after which a post is missed",
        }
        help_texts: ClassVar[dict[str, str]] = {
            "name": "As the public knows you.",
            "phone": "Your own number: the guard lets it pass.",
            "late_after": "If its time passed by more, it is not sent by surprise.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["domains"] = ", ".join(self.instance.domains)

    def clean_domains(self) -> list[str]:
        """Return the addresses as a list, without doubles."""
        words = self.cleaned_data["domains"].replace(",", " ").lower().split()
        return list(dict.fromkeys(words))

    def clean_late_after(self) -> int:
        """Refuse less than a minute, in which nothing could be sent, and more than a week."""
        minutes: int = self.cleaned_data["late_after"]
        if not 1 <= minutes <= 7 * 24 * 60:
            raise forms.ValidationError("Between 1 minute and 10,080 minutes, which is a week.")
        return minutes


class JurisdictionsForm(forms.Form):
    """Whose law the guard goes by."""

    places = forms.MultipleChoiceField(
        choices=lambda: [(place.code, place.name) for place in open_to_choice()],
        error_messages={"required": "Choose at least one place."},
    )
    treats_substance_use = forms.BooleanField(required=False)


def open_to_choice() -> list[Profile]:
    """Return the places to choose from; 42 CFR Part 2 is a question of its own."""
    return [place for code, place in profiles().items() if code != "us-part-2"]


class InviteForm(forms.Form):
    """Lets somebody in."""

    name = forms.CharField(max_length=120, help_text="As colleagues call them.")
    email = forms.EmailField(label="E-mail", help_text="They sign in with it.")
    role = forms.ChoiceField(choices=_ROLES, initial=Role.WRITER)

    def clean_email(self) -> str:
        """Return the address as it is compared: in small letters."""
        address: str = self.cleaned_data["email"]
        return User.objects.normalize_email(address).lower()


class RoleForm(forms.Form):
    """Gives a member another role."""

    role = forms.ChoiceField(choices=_ROLES)


class LocationForm(forms.ModelForm[Location]):
    """A place where people are seen."""

    class Meta:
        model = Location
        fields: ClassVar[list[str]] = ["name", "address", "city", "phone"]


class StaffForm(forms.ModelForm[StaffMember]):
    """Somebody who works there."""

    class Meta:
        model = StaffMember
        fields: ClassVar[list[str]] = ["name", "title"]
        help_texts: ClassVar[dict[str, str]] = {
            "name": "As it stands in posts, like Dr. Mei Chen.",
            "title": "Nurse, pediatrician, front desk.",
        }
