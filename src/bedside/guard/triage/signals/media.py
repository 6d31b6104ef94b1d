from __future__ import annotations

from bedside.guard.triage.message import Flag
from bedside.guard.triage.scenes import visitors
from bedside.guard.triage.signal import Signal


class Media(Signal):
    """
    A journalist writes, or somebody threatens to go to the press.

    ## What to do
    A journalist gets one named spokesperson, before the deadline. A threat goes to a manager.

    ## Flagged
    - [I'm a reporter] [with the evening news]; [we go live at] six.
    - The [local paper] has the photographs.
    - [Soy periodista] y [la nota sale] hoy.

    ## Hinted
    - Daria from the [Evening Courier]. Do you have a response for us?

    ## Fine
    - I read about your new wing in the paper, congratulations.
    - A few lines for our parish newsletter, what is the ward called?
    - The wait gave me time to read the Courier.
    """

    flag = Flag.MEDIA
    urgent = (
        r"(?:i'm|i am|this is|we're|from) <3?>(?:(?:a|an|the) <2?>(?:reporter|journalist|"
        r"producer|correspondent|news editor|documentary maker|"
        r"researcher)|journalist|reporter)(?! (?:for twenty|myself|once))|(?:i|we) (?:write|"
        r"report|cover|produce) <1?>(?:for|on|cyber|health)(?: the)?"
        r"(?= <3?>(?:paper|wire|times|post|herald|gazette|globe|news|star|tribune|courier|mail|"
        r"guardian|saturday|sunday|daily|programme|show|desk|health))",
        r"(?:we|i)(?:'re|'ll| are| will)? <2?>(?:publish(?:ing)?|legalling|going to (?:print|"
        r"air)|go(?:ing)? (?:live|to air|to press)|running (?:the|a|this)|"
        r"filing|broadcast\w*|airing|air) <4?>(?:at|on|tomorrow|tonight|today|story|piece|"
        r"this afternoon|noon|either way|by)|filing (?:at|by|this)|"
        r"(?:story|piece|segment|report|article|investigation|programme|film|"
        r"documentary) <2?>(?:runs|airs|goes (?:out|live)|is running|will run|will air|"
        r"publishes)|(?:our|the|a|my) (?:film |tv |camera |news )?crew <2?>(?:will|is|are|"
        r"outside|be)|(?:on|off) the record|(?:request|seeking|looking) for "
        r"(?:a )?comment|(?:offer|like|want)<4>(?:comment|right of reply|statement) (?:before|by|"
        r"on|from)|before (?:our|the|my) deadline|deadline (?:is|of|at)|"
        r"right of reply|(?:run|print|air) it with your side|who (?:speaks for|handles (?:press|"
        r"media))|media (?:enquiry|inquiry|request)|press (?:office|officer|enquiry|"
        r"inquiry|query)|newsroom|on (?:the )?breakfast show|for the breakfast show",
        r"(?:soy|somos|le escribo de|le escribe) <2?>(?:periodista|reporter[oa]|la redacción|"
        r"la prensa|el noticiero)|la redacción|la nota sale|salimos al aire|"
        r"periodista|je suis journaliste|(?:nous publions|l'article paraît|reportage|diffusons)",
    )
    hints = visitors.MEDIA
    grave = (
        r"(?:local|national|tabloid|daily|evening|news) ?(?:paper|newspaper|news|press|radio|"
        r"station|tv)s?(?! (?:on in|in the waiting|playing|said you))|(?:the )?"
        r"(?:press|papers|newspapers|media|news|tabloids|journalists?|reporters?)(?= (?:will|"
        r"would|are|is|have|has|next|about|know|gets?|loves?|love|tomorrow|"
        r"interested|hear))|(?:to|tell|told|call(?:ed|ing)?|contact(?:ed|ing)?|email(?:ed|ing)?|"
        r"sent|sending|go(?:ing)? to|rang|ring(?:ing)?|with) <2?>(?:the )?"
        r"(?:press|papers|newspapers?|media|news|tabloids|journalists?|reporters?|channel \w+|"
        r"bbc|itv|cbc|abc|nbc|fox|cnn|ctv|daily mail|gazette|herald|argus|globe|"
        r"tribune|the sun|the star|local tv|news desk|newsdesk|consumer (?:affairs|champion))|"
        r"(?:watchdog|a current affair|60 minutes|dateline|panorama|go public|"
        r"marketplace|rip-?off britain|on your side|consumer reports)(?=<8>|\W)|(?:gazette|"
        r"herald|courier|tribune|argus|chronicle|echo|daily \w+)(?:'s)? <1?>"
        r"(?:photographer|journalist|reporter|editor|has|have|will|is|wants|rang|loves)",
        r"(?:\d[\d,.]*k?|thousands of|many) <1?>followers|(?:my|a|our) (?:podcast|channel|tiktok|"
        r"blog|youtube|newsletter)(?= (?:slot|on|has|will|about|episode|gets))"
        r"|podcast slot|go(?:ing|es)? viral|make (?:it|this|you) (?:go )?viral|(?:video|clip|"
        r"recording|footage|it|this) <1?>(?:is going|goes|going|will go) (?:up )?"
        r"(?:on|online|to) (?:tiktok|youtube|instagram|everyone|the internet|online)|(?:la|a la|"
        r"con la) (?:prensa|televisión|tele|radio)|los medios|la presse|aux médias",
    )
    unless = (
        r"congratulations|great article|nice article|parish|school (?:project|paper)|"
        r"student (?:paper|project)|read about (?:you|your|it)|saw (?:you|your) (?:on|in)|"
        r"bed press|press(?:ing)? (?:1|2|one|two|the|on)|(?:tv|radio) in the|magazines"
    )
