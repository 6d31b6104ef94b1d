"""Finds every rule file. Adding a file under `rules/` is the whole registration."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from functools import cache

from bedside.guard import rules
from bedside.guard.rule import Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return one instance of every rule, in the order of their codes."""
    found: dict[str, Rule] = {}
    for module in pkgutil.walk_packages(rules.__path__, rules.__name__ + "."):
        if ".tests" in module.name:
            continue
        for _, member in inspect.getmembers(importlib.import_module(module.name), _is_rule):
            if member.__module__ == module.name:
                rule = member()
                if rule.code in found:
                    raise RuntimeError(f"Two rules carry the code {rule.code}.")
                found[rule.code] = rule
    return tuple(found[code] for code in sorted(found))


def _is_rule(member: object) -> bool:
    return inspect.isclass(member) and issubclass(member, Rule) and not inspect.isabstract(member)
