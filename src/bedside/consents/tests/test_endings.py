"""Words that name no end."""

from __future__ import annotations

import pytest

from bedside.consents.drafts import LANGUAGES
from bedside.consents.endings import NO_ENDS, is_no_end


@pytest.mark.parametrize(
    "words",
    [
        "", " - ", "None", "never.", "N/A", "no end", "No expiration date", "open-ended",
        "Ninguno", "NUNCA", "sin límite", "Para siempre", "aucun", "Jamais", "indéfini",
        "n’expire pas", "À jamais",
    ],
)  # fmt: skip
def test_no_end_is_no_end_in_every_language(words: str) -> None:
    assert is_no_end(words)


@pytest.mark.parametrize(
    "words", ["She leaves us", "The fair of 2027", "Cuando termine la feria", "La fin de la foire"]
)
def test_an_event_is_an_end(words: str) -> None:
    assert not is_no_end(words)


def test_every_language_of_the_forms_has_its_words() -> None:
    assert set(NO_ENDS) == set(LANGUAGES)
