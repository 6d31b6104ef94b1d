"""Commands are parsed before Django is set up; what needs its models is loaded by name after."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

import django
from django.core.exceptions import ImproperlyConfigured

from bedside.suite.commands.refusal import Refused
from bedside.work import faults

if TYPE_CHECKING:
    from types import ModuleType


def load(module: str) -> ModuleType:
    """
    Set Django up, if it is not yet, and import a module that needs its models.

    Raises `Refused` where a setting has a value that cannot be.
    """
    cure = "Look at the BEDSIDE_* variables and DATABASE_URL."
    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise Refused(str(error), cure) from None
    except ValueError as error:
        # Its words may quote the value, and so a password.
        where = [place for place in faults.places(error) if "settings" in place][-1:]
        raise Refused(f"A setting cannot be read ({', '.join(where)}).", cure) from None
    return importlib.import_module(module)
