"""Where people live, and how many do."""

import pytest

from bedside.guard import Draft, Organisation
from bedside.guard.mosaic.places import AREA, COUNTY, SMALL_TOWN, of_organisation, population, told


@pytest.mark.parametrize(
    ("name", "people"),
    [
        ("Portland, ME", 68_000),
        ("portland, or", 653_000),
        ("Portland", 653_000),
        ("Guelph, ON", 144_000),
        ("Hamilton, New Zealand", 177_000),
        ("Perth, Western Australia", 2_116_000),
        ("Vermont", 643_000),
        ("Trois-Rivières", 139_000),
        ("Portland, TX", None),
        ("Cedar Hollow", None),
        ("", None),
    ],
)
def test_a_table_knows_towns_by_name_and_region(name, people):
    assert population(name) == people


def test_the_organisation_is_where_its_city_is_or_else_one_of_its_places():
    assert of_organisation(Organisation(city="Boise, ID")).people == 236_000
    assert of_organisation(Organisation(places=("Elm Street office", "Tulsa"))).people == 413_000


def test_what_is_in_no_table_is_assumed_and_says_so():
    town, nowhere = (
        of_organisation(Organisation(city="Cedar Hollow")),
        of_organisation(Organisation()),
    )
    assert (town.people, town.assumed) == (SMALL_TOWN, True)
    assert (nowhere.people, nowhere.assumed) == (AREA, True)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She drove in from Halstead today.", [("Halstead", SMALL_TOWN)]),
        ("A farmer in Odessa, WA broke his hip.", [("Odessa", SMALL_TOWN)]),
        ("A Boise firefighter went home.", [("Boise", 236_000)]),
        ("He lives in Wabaunsee County.", [("Wabaunsee County", COUNTY)]),
        ("She came from Monday to Friday.", []),
        ("A note from Dr. Chen and from Nora.", []),
        ("He spoke in Spanish.", []),
        ("The shade went from BL1 to white.", []),
        ("She came in from Texas.", [("Texas", 29_146_000)]),
        ("She comes from Tulsa, our town.", []),
    ],
)
def test_places_that_a_text_names(text, found):
    draft = Draft(text, org=Organisation(city="Tulsa, OK"))
    named = [(place.name, place.people) for place in told(draft, 0, len(text))]
    assert named == found
