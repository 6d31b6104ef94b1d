"""What the rules of language say, one family after another, and what they leave alone."""

import pytest

from bedside.guard import Draft
from bedside.guard.english import counted, plurals, verbs, with_ed, with_s
from bedside.guard.registry import all_rules

RULES = {rule.code: rule for rule in all_rules()}


def told(code, text):
    """Return what a rule marks, each with its suggestion."""
    found = RULES[code].find(Draft(text))
    return [(text[finding.start : finding.end], finding.suggestion) for finding in found]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The nurses at Lakeside is the best.", "is", "are"),
        ("Children under 5 needs a parent.", "needs", "need"),
        ("Our clinic have two doors.", "have", "has"),
        ("Dental anxiety affect your sleep.", "affect", "affects"),
        ("The list of open plans are on our site.", "are", "is"),
        ("Is there side effects?", "Is", "Are"),
        ("Does your gums bleed?", "Does", "Do"),
        ("She don't work on Fridays.", "don't", "doesn't"),
        ("Everyone on our staff have had the shot.", "have", "has"),
        ("For anyone who have a question: ask.", "have", "has"),
        ("We was honored.", "was", "were"),
    ],
)
def test_a_verb_that_does_not_go_with_its_subject_is_told(text, wrong, right):
    assert (wrong, right) in told("L025", text)


@pytest.mark.parametrize(
    "text",
    [
        "The phone call you made was recorded.",
        "Your care plan at the clinic says it all.",
        "A number of them are severe, and the number of cases is rising.",
        "Diabetes is common. The news is good. Measles is back.",
        "If our nurse were here, she would know.",
        "Everybody say hi to Rosa!",
        "There are a lot of us, and there were a few more.",
        "Both sleep and stress affect your heart.",
        "Slimming the shoulders isn't one of them.",
    ],
)
def test_verbs_that_go_with_their_subjects_are_left_alone(text):
    assert told("L025", text) == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Many patient ask about whitening.", "patient", "patients"),
        ("These vaccine needs two doses.", "vaccine", "vaccines"),
        ("Rest for 20 minute before you go.", "minute", "minutes"),
        ("One of our nurse is away.", "nurse", "nurses"),
        ("Every patients gets a card.", "patients", None),
        ("That stretches are easy.", "That", "Those"),
    ],
)
def test_one_for_many_is_told(text, wrong, right):
    found = dict(told("L026", text))
    assert wrong in found or right is None
    assert right is None or found[wrong] == right


@pytest.mark.parametrize(
    "text",
    [
        "Many patient stories end well, and those patient enough see why.",
        "A 10 minute walk, a five star review, a two dose series.",
        "Most visit in spring. Our fee is $40 this week.",
        "We meet every two weeks by each nurses' station.",
        "She is the most powerful person in the room.",
    ],
)
def test_numbers_that_fit_are_left_alone(text):
    assert told("L026", text) == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("She has wrote a book.", "wrote", "written"),
        ("We didn't went.", "went", "go"),
        ("Our therapists can helped you.", "helped", "help"),
        ("The wing was build last year by us.", "build", "built"),
        ("Staff is being trains on it.", "trains", "trained"),
        ("Yesterday our crew run the race.", "run", "ran"),
        ("Our pharmacy is seek a technician.", "seek", "seeking"),
        ("I seen the new wing.", "seen", "saw"),
    ],
)
def test_a_wrong_form_of_a_verb_is_told(text, wrong, right):
    assert (wrong, right) in told("L027", text)


@pytest.mark.parametrize(
    "text",
    [
        "All you need to do is call. What we do is listen.",
        "One in four men has sleep apnea. We aren't being mean.",
        "You are welcome, and the can opened by itself.",
        "Had we known, we would have come. Have you seen it?",
        "She has been Rose to all of us. Last year the Legion posts paid for it.",
    ],
)
def test_right_forms_of_verbs_are_left_alone(text):
    assert told("L027", text) == []


@pytest.mark.parametrize(
    ("code", "text", "wrong"),
    [
        ("L028", "She specializes on sports injuries.", "specializes on"),
        ("L028", "Your visit depends of the weather.", "depends of"),
        ("L029", "Our team is able help you, so do not forget bring your card.", "forget bring"),
        ("L029", "Thank you choosing us.", "Thank you choosing"),
        ("L030", "Our dentist and her went to school together.", "her"),
        ("L030", "Parents, call Sue or myself with questions.", "myself"),
        ("L031", "Happy christmas from all of us.", "christmas"),
        ("L031", "Thanks dr. Patel for 30 years.", "dr"),
        ("L032", "Flu shots,tetanus boosters and more.", ","),
        ("L032", "Is it a cold ?", " "),
        ("L032", "We're open Sat;; come by.", ";;"),
        ("L033", "Wounds and our school principle, all in one talk.", "principle"),
        ("L033", "Cold whether can set off an attack.", "whether"),
        ("L033", "Dr. Haim lead the walk last Sunday.", "lead"),
        ("L034", "You can checkin from your phone.", "checkin"),
        ("L034", "We look forward to meet you.", "meet"),
        ("L010", "Call us if its urgent.", "its"),
        ("L011", "Wear a hat when your pink.", "your"),
        ("L012", "The nurses have taken there lunch outside.", "there"),
        ("L016", "Flu jab's today till six.", "jab's"),
        ("L017", "Im Kayla, your new hygienist.", "Im"),
        ("L020", "My team and I was moved.", "My team and I was"),
        ("L020", "Your doctor may order a X-ray.", "a X-ray"),
        ("L022", "Eventhough we moved, call us.", "Eventhough"),
    ],
)
def test_a_slip_is_told(code, text, wrong):
    assert wrong in [found for found, _ in told(code, text)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("L028", "We are proud to be close to you, in summer and on Fridays."),
        ("L029", "Moving forward we will text you. You need care. We here at Elm say hi."),
        ("L030", "Us on a Friday. Between you and me, he and I won. Him? He waits."),
        ("L031", "i love mondays lol. see you friday"),
        ("L031", "Tag #mondaymood or write to anna.monday@elm.example in May."),
        (
            "L032",
            "Well... see elm.example/a,b or mail a.b@elm.example. Ready?! Did you know Dr. Feld?",
        ),
        ("L032", "Oui ! Mettez votre nom."),
        ("L033", "Visit our site to save your sight. It's worth a look, and it's worth the drive."),
        ("L033", "Pick up a roll at the desk. Eat less, weigh less. The first day of school."),
        ("L034", "Did you use to smoke? The tools we use to open a tooth are small."),
        ("L010", "The clinic does its best, and its early hours are popular."),
        ("L011", "Your pink card, your sick note, your welcome letter."),
        ("L012", "There lunch is served. They are proud of their shoes."),
        ("L016", "The clinic's door, Monday's class, the crown's color."),
        ("L020", "An X-ray, a CT, an hour. My team and I were moved."),
    ],
)
def test_what_only_looks_like_a_slip_is_left_alone(code, text):
    assert told(code, text) == []


@pytest.mark.parametrize(
    ("word", "plural"), [("baby", "babies"), ("brush", "brushes"), ("day", "days"), ("kid", "kids")]
)
def test_a_noun_has_its_regular_plural(word, plural):
    assert with_s(word) == plural


@pytest.mark.parametrize(
    ("base", "past"),
    [("carry", "carried"), ("plan", "planned"), ("use", "used"), ("stay", "stayed")],
)
def test_a_verb_has_its_regular_past(base, past):
    assert with_ed(base) == past


def test_the_lists_hold_forms_that_are_irregular():
    assert counted()["children"] == "child"
    assert plurals("things")["teeth"] == "tooth"
    assert {verb.base: verb.participle for verb in verbs()}["take"] == "taken"


@pytest.mark.parametrize(
    "word", ["a", "of ", "patient ", "the list of ", "it's ", "..", ", ", "(("]
)
def test_long_nonsense_is_read_in_a_moment(word):
    draft = Draft(word * (60_000 // len(word)))
    for code in ("L025", "L026", "L027", "L028", "L029", "L031", "L032", "L033", "L034"):
        assert len(list(RULES[code].find(draft))) < 100_000
