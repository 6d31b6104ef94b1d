"""How signals, hints and the model's opinion become a tier and flags."""

import pytest

from bedside.guard.triage.decision import decide, flags
from bedside.guard.triage.message import Flag, Theme, Tier
from bedside.guard.triage.model import Opinion
from bedside.guard.triage.signal import Hit

BOUNDS = {"urgent": 0.5, "hinted": 0.2} | dict.fromkeys(Flag, 0.4)
HINT = Hit(0, 4, Flag.MEDIA, Tier.URGENT, is_hint=True)
SURE = Hit(0, 4, Flag.MEDIA, Tier.URGENT)


def opinion(urgent):
    return Opinion(
        (1 - urgent, 0.0, 0.0, urgent), dict.fromkeys(Flag, 0.0), dict.fromkeys(Theme, 0.0)
    )


@pytest.mark.parametrize(
    ("hits", "likely", "tier"),
    [
        ([], 0.3, Tier.FRIENDLY),
        ([], 0.5, Tier.URGENT),
        ([HINT], 0.1, Tier.FRIENDLY),
        ([HINT], 0.3, Tier.URGENT),
        ([SURE], 0.0, Tier.URGENT),
        ([HINT, SURE], 0.0, Tier.URGENT),
    ],
)
def test_a_hint_makes_the_model_urgent_sooner_and_a_sure_signal_asks_nobody(hits, likely, tier):
    assert decide(hits, opinion(likely), BOUNDS, None) is tier


def test_the_flag_of_a_hint_counts_only_where_it_was_heard():
    assert flags([HINT], opinion(0.3), BOUNDS, Tier.URGENT) == (Flag.MEDIA,)
    assert flags([HINT], opinion(0.1), BOUNDS, Tier.FRIENDLY) == ()
