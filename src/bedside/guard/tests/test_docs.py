"""The rules' pages are written from their docstrings, and stale ones are noticed."""

from bedside.guard.docs import main, render, stale
from bedside.guard.registry import all_rules


def test_every_rule_has_a_page_and_stands_in_the_index(tmp_path):
    render(tmp_path)
    index = (tmp_path / "index.md").read_text()
    for rule in all_rules():
        assert f"# {rule.code}: " in (tmp_path / f"{rule.code}.md").read_text()
        assert f"]({rule.code}.md)" in index


def test_fresh_pages_are_not_stale(tmp_path):
    assert main([str(tmp_path)]) == 0
    assert main([str(tmp_path), "--check"]) == 0


def test_a_changed_a_missing_and_a_leftover_page_are_stale(tmp_path, capsys):
    render(tmp_path)
    (tmp_path / "D001.md").write_text("old")
    (tmp_path / "P014.md").unlink()
    (tmp_path / "Z999.md").write_text("a rule that is no more")
    assert stale(tmp_path) == ["D001.md", "P014.md", "Z999.md"]
    assert main([str(tmp_path), "--check"]) == 1
    assert "D001.md is out of date" in capsys.readouterr().err


def test_writing_again_removes_the_page_of_a_rule_that_is_no_more(tmp_path):
    (tmp_path / "Z999.md").write_text("a rule that is no more")
    render(tmp_path)
    assert not (tmp_path / "Z999.md").exists()
