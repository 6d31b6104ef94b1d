"""Claims, tone, plain words, access, reviews, marketing and policy."""

import time
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from bedside.guard import Draft, Kind, Picture, Severity, check
from bedside.guard.hashtags import camel_case, split_words
from bedside.guard.models.reader import Opinion, Span, facts
from bedside.guard.readability import count_syllables, grade
from bedside.guard.registry import all_rules
from bedside.guard.rules.claims.likely_claim import LikelyClaim
from bedside.guard.wording import MOST

DATA = Path(__file__).parent / "data"
FAMILIES = tuple("LTCWARMY")
LABELS = {
    "CLAIM-CURE", "CLAIM-SUPERLATIVE", "CLAIM-EVIDENCE", "CLAIM-APPROVAL", "CLAIM-MISINFO",
    "TONE-UNPROFESSIONAL", "TONE-FEAR", "TONE-SHOUT", "STIGMA", "PROOF", "PLAIN",
    "ADS-ATTRIBUTE", "ADS-BEFORE-AFTER", "ADS-TARGETING", "ADS-INDUCEMENT", "ADS-DISCLOSURE",
    "REVIEW-GATING", "REVIEW-INCENTIVE", "REVIEW-THREAT", "POLICY-OVERBROAD", "ACCESS",
}  # fmt: skip
COPY_RULES = [rule for rule in all_rules() if rule.code.startswith(FAMILIES)]


def rows(name):
    text = (DATA / name).read_text(encoding="utf-8")
    return [line.split("|") for line in text.splitlines() if not line.startswith("#")]


def found(text, kind=Kind.POST, **about):
    """What the copy rules find, without those of the other families."""
    findings = check(Draft(text, kind, **about)).findings
    return [finding for finding in findings if finding.code.startswith(FAMILIES)]


def labels(text, kind=Kind.POST):
    return {finding.label for finding in found(text, kind)}


def strong(text, kind):
    return [finding for finding in found(text, kind) if finding.severity is not Severity.INFO]


def test_every_rule_carries_a_label_of_the_standard_and_a_source():
    assert {rule.label for rule in COPY_RULES} <= LABELS
    assert all(rule.source for rule in COPY_RULES)
    assert {rule.label for rule in COPY_RULES} == LABELS


def test_every_word_list_names_its_source():
    lists = [
        file for file in files("bedside.guard.words").iterdir() if file.name.startswith("copy_")
    ]
    assert len(lists) > 8
    heads = ["\n".join(file.read_text(encoding="utf-8").splitlines()[:3]) for file in lists]
    assert all("# Source: " in head for head in heads)


def test_most_faulty_copy_gets_its_label():
    faulty = rows("copy_faulty.txt")
    hits = Counter(label in labels(text, Kind(kind)) for label, kind, text in faulty)
    assert hits[True] > 0.8 * len(faulty)


def test_good_copy_gets_no_warning():
    clean = rows("copy_clean.txt")
    warned = [text for kind, text in clean if strong(text, Kind(kind))]
    assert len(warned) <= 0.05 * len(clean), warned


@pytest.mark.parametrize(
    ("label", "kind", "faulty", "good"),
    [
        ("CLAIM-CURE", Kind.POST, "Our laser cures tinnitus.", "There is no cure for tinnitus."),
        ("CLAIM-CURE", Kind.AD, "It is 100% safe.", "Nothing is 100% safe."),
        ("CLAIM-MISINFO", Kind.POST, "Vaccines cause autism.", "Vaccines do not cause autism."),
        ("CLAIM-EVIDENCE", Kind.POST, "One in three adults snores.",
         "One in three adults snores (source: CDC)."),
        ("CLAIM-SUPERLATIVE", Kind.AD, "The best clinic in town.", "It is best to come early."),
        ("STIGMA", Kind.POST, "A group for addicts.", "A group for people in recovery."),
        ("REVIEW-INCENTIVE", Kind.REVIEW_REQUEST, "Review us and get $5 off.",
         "Review us if you like. Parking is $5."),
        ("ADS-TARGETING", Kind.POLICY, "Upload the patient list to the ad account.",
         "Never upload the patient list to the ad account."),
        ("POLICY-OVERBROAD", Kind.POLICY, "Staff may not discuss pay.",
         "Staff may discuss pay with anyone."),
        ("ACCESS", Kind.POST, "Fees? Click here.", "Read the fees on our site."),
    ],
)  # fmt: skip
def test_saying_is_not_denying(label, kind, faulty, good):
    assert label in labels(faulty, kind)
    assert label not in labels(good, kind)


@pytest.mark.parametrize(
    ("label", "kind", "meant", "mentioned"),
    [
        ("TONE-UNPROFESSIONAL", Kind.POST, "Another time-waster at the desk.",
         "We binned the slide that said 'never call anybody a time-waster'."),
        ("ADS-TARGETING", Kind.AD, "Build a look-alike audience of our callers.",
         "The agency wanted a look-alike audience of our callers. We said no."),
        ("CLAIM-MISINFO", Kind.POST, "Fluoride causes cancer, so ask for our paste.",
         "'Fluoride causes cancer' turns up in our comments. Ask us what the evidence says."),
        ("CLAIM-CURE", Kind.AD, "Our injections are painless.",
         "Our injections are almost painless for most people."),
        ("CLAIM-EVIDENCE", Kind.POST, "Our walkers report 40% less pain.",
         "Our walkers report 40% less pain (source: the trial of 2023)."),
        ("CLAIM-SUPERLATIVE", Kind.AD, "You won't find a gentler dentist.",
         "You won't find a parking space after nine."),
        ("CLAIM-CURE", Kind.AD, "Warts have met their match: ours heal every time.",
         "Warts often need more than one visit, and some come back."),
        ("CLAIM-MISINFO", Kind.POST, "Our talk: how fluoride shrinks children's brains.",
         "Can fluoride shrink children's brains? No. Ask us what the studies found."),
        ("ADS-DISCLOSURE", Kind.POST, "Best clinic ever, go! (Posted by our office manager.)",
         "Ad: posted by our office manager, who says the tea is good."),
        ("REVIEW-GATING", Kind.REVIEW_REQUEST,
         "Full marks? Here is the Google link. Everyone else, the suggestion box.",
         "Full marks or not, here is the Google link. The suggestion box is by the door as well."),
        ("REVIEW-INCENTIVE", Kind.REVIEW_REQUEST, "Leave a line, pick a scarf.",
         "Leave a line if you like. Scarves are for sale at £9."),
        ("REVIEW-THREAT", Kind.REPLY, "Saw your post. It'd be a shame if your refill got lost.",
         "Saw your post. It's a shame we were late; your review is yours to keep."),
        ("POLICY-OVERBROAD", Kind.POLICY, "Your payslip is between you and the office.",
         "What a patient tells you is between you and the care notes."),
    ],
)  # fmt: skip
def test_meaning_is_not_mentioning(label, kind, meant, mentioned):
    assert label in labels(meant, kind)
    assert label not in labels(mentioned, kind)


def test_a_question_about_the_reader_fails_an_ad_and_is_a_hint_in_a_post():
    text = "Do you have diabetes? Come to our class."
    of = {kind: {one.severity for one in found(text, kind)} for kind in (Kind.AD, Kind.POST)}
    assert of == {Kind.AD: {Severity.WARN}, Kind.POST: {Severity.INFO}}


def test_review_law_cannot_be_switched_below_a_warning():
    floors = {rule.floor for rule in COPY_RULES if rule.label.startswith("REVIEW-")}
    assert floors == {Severity.WARN}


def test_pictures_without_a_description_are_one_finding_about_the_whole_draft():
    alts = ("two nurses laugh", " ", "")
    pictures = tuple(Picture(f"{number}.jpg", alt) for number, alt in enumerate(alts))
    (finding,) = found("New uniforms today.", pictures=pictures)
    assert (finding.code, finding.start, finding.end) == ("A001", 0, 0)
    assert finding.message.endswith("picture 2, 3.")


@pytest.mark.parametrize("alt", ["IMG_4471.JPG", "Image of two nurses", "thumbnail final"])
def test_a_description_that_describes_nothing_is_marked(alt):
    (finding,) = [one for one in found(alt, Kind.ALT_TEXT) if one.code == "A002"]
    assert (finding.start, finding.end) == (0, len(alt))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Half the valley limps in here and dances out.", True),
        ("Some people limp in here and walk out a little easier.", False),
    ],
)
def test_half_a_chance_is_enough_where_nothing_softens_what_stands_out(text, told):
    draft = Draft(text, Kind.AD)
    chance = facts().faults["CLAIM-CURE"] * 0.8
    span = Span(0, len(text), "CLAIM-CURE", 0.9)
    vars(draft)["opinion"] = Opinion(0.0, 0.0, {"CLAIM-CURE": chance}, (span,))
    assert bool(list(LikelyClaim().find(draft))) is told


def test_lookalike_letters_hide_nothing():
    assert "CLAIM-CURE" in labels("Our gel 𝗰𝘂𝗿𝗲𝘀 arthritis.")
    assert "STIGMA" in labels("Remembering all who committed suicide.".replace("'", "’"))


def test_a_rule_makes_its_point_and_stops():
    text = "Our laser cures tinnitus. " * 200
    assert Counter(one.code for one in found(text))["C001"] == MOST


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("flushots", ("flu", "shots")),
        ("breastcancerawarenessmonth", ("breast", "cancer", "awareness", "month")),
        ("xqzzwords", ()),
        ("health", ("health",)),
    ],
)
def test_a_hashtag_is_split_only_where_that_is_sure(tag, words):
    assert split_words(tag) == words


def test_words_of_a_hashtag_get_capitals():
    assert camel_case(("flu", "shots")) == "FluShots"


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("care", 1), ("table", 2), ("nurses", 2), ("walked", 1), ("needed", 2), ("clinic", 2),
        ("area", 3), ("science", 2), ("radio", 3), ("patience", 2), ("homework", 2),
        ("appointment", 3), ("hypertension", 4), ("vaccination", 4), ("rehabilitation", 6),
    ],
)  # fmt: skip
def test_syllables_are_counted_as_one_says_them(word, syllables):
    assert count_syllables(word) == syllables


def test_a_text_too_short_to_tell_has_no_grade():
    assert grade("Flu shots on Saturday.") is None
    assert grade("") is None
    assert grade("#FluShots https://cedarhollow.example") is None


def test_another_language_has_no_grade():
    assert grade("Gracias por su visita. Nos vemos el lunes en la clinica.") is None


def test_plain_text_reads_easier_than_officialese():
    plain = grade("Come in at nine. We will help you find the room. Bring your card.")
    hard = grade(
        "Individuals requiring accommodation must communicate requirements prior to arrival. "
        "Documentation necessitates verification by administrative personnel."
    )
    assert plain is not None
    assert hard is not None
    assert plain < 5 < 15 < hard


def test_names_and_hashtags_do_not_raise_the_grade():
    text = "Ask for {} at the desk. She will help you find the right room today. {}"
    assert grade(text.format("Wojciechowski", "#PhysiotherapyAwareness")) == grade(
        text.format("Ann", "")
    )


HOSTILE = {
    "letters": "a" * 100_000,
    "cures": "cure " * 20_000,
    "free": "review free " * 8_000,
    "marks": "!" * 100_000,
    "tags": "#abcdefghij " * 8_000,
    "one tag": "#" + "a" * 99_999,
    "emoji": "🥕" * 100_000,
    "fancy": "𝓯" * 100_000,
    "counts": "one in three " * 8_000,
    "quotes": "'\"(" * 33_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("kind", [Kind.POST, Kind.AD, Kind.POLICY])
def test_a_hostile_text_keeps_the_quick_rules_quick(text, kind):
    draft = Draft(text, kind)
    rules = [rule for rule in COPY_RULES if rule.quick and kind in rule.kinds]
    assert draft.reading.tokens is not None
    took = []
    for _ in range(3):  # what else the machine does is not the rules' fault
        begun = time.thread_time()
        findings = [finding for rule in rules for finding in rule.find(draft)]
        took.append(time.thread_time() - begun)
        assert len(findings) < 20_000
    assert min(took) < 0.4
