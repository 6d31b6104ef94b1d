"""
Feeds the guard whatever Unicode can do: `make fuzz`, for ten minutes or `SECONDS=...`.

Coverage leads atheris (libFuzzer) to new texts. Of each draft it holds that no exception escapes,
that every finding stands inside the text, that the same draft gives the same findings, and, for
every fiftieth, that what a quick check finds a full one finds too.
"""

from __future__ import annotations

import sys

import atheris  # type: ignore[import-not-found]

with atheris.instrument_imports(include=["bedside.guard"]):
    from bedside.guard import Draft, Kind, Organisation, Picture, Report, check
    from bedside.guard.registry import all_rules

    all_rules()

FULL_EVERY = 50
KINDS = tuple(Kind)
PIECES = (
    *("Our patient ", "Maria Lopez ", "Mаrіa ", "M a r i a ", "#GetWellMariaLopez "),
    *("finished chemo. ", "your ", "knee surgery ", "on Tuesday ", "she was ", "97-year-old "),
    *("if you ", "we ", "the ", "555-010-0143 ", "his cell is ", "a@gmail.com "),
    *("at gmail dot com ", "SSN 219-09-5432 ", "MRN 00418823 ", "plate 7ABC123 "),
    *("203.0.113.7 ", "2001:db8::1 ", "gofundme.com/f/x ", "(01)00643169007222(21)A1 "),
    *("4111 1111 1111 1111 ", "Dr. Chen ", "room 214 ", "cure ", "free ", "\u200b", "\u00ad"),
    *("\u0301", "\ufe0f\u20e3", "ɐᴉɹɐW", "ᴍ", "Ⓜ", "𝐌", "İ", "ß", "ﬃ", "👩‍⚕️", "🇲", "…", "“", "”"),
    *("\n", "\t", " ", "'", '"', "(", ")", "[", "]", "{", "}", "@", "#", "/", "\\", "."),
)  # fmt: skip
ORGS = (
    Organisation(),
    Organisation(
        name="Cedar Hollow Family Clinic",
        staff=("Dr. Wei Chen",),
        city="Cedar Hollow",
        phone="555-010-0100",
        emails=("hello@cedarhollow.example",),
        domains=("cedarhollow.example",),
    ),
)
CONSENTS = ((), ("Rosa Marquez",), ("",))
drafts_seen = 0


def text(data: atheris.FuzzedDataProvider) -> str:
    """Return any Unicode, pieces of telling text, or both in turns."""
    parts = []
    for _ in range(data.ConsumeIntInRange(0, 12)):
        if data.ConsumeBool():
            parts.append(PIECES[data.ConsumeIntInRange(0, len(PIECES) - 1)])
        else:
            parts.append(data.ConsumeUnicode(data.ConsumeIntInRange(0, 24)))
    return "".join(parts)


def draft(data: atheris.FuzzedDataProvider) -> Draft:
    """Return a draft of any kind, with whatever may be known about it."""
    return Draft(
        text(data),
        KINDS[data.ConsumeIntInRange(0, len(KINDS) - 1)],
        reply_to=text(data) if data.ConsumeBool() else None,
        org=ORGS[data.ConsumeIntInRange(0, len(ORGS) - 1)],
        consents=CONSENTS[data.ConsumeIntInRange(0, len(CONSENTS) - 1)],
        pictures=(Picture("a.jpg", text(data)),) if data.ConsumeBool() else (),
    )


def hold(condition: bool, said: str, of: Draft) -> None:
    """Stop the run, with the draft, where something does not hold."""
    if not condition:
        raise AssertionError(f"{said}: {of!r}")


def hold_sound(report: Report, of: Draft) -> None:
    """Hold that findings stand inside the text."""
    for finding in report.findings:
        inside = 0 <= finding.start <= finding.end <= len(of.text)
        hold(inside, f"{finding.code} stands outside the text", of)


def try_one(raw: bytes) -> None:
    """Check one draft, made of raw bytes."""
    global drafts_seen
    drafts_seen += 1
    made = draft(atheris.FuzzedDataProvider(raw))
    quick = check(made, quick=True)
    hold_sound(quick, made)
    again = Draft(made.text, made.kind, made.reply_to, made.org, made.consents, None, made.pictures)
    hold(check(again, quick=True) == quick, "A second look finds something else", made)
    if drafts_seen % FULL_EVERY == 0:
        full = check(made)
        hold_sound(full, made)
        hold(set(quick.findings) <= set(full.findings), "A full check takes findings back", made)


def main() -> None:
    """Run until libFuzzer's limits (`-max_total_time`, `-runs`) are reached."""
    check(Draft("Our clinic is open."))
    atheris.Setup(sys.argv, try_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
