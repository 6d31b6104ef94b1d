from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from bedside.guard.draft import Kind
from bedside.guard.finding import Severity
from bedside.guard.lexicon import words
from bedside.guard.ownership import is_institution, is_own_domain, is_own_name
from bedside.guard.rule import MOST, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bedside.guard.draft import Draft
    from bedside.guard.finding import Finding

# An address with spaces around its dots and slashes, as people write who fear a filter.
_PARTED = re.compile(
    r"(?<![\w@.-])(?:www ?\. ?)?(?:facebook|fb|instagram|tiktok|twitter|linkedin|gofundme|"
    r"caringbridge|venmo|youtube)(?: ?\. ?| dot )(?:com|org|me)(?: ?/ ?| slash )"
    r"@?[a-z0-9][\w.-]{2,40}|"
    r"(?<![\w@.-])[a-z0-9-]{3,40} dot [a-z]{2,8} slash [a-z0-9][\w-]{1,40}"
)
_DOTTED = re.compile(r"\.[a-z]{2}")
_URL = re.compile(
    r"(?<![\w@.-])(?:https?://)?(?P<host>(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24})(?::\d{2,5})?"
    r"(?P<rest>[/?][^\s<>\"]{0,300})?"
)
_OF_ONE = re.compile(
    r"(?:gofundme|givesendgo|gofund|fundfriend|fundly|youcaring)\.[a-z]+/(?:f/)?.|"
    r"(?:caringbridge|caring-bridge|mealtrain|carepages|lotsahelpinghands)\.[a-z]+/.|"
    r"facebook\.com/(?:profile\.php|people/)|fb\.com/profile|"
    r"linkedin\.[a-z]+/(?:in|pub)/.|(?:venmo|cash\.app|paypal\.me|ko-fi|strava|snapchat)[a-z.]*/.|"
    r"yelp\.[a-z.]+/user_details|google\.[a-z.]+/maps/contrib/|legacy\.com/.{0,40}obituar|"
    r"(?:wa|t)\.me/.|(?:ancestry|findagrave|classmates|nextdoor)\.[a-z]+/(?:profile|memorial|"
    r"people)|"
    r"(?:theknot|zola|withjoy|weddingwire|babylist|everloved|mykeeper|spotfund)\.[a-z]+/.|"
    r"(?:reddit)\.com/u(?:ser)?/.|tripadvisor\.[a-z.]+/profile/|"
    r"[^?]{4,80}/(?:memorials?|obituar(?:y|ies)|tributes?|funerals?|weddings?|baby-?registry|"
    r"fundraisers?|"
    r"campaigns?)/(?=[\w-]*[a-z]{3}-[a-z]{3})."
)
_PROFILE = re.compile(
    r"(?:facebook|fb|instagram|tiktok|twitter|x|threads|youtube|pinterest|medium|linktr|bsky|"
    r"tumblr|flickr|soundcloud|twitch|patreon|github|mastodon)(?:\.[a-z]+){1,2}/"
    r"(?:profile/|user/|c/|add/)?@?(?P<handle>[\w.%-]{3,60})/?(?:[?#].*)?$|"
    r"[^/]+/(?:@|~|users?/|u/|profiles?/|members?/(?=[a-z]))(?P<user>[\w.-]{2,60})"
)
_PAGES = frozenset(
    [
        "groups",
        "events",
        "pages",
        "watch",
        "p",
        "reel",
        "reels",
        "stories",
        "explore",
        "hashtag",
        "sharer",
        "search",
        "video",
    ]
)
_HOSTED = re.compile(
    r"(?P<handle>[a-z0-9-]{3,63})\.(?:wordpress|blogspot|tumblr|substack|weebly|wixsite|carrd|"
    r"livejournal|square|squarespace|medium|github|netlify|godaddysites|forumotion|bandcamp)\."
    r"(?:com|io|co|site|app)$"
)
_RECORD = re.compile(
    r"[/?&#](?:patients?|pt|members?|charts?|records?|mrn|clients?|residents?|results?|reports?|"
    r"labs?|visits?|encounters?|appointments?|appts?|messages?|invoices?|bills?|statements?|"
    r"intakes?|forms?/(?:r|response)|accounts?|users?|profile|claims?|cases?|rx|prescriptions?|"
    r"documents?)"
    r"(?:[_-]?(?:id|no|number|key))?[/=:_-]+(?:[\w-]{1,20}/)?(?=[\w-]{0,40}\d)[\w-]{3,}|"
    r"[?&](?:mrn|dob|ssn|patient\w*|member\w*|chart\w*|pid|memberid|guid|pat_?id|ptid|email|phone|"
    r"lastname|last_name|fname|firstname|first_name)=[^&\s]"
)
_PORTAL = re.compile(
    r"(?:portal|mychart|patient|healow|athena|followmyhealth|chart|secure|results?|records?)"
    r"[^?]{0,80}[?&/](?:id|uid|token|key|t|ref|session|code|user|u)?[=/](?=[\w-]{0,40}\d)[\w-]{4,}"
)
_THEIRS = re.compile(
    r"\b(?:your|ur|his|her|their|my|patient's|client's|son's|daughter's|mom's|mum's|dad's|wife's|"
    r"husband's|[a-z]+'s) (?:\w+ ){0,2}(?:blog|site|website|page|profile|channel|shop|store|"
    r"account|"
    r"link|fundraiser|vlog|instagram|insta|facebook|fb|tiktok|linkedin|twitter|youtube|etsy|bakery|"
    r"portfolio|gallery|podcast|registry|obituary)\b[^.!?\n]{0,30}$|"
    r"\b(?:reviewer|patient|help (?:him|her|them)|give to (?:him|her|them)|follow (?:him|her|them)|"
    r"(?:her|his|their) (?:\w+ ){1,2}(?:on|at))\b[^.!?\n]{0,40}$"
)
_SPEAKS = re.compile(
    r"\b(?:blog|shop|podcast|fundraiser|obituary|guest book|raising money|your own|column|"
    r"(?:his|her|their|your) (?:whole |own |old )?(?:\w+ )?(?:site|page|blog|shop|store|channel|"
    r"video|website)|(?:saw|watched|read|found|posted|put) (?:your|his|her|the|my)|(?:wife|husband|"
    r"mom|mum|dad|son|daughter|grand\w+)(?:'s)? (?:\w+ ){0,2}(?:page|site|blog|fundraiser|podcast)|"
    r"(?:follow|find) (?:him|her|them)|[a-z]+'s (?:\w+ )?(?:[a-z]{0,8}page|site|blog|"
    r"tiktok|video))\b[^\n]{0,70}$"
)
_OUR_PAGE = re.compile(
    r"\b(?:our|us (?:at|on)|clinic's|book|register|visit|apply|packets?|forms?)\b[^.!?\n]{0,40}$"
)
_FOLLOW_US = re.compile(
    r"\b(?:our|ours|(?:follow|like|find|join|see|tag|catch|visit|dm|message) us)\b[^.!?\n]{0,40}$"
)
_THEIRS_AFTER = re.compile(
    r"[^\w.!?\n]{0,3}(?:(?:that's|thats|is|was|=) )?(?:his|hers?|their|your) (?:\w+ )?"
    r"(?:profile|page|blog|site|website|account|link|fundraiser|channel)\b"
)
_BLOG = re.compile(r"\b(?:has|started|writes|keeps) a (?:blog|vlog|podcast|page)\b[^\n]{0,40}$")
_ABOUT_SOMEBODY = frozenset({Kind.MESSAGE, Kind.REPLY, Kind.REVIEW_REPLY})
"""What is written to or about one person: a profile in it is that person's."""
_CLEARLY_PUBLIC = (".gov", ".mil", ".edu", ".gc.ca", ".gov.uk", ".nhs.uk")


class PersonalPage(Rule):
    """
    A web address of a person: a profile, a blog, a fundraiser, a portal link with a record in it.

    ## Why it matters
    Web addresses of a person are Safe Harbor identifiers; a link to a record may even open it.

    ## Flagged
    - Help him at [gofundme.com/f/bring-eli-home] please.
    - reply: Is this you, [linkedin.com/in/rosa-marquez-88]?
    - message: Your results: [https://portal.cedarhollow.example/patient/88213].
    - She bakes again: her site [merve-bakes.example] is open.
    - Read it at [mariaslungs.wordpress.com] tonight.

    ## Fine
    - Book at cedarhollow.example/book any time.
    - Read cdc.gov/flu and medlineplus.gov/ency/article/003090.htm?id=12.
    - Follow facebook.com/redcross and youtube.com/watch?v=12345 for more.
    - Updated v2.0.1. See fig.2 and p.5 of the report.

    ## Instead
    Link only to pages of the clinic or of a public source.
    """

    code = "P022"
    label = "ID-CONTACT"
    severity = Severity.ERROR
    source = "45 CFR 164.514(b)(2)(i)(N)"

    def find(self, draft: Draft) -> Iterator[Finding]:
        folded = draft.reading.folded
        if not _DOTTED.search(folded):
            return
        for _, match in zip(range(MOST), _URL.finditer(folded), strict=False):
            if _is_of_person(draft, match):
                end = match.start() + len(match[0].rstrip(".,;:!?)'\"]}"))
                yield self.at(match.start(), end, "This links to one person's page or record.")
        for match in islice(_PARTED.finditer(folded), MOST):
            handle = re.split(r"/ ?|slash ", match[0])[-1]
            spaced = " " in match[0]
            if spaced and not is_own_name(draft, handle) and not is_institution(handle):
                yield self.at(*match.span(), "This links to one person's page or record.")


def _is_of_person(draft: Draft, match: re.Match[str]) -> bool:
    host = match["host"].removeprefix("www.")
    address = host + (match["rest"] or "").rstrip(".,;:!?)'\"]}")
    public = host.endswith(_CLEARLY_PUBLIC)
    if not public and (_RECORD.search(address) or _PORTAL.search(address)):
        return True
    if public or is_own_domain(draft, host):
        return False
    if _OF_ONE.match(address) and not is_own_name(draft, address.partition("/")[2]):
        return True
    handle = _handle(address)
    if handle and is_own_name(draft, handle):
        return False
    before = draft.reading.folded[max(0, match.start() - 60) : match.start()]
    wide = draft.reading.folded[max(0, match.start() - 110) : match.start()]
    spoken = (_SPEAKS.search(wide) or _BLOG.search(wide)) and not _OUR_PAGE.search(wide)
    theirs = _THEIRS.search(before) or _THEIRS_AFTER.match(draft.reading.folded, match.end())
    if (spoken or theirs or _is_named(handle, wide)) and _is_address(match):
        return True
    if handle is None:
        return False
    if _HOSTED.match(host) is not None or is_name_like(handle):
        return True
    profile = _PROFILE.match(address)
    return (
        profile is not None
        and draft.kind in _ABOUT_SOMEBODY
        and not is_institution(handle)
        and not _FOLLOW_US.search(before)
    )


def _is_named(handle: str | None, before: str) -> bool:
    """Tell whether a handle begins with a given name that the words before it say too."""
    if not handle:
        return False
    given = words("given_names")
    said = re.findall(r"[a-z]{4,}", before)
    return any(name in given and handle.startswith(name) for name in said)


def _is_address(match: re.Match[str]) -> bool:
    """Tell an address from two sentences that lack a space between them."""
    if match["rest"] is not None or match["host"].count(".") > 1:
        return True
    return match["host"].rpartition(".")[2] in words("domain_ends")


def _handle(address: str) -> str | None:
    """Return by what an address names a person, if it may: a user, a blog, a domain of a name."""
    host, _, path = address.partition("/")
    hosted = _HOSTED.match(host)
    if hosted:
        return hosted["handle"]
    profile = _PROFILE.match(address)
    if profile:
        handle = profile["handle"] or profile["user"]
        return None if handle in _PAGES else handle
    name, _, end = host.rpartition(".")
    return name.rpartition(".")[2] if name and end in words("domain_ends") and not path else None


def is_name_like(handle: str) -> bool:
    """Tell whether a handle holds a given name with another name, or a name beside figures."""
    parts = re.findall(r"[^\W\d_]+", handle)
    given, surnames = words("given_names"), words("surnames")
    if len(parts) > 1 and any(part in given or part in surnames for part in parts):
        return any(part in given and len(part) > 2 for part in parts) or parts[-1] in surnames
    letters = "".join(parts)
    for cut in range(3, len(letters) - 2):
        if letters[:cut] in given and _begins_with_name(letters[cut:]):
            return True
    return any(figure.isdigit() for figure in handle) and any(
        letters[:cut] in given or letters[-cut:] in surnames for cut in range(4, len(letters) + 1)
    )


def _begins_with_name(letters: str) -> bool:
    """Tell whether letters are a surname, or "and" and a given name, whatever follows."""
    if letters.startswith("and"):
        return any(letters[3:cut] in words("given_names") for cut in range(6, len(letters) + 1))
    return any(letters[:cut] in words("surnames") for cut in range(4, len(letters) + 1))
