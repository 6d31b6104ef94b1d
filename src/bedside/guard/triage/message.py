"""What triage is given and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Tier(IntEnum):
    """How urgent a message is, and so what should happen."""

    FRIENDLY = 0
    """Praise, thanks, a neutral remark, an ordinary question."""
    COMPLAINT = 1
    """A complaint about service, a mild disappointment."""
    HARSH = 2
    """Contempt, fury, an accusation, a threat to sue or report."""
    URGENT = 3
    """Somebody is in danger or was harmed, or a lawyer, journalist or authority is writing."""


class Flag(StrEnum):
    """What somebody must know about a message before anybody answers it."""

    SELF_HARM = "self_harm"
    EMERGENCY = "emergency"
    PATIENT_SAFETY = "patient_safety"
    DEATH = "death"
    ABUSE = "abuse"
    THREAT = "threat"
    PRIVACY_BREACH = "privacy_breach"
    MINOR = "minor"
    LEGAL = "legal"
    MEDIA = "media"
    REGULATOR = "regulator"
    DISCRIMINATION = "discrimination"
    BILLING_FRAUD = "billing_fraud"
    STAFF_NAMED = "staff_named"
    PHI_IN_TEXT = "phi_in_text"
    ADVERSE_EVENT = "adverse_event"
    SPAM = "spam"
    WRONG_BUSINESS = "wrong_business"
    EX_EMPLOYEE = "ex_employee"
    COMPETITOR_FAKE = "competitor_fake"
    QUESTION = "question"
    APPOINTMENT_REQUEST = "appointment_request"
    REFILL_REQUEST = "refill_request"
    PRAISE = "praise"


class Theme(StrEnum):
    """What a message is about."""

    WAITING = "waiting"
    PHONE_ACCESS = "phone_access"
    BOOKING = "booking"
    FRONT_DESK = "front_desk"
    MANNER = "manner"
    LISTENING = "listening"
    COMMUNICATION = "communication"
    CLINICAL_QUALITY = "clinical_quality"
    SAFETY = "safety"
    PAIN = "pain"
    CLEANLINESS = "cleanliness"
    FACILITY = "facility"
    PARKING = "parking"
    COST = "cost"
    INSURANCE = "insurance"
    BILLING = "billing"
    RESULTS = "results"
    MEDICATION = "medication"
    PRIVACY = "privacy"
    ACCESSIBILITY = "accessibility"
    OUTCOME = "outcome"
    STAFF_PRAISE = "staff_praise"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Message:
    """
    A review, comment, mention or private message.

    `stars` is 1 to 5, or None where the source has none. `source` is the network, or `message`
    for a private one; `org_type` is the kind of provider. Both may be empty.
    """

    text: str
    stars: int | None = None
    source: str = ""
    org_type: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """A stretch of the text, in code points, that gives a flag."""

    start: int
    end: int
    flag: Flag


@dataclass(frozen=True, slots=True)
class Triage:
    """What triage makes of a message: flags and themes in the order of their enumerations."""

    tier: Tier
    flags: tuple[Flag, ...]
    themes: tuple[Theme, ...]
    reasons: tuple[Reason, ...]
