from __future__ import annotations

from bedside.guard.triage.message import Flag
from bedside.guard.triage.signal import Signal


class BillingFraud(Signal):
    """
    An accusation of billing what was not done, or of cheating.

    ## What to do
    A manager and whoever answers for billing look into it today, privately.

    ## Flagged
    - They [billed for two fillings] and did one.
    - This is [insurance fraud].
    - Son unos [ladrones], [me cobraron dos coronas que no tengo].

    ## Fine
    - The bill came twice, could you tell me which to pay?
    - Parking here is daylight robbery.
    """

    flag = Flag.BILLING_FRAUD
    grave = (
        r"(?:billing |insurance |medicare |medicaid |healthcare |wire )?fraud(?:sters?|"
        r"ulent(?:ly)?)?(?! (?:line|unit|hotline|team at my bank|alert))|embezzl\w+|upcod\w+|"
        r"up-?cod\w+|phantom (?:visits?|charges?|"
        r"bills?|tests?|appointments?)|double[- ]bill\w+|over-?bill\w+ (?:insurance|medicare|"
        r"medicaid)|(?:insurance|billing|medicare) scam|scam(?:mers?|ming|med)?(?= |"
        r"[.!,])(?! (?:call|it was|was|likely|email))|"
        r"con (?:artists?|men|man)|racket|fleec(?:ed|ing)|it's a mugging|extort\w+|forg(?:ed|"
        r"ing) (?:my|his|her|a|the)|(?:my|his|her|mum's|dad's) <1?>signature <1?>(?:forged|"
        r"copied|isn't|that isn't)",
        r"(?:bill(?:ed|ing|s)?|charg(?:ed|ing|es)?|claim(?:ed|ing|s)?|invoic(?:ed|ing|es)?|coded|"
        r"submitted)<9>(?:never (?:had|did|got|happened|received|done|performed|came|saw|existed|"
        r"took|gave|met|set)|didn't (?:happen|have|do|"
        r"get|receive|exist|do it)|wasn't (?:there|here|done|even|performed|a patient)|"
        r"weren't (?:done|given|there|even)|(?:don't|doesn't) (?:own|have|exist)|i have no|"
        r"he has no|dead|was (?:already )?dead|not (?:done|performed|given|received|"
        r"had|provided)|(?:was|were) (?:staying|away|abroad|in another|at work|"
        r"out of the country|on holiday|at a wedding)|for nights|made[- ]?up|nobody (?:did|gave|"
        r"came)|only (?:did|had|got|one|did one|have)|two (?:fillings|crowns|ankles|"
        r"visits))(?: (?:fillings|crowns|visits|ankles))?|billed for (?:two|three|four|five|six|"
        r"seventeen|\d+) <1?>(?:fillings|crowns|visits|tests|sessions|ankles|eyes|scans|"
        r"overnight visits|x-?rays|nights|injections)(?= (?:and|when|but|i))",
        r"(?:explanation of benefits|eob|claim|statement|bill|invoice|"
        r"insurer)<12>(?:never (?:had|did|got|gave|happened|saw)|wasn't (?:there|here|even)|"
        r"didn't (?:have|happen|get)|at a wedding|made up|another state|dead|"
        r"i (?:only )?have (?:the )?one|"
        r"no such)|(?:never|didn't|haven't) (?:had|have|gave|give|got|get|received|done|saw|"
        r"see) <4?>(?:but|yet|and) <2?>(?:billed|charged|claimed|paid)|(?:one|two|seven|"
        r"\d+)<5>(?:on the bill|on my bill|on the claim|charged for)|"
        r"(?:signed?|sign) <2?>blank|blank (?:sheet|form|page|claim)|(?:same trick, same code|"
        r"magically upgraded|making up (?:nights|visits|hours)|pad(?:ded|ding) (?:the )?(?:bill|"
        r"hours|claims?|timesheet)|bogus (?:charge|claim|bill|visit|code)s?|"
        r"fake (?:charge|claim|bill|visit|code|diagnosis)s?|taught to bill|told to bill|"
        r"bill for the|billed as|runs? your card|ran my card|charged my card|emptied my)",
        r"(?:thiev(?:es|ing)|thief|crooks?|crooked|swindl\w+|rob(?:bed|bing|bers?)(?! (?:hood))|"
        r"stole|stealing|theft|steal(?:s)?|criminals?|chancers|charlatans?|"
        r"liars? and)(?=<12>(?:bill\w*|charg\w*|claim\w*|insur\w*|money|card|medicare|medicaid|"
        r"fee|"
        r"paid|pay|price|cost|\$|£|€|old people|toddlers|pension\w*|refund|crown|filling|copay|"
        r"invoice)|\W*$)|(?:bill\w*|charg\w*|claim\w*|insur\w*|card|medicare|medicaid|copay|"
        r"invoice|refund)(?=<15>(?:thiev\w+|thief|crooks?|swindl\w+|robb\w+|"
        r"stole\w*|theft))",
        r"(?:ladr(?:ones|ón|ona)|estaf(?:a|adores|aron|ador)|fraude|robo|rateros|"
        r"tramposos)(?! (?:mi atención|el corazón))|(?:me|le|nos) cobraron <3?>(?:que no|"
        r"sin haber|dos veces|por algo que)(?: \w+)?|facturaron<6>(?:nunca|no)|escro(?:cs?|"
        r"querie)|"
        r"voleurs?|arnaque(?:urs?|r)?|(?:facturé|facturée?s?)<7>(?:jamais|pas (?:eu|fait|reçu))|"
        r"fausse(?:s)? factur\w+|vigaristas",
    )
    unless = (
        r"(?:parking|car park|estacionamento|coffee|vending|meter|machine|café)<12>(?:robbery|"
        r"assalto|theft|scam|racket|mugging)|daylight robbery|(?:assumed|thought) it was a scam|"
        r"stole (?:my|the|our) (?:heart|show)|identity"
    )
