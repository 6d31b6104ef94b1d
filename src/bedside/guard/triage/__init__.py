"""
Triage: a message that a provider receives in, how urgent it is out.

>>> from bedside.guard.triage import Message, triage
>>> triage(Message("I have a plan and the pills are on the table. Goodbye.")).tier
<Tier.URGENT: 3>
"""

from bedside.guard.triage.engine import triage
from bedside.guard.triage.message import Flag, Message, Reason, Theme, Tier, Triage

__all__ = ["Flag", "Message", "Reason", "Theme", "Tier", "Triage", "triage"]
