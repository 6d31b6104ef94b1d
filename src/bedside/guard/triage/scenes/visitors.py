"""Lawyers, reporters, police and inspectors who write themselves. For folded text."""

from __future__ import annotations

from typing import Final

_BODY = (
    r"(?:state board|board of \w+|dental board|medical board|department of \w+|state department|"
    r"care quality commission|cqc|gmc|ofsted|inspector general|ministry|licensing|survey team|"
    r"surveyors?|inspectors?|inspectorate|diversion unit|special agent|agent [a-z]|"
    r"officer [a-z]\w+|"
    r"inspector [a-z]\w+|pc [a-z]\w+|constable|detective|sergeant|investigations?|fire marshal|"
    r"health (?:authority|department|inspectorate)|drug enforcement|dea|police|station|"
    r"coroner's (?:office|officer)|medical examiner(?:'s office)?|public health|safeguarding board|"
    r"inspection|compliance unit|tribunal)"
)
_COMES = (
    r"(?:will (?:attend|arrive|be (?:with|there|on site))|arriving|arrive (?:today|tomorrow|at)|"
    r"attend at|at your (?:front )?door|in your (?:parking lot|car park|lobby|reception)|outside "
    r"your|inside the hour|within the hour|in the hour|this (?:morning|afternoon)|today between|"
    r"have the \w+|please have|have ready|be ready|collect|i (?:require|need) <3?>(?:the|you|all|"
    r"your)|require the|(?:to )?(?:ring|call|phone) (?:me |us )?(?:on )?555|direct 555|"
    r"unannounced|no one is answering|nobody leaving|we hold|by phone|asked twice for|"
    r"for the last (?:30|thirty|\d+) days|available|in person)"
)
_PAPER = (
    r"(?:courier|ledger|gazette|herald|post|times|tribune|chronicle|echo|argus|globe|star|mail|"
    r"channel \w+|univisi[oó]n|telemundo|bbc|itv|radio|journal|news|newsroom|weekly|mercury|sunday|"
    r"documentary|podcast|desk|evening \w+|morning \w+|el faro \w+|el país|périodique|"
    r"periódico|emisora|noticiero|redactor[a]?|freelance|programme|reporter|journalist|producer|"
    r"correspondent|investigations)"
)
_PRINT = (
    r"(?:go(?:es|ing)? to (?:print|air)|on air|we (?:roll|run|air|publish|print)|publishing|"
    r"transmission|airs|live at|go live|en vivo|goes up|before it (?:goes|runs)|comment by|"
    r"comments? (?:by|before|on)|on record|the record|the questions|put (?:the|some) questions|"
    r"your side|other side|response|reply|réponde?r?|pueden comentar|comentar|cierro a|"
    r"anything you'd like reflected|deadline|working on (?:a|the) (?:feature|piece|story)|"
    r"quién da la cara|qui peut me répondre|prépare un sujet|talk or not|doorstepp\w+|"
    r"main entrance|"
    r"got a copy of|a former (?:nurse|employee)|run a piece|story|recording|statement)"
)
_LAW = (
    r"(?:counsel|solicitors?|attorneys?|lawyers?|barrister|llp|law (?:firm|office)|abogad[oa]s?|"
    r"avocate?|paralegal|claimant|estate of|the estate|ms \w+'s estate)"
)
_DEMAND = (
    r"(?:preserv\w+|overwritten|destroy\w*|obtain everything|retained by|instructed|engagement by|"
    r"engaged by|asked by (?:his|her|the)|accepts? service|service by|before i file|i act|"
    r"we act|on behalf|acknowledge|respond by|within \w+ days|records of|release of|all (?:records|"
    r"logs|imaging|devices|monitors)|litigation|proceedings|writ|statement of|representing|"
    r"counsel for|acting for|ahead of the inquest|treat this as notice|regarding (?:embryo|the "
    r"(?:death|late))|do not contact them|close of business|llp)"
)

REGULATORS: Final = ((_BODY, _COMES),)

MEDIA: Final = ((_PAPER, _PRINT),)

LAWYERS: Final = ((_LAW, _DEMAND),)

SAID: Final = (
    r"preservation (?:notice|demand|letter|request)|nothing is to be overwritten|i write for the "
    r"[a-z]+s regarding|accepts service|i'm counsel for|retained by (?:the|mr|mrs|ms|dr)|"
    r"pursuant to (?:our|my) (?:engagement|instruction)",
)
