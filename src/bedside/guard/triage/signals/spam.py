from __future__ import annotations

from bedside.guard.triage.message import Flag
from bedside.guard.triage.signal import Signal


class Spam(Signal):
    """
    Advertising or a trap that has nothing to do with care.

    ## What to do
    Delete and report; nobody answers, nobody clicks.

    ## Flagged
    - [Boost your Google ranking] with us today!
    - [DM me on WhatsApp for] [crypto].

    ## Fine
    - Can I message the nurse on WhatsApp?
    """

    flag = Flag.SPAM
    literal = True
    plain = (
        r"(?:boost|increase|grow|improve|double|triple|skyrocket) <1?>your <2?>(?:ranking|"
        r"reviews?|followers|traffic|revenue|seo|sales|practice|bookings|patients|"
        r"visibility|page|online presence|rating)|seo|backlinks?|guest post|web ?design services|"
        r"lead generation|(?:more|new) <1?>(?:patients|implant cases|leads|clients|"
        r"cases) (?:a|per|every) (?:month|week|day)|(?:help|work with) <1?>(?:practice|clinic|"
        r"business|dental|medical) owners|worth (?:15|10|20|fifteen|ten) minutes|(?:quick|"
        r"15-minute) (?:call|chat) (?:this|next) week|calendar link|unsubscribe|"
        r"limited[- ]time offer|special price|precio especial|best price|moq|free sample|"
        r"sample free|"
        r"kind inquiry|(?:we are|we're) (?:a )?(?:leading )?(?:manufacturers?|suppliers?|"
        r"exporters?|factory)|bulk (?:order|supply)|base de datos de|database of",
        r"(?:crypto|bitcoin|forex|binary options|investment (?:plan|platform)|trading (?:signals|"
        r"platform|expert)|passive income|earn <1?>(?:\d|\$|£|from home|daily|weekly)|"
        r"lost wallet|recovery (?:expert|of lost)|hack(?:er)? (?:expert|services)|spell caster|"
        r"love spell|herbal (?:cure|remedy|doctor)|herbs cured|dr\.? \w+ (?:cured|on whatsapp)|"
        r"stay blessed|thank me later|god bless dr|make money|loan (?:offer|approved)|casino|"
        r"jackpot|lottery|winner|you(?:'ve| have) (?:won|been (?:selected|nominated|chosen)))",
        r"(?:dm|message|text|contact|whatsapp|telegram|reach|inbox|write|hit) <2?>(?:me|us|him|"
        r"her|our|the wizard|dr)? ?<2?>(?:on|via|at|@|for) <1?>(?:whatsapp|telegram|"
        r"signal|collab|promo|the email in my bio|my bio|promotion|details|gmail)|(?:on|"
        r"via) (?:whatsapp|telegram) ?(?:[:+]|for|and thank|@)|link in (?:my )?bio|"
        r"click (?:the )?(?:link|here|"
        r"before)|(?:check|visit) (?:out )?my (?:page|profile|channel|store)|follow(?: for|"
        r"4) ?follow|f4f|real followers|(?:buy|get|sell) <1?>(?:followers|likes|reviews|generic|"
        r"viagra|"
        r"cialis|xanax|pills online)|no (?:script|prescription) needed|overnight delivery|"
        r"\d+% off (?:click|today only|viagra)|promo code|collab\??|brand ambassador|"
        r"ambassador code|"
        r"sponsored post|paid promotion",
        r"(?:domain|subscription|listing|account|page|mailbox) <1?>(?:expires?|"
        r"will be (?:deleted|terminated|suspended|disabled)|has been (?:suspended|flagged))|"
        r"final notice|failure to act|"
        r"verify your (?:account|page|identity)|violat\w+ our community|"
        r"copyright infringement (?:notice|detected)|remit|processing fee|plaque|top (?:doctors?|"
        r"dentists?) (?:award|of)|nominated|"
        r"kindly (?:remit|send|reply|confirm)|dear (?:sir|sir/madam|business owner|beneficiary)|"
        r"estimado director|responda con la palabra|améliorer votre référencement|votre site web",
    )
    unless = r"appointment|my (?:results|prescription|insurance)|can i message|is there a number"
