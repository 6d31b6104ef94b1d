"""Commands are parsed before Django is set up; what needs its models is loaded by name after."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from types import ModuleType


def load(module: str) -> ModuleType:
    """Set Django up, if it is not yet, and import a module that needs its models."""
    django.setup()
    return importlib.import_module(module)
