"""The forms in English, in words that a child of twelve can read."""

from __future__ import annotations

from bedside.consents.terms import Item, Purpose, Sensitive, Shown, Statement
from bedside.consents.wording.clauses import Clauses

CLAUSES = Clauses(
    language="en",
    title="May we show this?",
    staff_title="May we show you at work?",
    opening="We would like to show something about you to other people. You choose. "
    "Read this, ask us what you like, and take your time.",
    staff_opening="We would like to show you in what we post about our work. You choose. "
    "Read this, ask us what you like, and take your time.",
    what="We would show: {items}.",
    items={
        Item.PHOTO: "photos of you",
        Item.VIDEO: "videos of you",
        Item.VOICE: "your voice",
        Item.QUOTE: "your own words",
        Item.NAME: "your name",
        Item.CONDITION: "what you came to us for",
        Item.TREATMENT: "what we did to help",
        Item.OUTCOME: "how you did after that",
        Item.DATES: "when it was",
        Item.LOCATION: "where it was",
        Item.REVIEW: "a review you wrote",
    },
    only_picture="We would show only the picture on this page, and no other.",
    only_pictures="We would show only the {count} pictures on this page, and no others.",
    in_words="In words: {information}.",
    names={
        Shown.FULL: "We may use your full name.",
        Shown.FIRST: "We may use your first name, and no more of it.",
        Shown.INITIALS: "We may use the first letters of your name, and no more of it.",
        Shown.NONE: "We will not use your name.",
    },
    who="Who may show it: {disclosers}. That means the staff, and people we pay to help with "
    "our posts.",
    where="Where all people can see it: {places}.",
    website="our website",
    print="printed pages",
    paid="We may also pay to show it there as an ad.",
    not_paid="We may not use it in an ad that we pay for.",
    why="What it is for: {purposes}.",
    purposes={
        Purpose.COMMUNITY: "to share news with our town",
        Purpose.EDUCATION: "to teach people about health",
        Purpose.TESTIMONIAL: "to let people hear how it was for you",
        Purpose.ADVERTISING: "to make our work known",
        Purpose.TRAINING: "to train our own staff",
    },
    at_request="You asked us to show it.",
    until_day="Your yes ends on {day}.",
    until_event="Your yes ends after this: {event}.",
    initials="It would tell things that the law guards most: {kinds}. "
    "Write your initials next to each one that you agree to.",
    sensitive={
        Sensitive.HIV: "HIV",
        Sensitive.GENETIC: "the genes in your family",
        Sensitive.MENTAL_HEALTH: "mental health",
        Sensitive.SUBSTANCE_USE: "alcohol or drug use",
        Sensitive.REPRODUCTIVE: "birth control, pregnancy or birth",
        Sensitive.PSYCHOTHERAPY_NOTES: "notes from talk therapy",
    },
    for_another="Who signs for the person does so as: {authority}.",
    statements={
        Statement.RIGHT_TO_REVOKE: "You can take back your yes. You can do it on any day, and you "
        "need not say why.",
        Statement.HOW_TO_REVOKE: "To take it back, tell us in writing. A short note, a letter or "
        "an e-mail is enough. If you signed on a screen, your own link works too.",
        Statement.REVOKE_EXCEPTIONS: "We then stop, and take down what is ours. We cannot undo "
        "what was seen or used before your note came.",
        Statement.NOT_CONDITIONED: "You do not have to sign. Your care, what you pay and your "
        "health plan stay just the same if you say no.",
        Statement.REDISCLOSURE: "Once it is shown, other people may pass it on. The privacy law "
        "that binds us does not bind them.",
        Statement.COPIES_MAY_PERSIST: "Copies can stay on the web after we take it down. Search "
        "pages and people who saved it may still have it.",
        Statement.REMUNERATION: "Someone else pays us to show this. We get money for it.",
    },
    staff_statements={
        Statement.NOT_CONDITIONED: "You do not have to sign. Your job, your pay and your hours "
        "stay just the same if you say no.",
    },
    reach="You can reach us here: {contact}.",
    sign_here="Sign only if you agree. You get a copy of this page.",
    conjunction="and",
    nothing="nothing yet",
    day="{month} {day}, {year}",
    first="1",
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
)
