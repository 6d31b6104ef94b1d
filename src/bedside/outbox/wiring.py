"""Tells the clock what of the outbox to look at."""

from bedside.outbox import tasks
from bedside.work import sources

sources.register("outbox.due", tasks.wake_due)
sources.register("outbox.unknown", tasks.wake_unknown)
sources.register("outbox.late", tasks.miss_late)
sources.register("outbox.reap", tasks.reap, every_seconds=2)
