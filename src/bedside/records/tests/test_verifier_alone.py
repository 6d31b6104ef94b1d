from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from bedside.records.tests.test_verifier import document_of, file, recorded

if TYPE_CHECKING:
    from pathlib import Path

    from bedside.orgs.models import Organisation

__all__ = ["file", "recorded"]
pytestmark = pytest.mark.django_db


def run_without(modules: list[str], file: Path) -> subprocess.CompletedProcess[str]:
    """Verify in a Python in which these modules are not installed."""
    code = (
        f"import sys; sys.modules.update(dict.fromkeys({modules!r})); "
        "from bedside.records.verifier import main; raise SystemExit(main(sys.argv[1:]))"
    )
    return subprocess.run(
        [sys.executable, "-c", code, str(file)],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
        env={"PYTHONIOENCODING": "utf-8"},
    )


def test_outsider_needs_no_django(recorded: Organisation, file: Path) -> None:
    file.write_text(json.dumps(document_of(recorded)))
    ran = run_without(["django", "psycopg", "sqlite3"], file)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("✓ chain intact ")


def test_without_cryptography_the_rest_is_checked_and_nothing_is_called_intact(
    recorded: Organisation, file: Path
) -> None:
    document = document_of(recorded)
    file.write_text(json.dumps(document))
    ran = run_without(["cryptography"], file)
    assert (ran.returncode, ran.stderr) == (69, "")
    assert "✓ chain intact" in ran.stdout
    assert "signature not checked" in ran.stdout
    assert 'pip install "cryptography' in ran.stdout
    document["entries"][0]["actor"] = "user:2"
    file.write_text(json.dumps(document))
    assert run_without(["cryptography"], file).returncode == 1
