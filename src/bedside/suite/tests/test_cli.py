from __future__ import annotations

import subprocess
import sys

import pytest

import bedside
from bedside.suite import cli
from bedside.suite.cli import COMMANDS, Command


def test_help_lists_every_command(capsys):
    assert cli.main(["--help"]) == 0
    said = capsys.readouterr().out
    assert [command.name for command in COMMANDS if f"  {command.name} " not in said] == []


def test_no_command_is_bad_usage_and_shows_the_help(capsys):
    assert cli.main([]) == 64
    assert "Usage: bedside COMMAND" in capsys.readouterr().out


def test_version(capsys):
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"bedside {bedside.__version__}\n"


def test_a_mistyped_command_is_met_with_the_nearest(capsys):
    assert cli.main(["docter"]) == 64
    assert "Did you mean `bedside doctor`?" in capsys.readouterr().err


def test_an_unknown_command_is_bad_usage(capsys):
    assert cli.main(["xyzzy"]) == 64
    assert "Did you mean" not in capsys.readouterr().err


def test_an_unknown_option_is_bad_usage(capsys):
    with pytest.raises(SystemExit) as ended:
        cli.main(["run", "--prot", "1"])
    assert ended.value.code == 64


def test_missing_packages_name_the_extra(capsys, monkeypatch, tmp_path):
    (tmp_path / "needs_more.py").write_text("import a_package_that_is_nowhere\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(cli, "COMMANDS", (Command("more", "", "needs_more", suite=False),))
    assert cli.main(["more"]) == 69
    assert "Install bedside[suite]." in capsys.readouterr().err


OWN = [one.name for one in COMMANDS if one.module.startswith("bedside.suite")]


@pytest.mark.parametrize("command", [name for name in OWN if name not in {"bench", "manage"}])
def test_every_command_of_the_suite_explains_itself_and_makes_nothing(command, tmp_path):
    nowhere = tmp_path / "data"
    done = subprocess.run(
        [sys.executable, "-m", "bedside.suite.cli", command, "--data", nowhere, "--help"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.startswith(f"usage: bedside {command}")
    assert not nowhere.exists()


@pytest.mark.parametrize(
    "module", ["bedside.guard.cli", "bedside.guard.triage.cli", "bedside.records.verifier"]
)
def test_what_the_guard_alone_must_run_imports_no_django(module):
    code = f"import sys, {module}; print('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
