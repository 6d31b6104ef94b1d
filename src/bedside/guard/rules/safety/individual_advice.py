from __future__ import annotations

from bedside.guard.finding import Severity
from bedside.guard.phrasing import CARE
from bedside.guard.rule import ANSWERS, PhraseRule


class IndividualAdvice(PhraseRule):
    """
    Medical advice to one person in public.

    ## Why it matters
    Advice to one person starts care without an examination, and shows everybody what the person
    has.

    ## Flagged
    - reply: [Sounds like strep], come in.
    - reply: [Looks like a BCC to me], please [get that biopsied].
    - reply: [You should stop taking] the metformin.
    - message: [Keep taking the antibiotics until Friday].

    ## Fine
    - reply: We can't give advice here. Please call your doctor or our nurse line.
    - reply: In general, ice helps for the first two days.
    - reply: Anyone with a sudden severe headache should call 911.

    ## Instead
    "We can't advise here. Please call our nurse line, or 911 in an emergency."
    """

    code = "S001"
    label = "DIS-CARE"
    severity = Severity.ERROR
    source = "AMA Code of Medical Ethics, opinion 2.3.2"
    kinds = ANSWERS
    message = "This gives one person medical advice in public."
    why = "Advice without an examination can harm, and it shows what the person has."
    particular = True
    phrases = (
        rf"(?:sounds?|looks?|seems?|appears?) (?:a lot |very much |just |to me )?(?:like|"
        rf"to be) (?:you(?:'ve| have)? (?:got )?|an? |it's |it could be |classic |"
        rf"the )?(?:\w+ ){{0,2}}{CARE}(?: to me)?",
        r"you (?:should|need to|must|have to|ought to|could|can|might want to|may|"
        r"'ll want to) (?:be fine|stop|start|take|taking|increase|reduce|double|skip|stay on|"
        r"come off|continue|keep|ice|rest|avoid|try|switch)(?: (?:taking|using|on|off|the|to|"
        r"with))?",
        rf"(?:keep|stop|start|continue|skip|double|finish|restart|keep up|resume|hold|"
        rf"remember to (?:take|use|wear)|don't forget (?:the|to take|to wear|"
        rf"your)) (?:on )?(?:taking|using|wearing|doing|the|that|those|your|up) (?:(?:the|that|"
        rf"your|those|full|whole) )?(?:\w+ ){{0,2}}(?:{CARE}|meds?|medication|pills?|ice|"
        rf"exercises|dressing|drops|cream|course|dose|retainers?|socks|boot|brace|"
        rf"stretches)(?: (?:dry|clean|covered|elevated|on))?(?: (?:for|until|til|"
        rf"till) [\w ]{{3,20}})?",
        r"(?:ice|elevate|ibuprofen|tylenol|advil|heat|compress(?:es)?|compression socks) (?:it|"
        r"every|twice|three|\d+|for \d)(?: (?:day|min|minutes|times|hours|on|off|a day))*",
        r"(?:probably|definitely|likely|clearly|classic|most likely) (?:just |a |an |"
        r"your )?(?:{conditions}|{symptoms})",
        r"(?:take|taking) (?:\d+|one|two|a|an) (?:mg|pills?|tablets?|tylenol|ibuprofen|advil|more|"
        r"extra)",
        r"(?:get|have) (?:that|it) (?:biopsied|removed|x-?rayed|looked at asap|checked asap|"
        r"drained|scanned)(?: asap)?",
        r"(?:you'll|you will|it'll|it should|that should|should) (?:be (?:fine|right|ok|okay|"
        r"gone)|heal|settle|pass|clear up|resolve|improve)(?: (?:in|within|by|on its own))?",
        r"nothing to worry about|no need to worry|don't worry about (?:it|that|the)|"
        r"that's (?:totally |completely |perfectly )?normal",
    )
    unless = (
        r"\b(?:in general|generally|anyone|most people|general tip|rule of thumb|please call|"
        r"if you're|we can't|call (?:us|your|911|our)|always|ask your|talk to|bill|parking|card)\b"
    )
