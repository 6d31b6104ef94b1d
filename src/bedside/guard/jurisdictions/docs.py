"""
Writes the page of places from their files.

`python -m bedside.guard.jurisdictions.docs docs/using/jurisdictions.md`; a test holds it fresh.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bedside.guard.jurisdictions.profiles import profiles

if TYPE_CHECKING:
    from bedside.guard.jurisdictions.profiles import Entry, Profile

_HEAD = """\
# Jurisdictions

The guard's rules hold everywhere. The law of a place can make some stop harder, add rules that \
are read for only there, and lay a floor under what may be chosen. It never softens anything: with \
several places the strictest wins.

Without a choice the federal law of the United States holds. Choose others with \
`bedside check --jurisdiction NAME`, as often as needed, or in the suite under **Settings, Where \
you work**, where the owner and the privacy officer may. A state brings the federal law along; \
`us-part-2` is for programs that treat substance use, beside any state. From Python:

```python
from bedside.guard import Draft, check
from bedside.guard.jurisdictions import profile

check(Draft("Ask us about Botox."), profile(["uk", "us-tx"]))
```

* **At least**: all that the rules find is at least this grave, unless the privacy officer chose \
otherwise for the rule; "own" leaves it to the rule.
* **Floor**: below it nobody can set the rule, nor switch it off.
* **Since**: the law has held at least since that day. **Checked**: the day on which the entry was \
last compared with its source.

This is an engineer's reading of public sources, not legal advice: have counsel confirm what you \
rest on. The table is made from `guard/jurisdictions/*.toml`.
"""


def page() -> str:
    """Return the page."""
    return _HEAD + "".join(_section(place) for place in profiles().values())


def _section(place: Profile) -> str:
    rows = "".join(_row(entry) for entry in place.entries)
    return (
        f"\n## {place.name} (`{place.code}`)\n\n{place.about}\n\n"
        "| Rules | At least | Floor | Why | Source | Since | Checked |\n"
        f"| --- | --- | --- | --- | --- | --- | --- |\n{rows}"
    )


def _row(entry: Entry) -> str:
    codes = ", ".join(f"[{code}](../rules/{code}.md)" for code in dict.fromkeys(entry.codes))
    cells = (
        codes,
        f"`{entry.severity}`" if entry.severity else "own",
        f"`{entry.floor}`" if entry.floor else "none",
        entry.reason,
        entry.source,
        entry.since.isoformat(),
        entry.checked.isoformat(),
    )
    return f"| {' | '.join(cells)} |\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
