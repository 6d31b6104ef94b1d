"""
`bedside verify EXPORT`: is this record what was recorded?

Needs no database, no secret and no Django: an outsider runs it on any machine. What it proves:
the entries are those that the clinic's key signed on the day of the anchor, complete and in order,
and the bodies are the bytes they speak of. Whose key it is, only the clinic can say: compare the
fingerprint with the one that it gave you, or name it with `--key`.

Exit status: 0 intact; 1 broken, and where; 64 bad usage; 65 not an export; 69 sound as far as it
could be checked, but signatures could not be, because `cryptography` is not installed.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NoReturn

from bedside.records import digests
from bedside.records.examination import (
    FINGERPRINT,
    Examination,
    Examined,
    NotAnExport,
    member,
    require_members,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

INTACT, BROKEN, USAGE, NOT_AN_EXPORT, UNCHECKED = 0, 1, 64, 65, 69
DOCUMENT_LIMIT = 128 * 1024 * 1024
"""Bytes of a one-subject document; whatever is larger is exported as an archive."""
LINE_LIMIT = 64 * 1024 * 1024
HEADER = frozenset({"format", "organisation", "exported_at", "start"})
DOCUMENT = HEADER | {"subject", "entries", "bodies", "anchor"}


class BadUsage(Exception):
    """The command was not given what it needs."""


class Arguments(argparse.ArgumentParser):
    """Leaves the exit status to `main`."""

    def error(self, message: str) -> NoReturn:
        raise BadUsage(message)


def main(argv: Sequence[str]) -> int:
    """Verify the export that `argv` names (no program's name in it), print, return the status."""
    parser = _arguments()
    try:
        arguments = parser.parse_args(argv)
        examined = verify(arguments.export, expected_key=_fingerprint(arguments.key))
    except BadUsage as error:
        sys.stderr.write(f"bedside verify: {_ascii(str(error))}\n{parser.format_usage()}")
        return USAGE
    except NotAnExport as error:
        return _refuse(error, as_json="--json" in argv)
    if arguments.json:
        sys.stdout.write(json.dumps(_as_json(examined), indent=1) + "\n")
    else:
        _print(examined, asked=arguments.key is not None)
    if examined.broken:
        return BROKEN
    return INTACT if examined.intact else UNCHECKED


def verify(path: Path, *, expected_key: str | None = None) -> Examined:
    """
    Examine an export file of either format. Archives are streamed.

    Raises `NotAnExport` for whatever is not one, `BadUsage` for a file that cannot be read.
    """
    try:
        with path.open("rb") as file:
            first = file.readline(LINE_LIMIT)
            header = _header_of_archive(first)
            if header is not None:
                return _archive(header, file, expected_key)
            return _document(first + file.read(DOCUMENT_LIMIT - len(first) + 1), expected_key)
    except OSError as error:
        raise BadUsage(f"cannot read {path}: {error.strerror}") from None


def _document(content: bytes, expected_key: str | None) -> Examined:
    if len(content) > DOCUMENT_LIMIT:
        raise NotAnExport(
            f"This is larger than {DOCUMENT_LIMIT // 2**20} MB, and no archive either.",
            "Export everything as an archive (JSON lines): archives may have any size.",
        )
    document = _object(content)
    _require_format(document, digests.RECORD_FORMAT)
    require_members(document, DOCUMENT)
    examination = Examination(document, expected_key=expected_key)
    for entry in member(document, "entries", list):
        examination.entry(_as_object(entry))
    for name, body in member(document, "bodies", dict).items():
        examination.body(name, _as_object(body))
    examination.anchor(member(document, "anchor", dict))
    return examination.result()


def _archive(header: dict[str, Any], file: BinaryIO, expected_key: str | None) -> Examined:
    _require_format(header, digests.ARCHIVE_FORMAT)
    require_members(header, HEADER)
    if header["start"] != digests.GENESIS:
        raise NotAnExport("This archive does not begin at the beginning.")
    examination = Examination(header, expected_key=expected_key)
    read = dict.fromkeys(("entries", "bodies", "anchors"), 0)
    lines = _lines(file)
    for kind, part in lines:
        match kind:
            case "entry":
                read["entries"] += 1
                examination.entry(part)
            case "body":
                read["bodies"] += 1
                examination.body(str(part.pop("sha256", "")), part)
            case "anchor":
                read["anchors"] += 1
                examination.anchor(part)
            case "end" if part == read and next(lines, None) is None:
                return examination.result()
            case _:
                break
    raise NotAnExport("This archive was cut off, or lines were added to it or lost.")


def _lines(file: BinaryIO) -> Iterator[tuple[str, dict[str, Any]]]:
    """Read lines of one member each: what it is, and the part itself."""
    while line := file.readline(LINE_LIMIT):
        read = _object(line)
        if len(read) != 1:
            raise NotAnExport("This archive holds a line that is no part of one.")
        ((kind, part),) = read.items()
        yield kind, _as_object(part)


def _header_of_archive(line: bytes) -> dict[str, Any] | None:
    """Return the first line of an archive; None where the file is something else."""
    try:
        header = _object(line)
    except NotAnExport:
        return None
    named = str(header.get("format", ""))
    return header if named.partition("/")[0] == digests.ARCHIVE_FORMAT.partition("/")[0] else None


def _require_format(header: dict[str, Any], wanted: str) -> None:
    found = header.get("format")
    if found == wanted:
        return
    kind = wanted.partition("/")[0]
    if isinstance(found, str) and re.fullmatch(re.escape(kind) + r"/\d{1,4}", found):
        raise NotAnExport(
            f"This export is {found}; this Bedside reads {wanted}.",
            "Verify it with the version of Bedside that made it, or a newer one.",
        )
    raise NotAnExport("This is JSON, but no export of Bedside.")


def _object(content: bytes) -> dict[str, Any]:
    """Read one JSON object in which every name stands once, so that all readers see the same."""
    try:
        return _as_object(
            json.loads(
                content,
                object_pairs_hook=_each_name_once,
                parse_constant=_refuse_number,
                parse_float=_refuse_number,
            )
        )
    except (ValueError, RecursionError):
        raise NotAnExport("This is not JSON, or it was cut off.") from None


def _as_object(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise NotAnExport("This is JSON, but no export of Bedside.")
    return value


def _each_name_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("a name stands twice")
    return made


def _refuse_number(text: str) -> NoReturn:
    raise ValueError("no record holds such a number")


def _arguments() -> Arguments:
    parser = Arguments(
        prog="bedside verify",
        description="Check an exported record, with no database and no secret.",
    )
    parser.add_argument("export", type=Path, metavar="EXPORT", help="the exported file")
    parser.add_argument(
        "--key", metavar="FINGERPRINT", help="the clinic's key, as the clinic itself gave it to you"
    )
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    return parser


def _fingerprint(key: str | None) -> str | None:
    """Read a fingerprint as people write it: in groups, in capitals."""
    if key is None:
        return None
    plain = re.sub(r"[\s:-]", "", key).lower()
    if not FINGERPRINT.fullmatch(plain):
        raise BadUsage("--key takes the 32 hexadecimal digits of a fingerprint")
    return plain


def _print(examined: Examined, *, asked: bool) -> None:
    marks = {True: "✓", False: "✗", None: "?"}
    if not _can_print("✓✗"):
        marks = {True: "ok", False: "FAILED", None: "?"}
    for check in examined.checks:
        sys.stdout.write(f"{marks[check.ok]} {check.name} {check.text}\n")
    if not asked and not examined.broken:
        sys.stdout.write(
            f"  key {examined.key}: compare it with the one that the clinic gave you\n"
        )


def _can_print(text: str) -> bool:
    try:
        text.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True


def _ascii(text: str) -> str:
    """Write any file name so that every terminal can show it and none obeys it."""
    return "".join(c if c.isprintable() and c.isascii() else "?" for c in text)


def _as_json(examined: Examined) -> dict[str, object]:
    return {
        "intact": False if examined.broken else (examined.intact or None),
        "organisation": examined.organisation,
        "subject": examined.subject,
        "entries": examined.entries,
        "in_full": examined.in_full,
        "key": examined.key,
        **{
            check.name: {"ok": check.ok, "text": check.text, "seq": check.seq}
            for check in examined.checks
        },
    }


def _refuse(error: NotAnExport, *, as_json: bool) -> int:
    if as_json:
        refusal = {"intact": None, "error": error.reason, "cure": error.cure}
        sys.stdout.write(json.dumps(refusal, indent=1) + "\n")
    else:
        sys.stderr.write(f"bedside verify: {error.reason}\n{error.cure}\n")
    return NOT_AN_EXPORT
