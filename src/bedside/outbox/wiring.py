"""Tells the clock what of the outbox to look at, and the key rotation what is sealed there."""

from bedside.outbox import tasks
from bedside.outbox.models import about_account
from bedside.records import anchors, sealing
from bedside.work import sources

sources.register("outbox.due", tasks.wake_due)
sources.register("outbox.unknown", tasks.wake_unknown)
sources.register("outbox.late", tasks.miss_late)
sources.register("outbox.reap", tasks.reap, every_seconds=2)
sources.register("records.anchors", anchors.anchor_due, every_seconds=60)
sealing.register_sealed("outbox.Account", "sealed", about=about_account)
