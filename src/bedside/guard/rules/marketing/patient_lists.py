from __future__ import annotations

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.reviewing import FORBIDS
from bedside.guard.wording import Wording, WordingRule

TARGETING = frozenset({Kind.AD, Kind.POST, Kind.POLICY, Kind.PROFILE, Kind.MESSAGE})
_USE = (
    r"\b(?:upload\w*|audiences?|custom|customer match|match|look-?alikes?|seed|exports?|"
    r"retarget\w*|target\w*|send the|promo|hash\w*|ad platforms?|ads?|facebook|meta|"
    r"google ads|bid|sync|feed|reach|campaign|pixel|follow|serve|show|import|share with|"
    r"hand (?:it|them) to|agency|mailing|boost)\b"
)


class PatientLists(WordingRule):
    """
    Patients' data used to aim an ad.

    ## Why it matters
    A list of patients is protected health information, hashed or not. Handing it to an ad network
    without authorization is what GoodRx, BetterHelp and Cerebral paid for.

    ## Flagged
    - policy: Marketing may [export the appointment list] and upload it to ad platforms.
    - ad: [Customer match] from the front desk, bid up.
    - ad: Build a [look-alike] audience from the promoters.

    ## Fine
    - policy: Marketing must not upload patients' e-mails to any ad platform, hashed or not.
    - ad: Audience: adults 18+ within 25 km of Red Deer, no custom lists.

    ## Instead
    Aim by place, age 18 and over, and general interests.
    """

    code = "M006"
    label = "ADS-TARGETING"
    severity = Severity.ERROR
    floor = Severity.WARN
    source = "45 CFR 164.508(a)(3); FTC v. GoodRx (2023), BetterHelp (2023)"
    kinds = TARGETING
    message = "This uses patients' data to aim an ad."
    unless = FORBIDS + r"|\bno (?:custom|patient|customer) lists?\b|\bhashed or not\b"
    wordings = (
        Wording(
            "custom audience|custom audiences|customer match|look-alike|look-alikes|"
            "lookalike|lookalikes|lookalike audience|look alike audience|"
            "similar audience|similar audiences|seed audience|seed a|seed list|"
            "crm audience|crm list|first-party audience|data match"
        ),
        Wording(
            "patient list|patient lists|patients list|patient database|patient data|"
            "patient emails|patient e-mails|patients' emails|patients' e-mails|"
            "patients' phone|patient phone|appointment list|appointment data|"
            "appointment book|booking list|medical records|ehr|emr|chart shows|"
            "charts show|whose chart|whose record|loyalty-card data|loyalty card data|"
            "pharmacy records|prescription data|prescription list|refill list|"
            "newsletter readers|newsletter list|newsletter subscribers|email list|"
            "mailing list|our patients|past patients|lapsed patients|former patients|"
            "recent patients|existing patients|discharge list|no-show list|surgery list|"
            "waiting list|test results list|diagnosis codes|icd codes|icd-10|"
            "billing codes|lab results|insurance claims|patients.csv|"
            "patient portal logins",
            given=_USE,
            before=r"(?:(?:export|upload|sync|import|load|use|match|take) (?:the |our |a |all )?)?",
        ),
        Wording("lapsed|former|past|recent", then=r" \w+ (?:patients|clients)", given=_USE),
        Wording(
            "everyone who|anyone who|women who|men who|people who|those who|patients who|"
            "parents who|customers who|households who",
            then=r" (?:has |have |had |ever )*(?:filled|picked up|bought|booked|had|took|"
            r"tested|came|visited us|seen|saw|cancelled|canceled|received|been treated|"
            r"been prescribed|uses? our|scored|asked us)[^.!?]{0,60}",
            given=r"\b(?:upload|audience|look-?alike|seed|retarget\w*|target\w*|send the|promo|"
            r"ad|ads|serve|show to|reach|follow|data)\b",
        ),
        Wording(
            "register|registry|caseload|case load|recall list|client list|"
            "client database|patient file|intake forms|health records|vaccination list|"
            "results list|diagnoses",
            given=r"\b(?:upload\w*|ad account|ads manager|audience|look-?alike|match|"
            r"retarget\w*|ad platforms?|facebook|meta|google ads|export\w*)\b",
        ),
        Wording(
            "match the|upload the|load the|use the",
            then=r" (?:e-?mails?|phone numbers|addresses|names|list) (?:of|"
            r"from) [^.!?]{0,40}(?:patients|couples|clients|women|men|families|members|"
            r"visitors|year)",
        ),
        Wording(
            "upload|feed in|feed|pull|run|load|match|push|pass|import|sync|plug|pipe|subir|suba",
            then=r"(?: [\w',-]+){0,7}? (?:patients?|charts?|bookings?|appointments?|clinic list|"
            r"\w+ list|admissions|discharges?|deliveries|results?|diagnos\w+|consults|pacientes)",
            given=r"\b(?:ads?|advert\w*|platform|plataforma|audience|meta|facebook|instagram|google|"
            r"tiktok|promo|campaign|look\w*like|resemble|twins|gemelos|pixel|banner|retarget\w*|"
            r"headline|boost\w*|handles)\b",
        ),
        Wording(
            "data broker|data brokers|broker segment|data co-op|insurer's file|discharge records|"
            "bought list|purchased list",
            given=r"\b(?:ads?|target\w*|reach|match\w*|brochure|segment|campaign|mail\w*|post|"
            r"workers|sponsored|audience|persona)\b",
        ),
    )
