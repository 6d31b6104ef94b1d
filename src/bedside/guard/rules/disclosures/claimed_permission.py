from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.guard.finding import Severity
from bedside.guard.rule import POSTS
from bedside.guard.story import StoryRule

if TYPE_CHECKING:
    import re

    from bedside.guard.draft import Draft


class ClaimedPermission(StoryRule):
    """
    Permission that is claimed in the text, with no authorization on file.

    ## Why it matters
    A spoken yes, or the word "permission", is not a HIPAA authorization. Only the signed form
    counts, and none is recorded for this draft.

    ## Flagged
    - Smile makeover! [She said yes] to sharing.
    - [Shared with permission of the ward].
    - Thank you for [letting us share] your story!

    ## Fine
    - post by consent of Roy Tillery: Roy shares his story with his permission.
    - Every photo in our gallery has a signed release.

    ## Instead
    Record the signed authorization, then attach it to this post.
    """

    code = "D038"
    label = "DIS-RELATIONSHIP"
    severity = Severity.ERROR
    floor = Severity.ERROR
    source = "45 CFR 164.508(c)"
    doubted = POSTS
    message = "This claims a permission that is not on file."
    why = "The authorization on file decides, not the words in the post."
    beside_care = False
    phrases = (
        r"(?:posted|shared|published|used|told|sharing|posting|photo|pics?|w/?|with) (?:(?:with|"
        r"w/|by) )?(?:(?:his|her|their|the|full|patient|patient's|family|family's|mom's|parent|"
        r"written|verbal|signed) ){0,3}(?:permission|consent|ok|okay|blessing)(?: (?:of|"
        r"from) (?:the )?\w+)?",
        r"(?:he|she|they|mom|dad|the family|family|parents) (?:said (?:yes|ok|okay|it's ok|"
        r"we could|i could)|gave (?:us )?(?:permission|the ok|the okay|their blessing|consent)|"
        r"agreed to (?:share|let)|let us share|asked us to share|wants? (?:us to|you to know)|"
        r"is ok with|are ok with|was happy for us to)",
        r"(?:letting|let|allowing) (?:us|me) (?:share|post|show|film|photograph|tell)",
        r"publicado con su permiso|con (?:su|el) permiso de|nos dio permiso|con permiso de",
    )
    unless = (
        r"colleague|funeral|every (?:photo|picture|story|image)|always|only share|policy|"
        r"release form|we never|ask for|each"
    )

    def stands(self, draft: Draft, match: re.Match[str]) -> bool:
        return not draft.consents and super().stands(draft, match)
