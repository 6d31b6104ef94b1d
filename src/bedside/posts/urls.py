"""Addresses of the calendar, the composer, the approvals and the queue."""

from django.urls import path

from bedside.posts.views import (
    approvals,
    calendar,
    compose,
    consents,
    dismissals,
    lifecycle,
    slots,
)

app_name = "posts"

urlpatterns = [
    path("calendar/", calendar.page, name="calendar"),
    path("calendar/<int:pk>/move/", calendar.move, name="move"),
    path("calendar/export.ics", calendar.ics, name="ics"),
    path("calendar/export.csv", calendar.csv_file, name="csv"),
    path("slots/", slots.page, name="slots"),
    path("slots/<int:pk>/remove/", slots.remove, name="remove_slot"),
    path("compose/", compose.new, name="new"),
    path("compose/check/", compose.check, name="check"),
    path("compose/consents/", consents.choices, name="consents"),
    path("compose/<int:pk>/", compose.page, name="compose"),
    path("compose/<int:pk>/save/", compose.save, name="save"),
    path("compose/<int:pk>/versions/", compose.versions, name="versions"),
    path("compose/<int:pk>/notes/", compose.notes, name="notes"),
    path("compose/<int:pk>/dismiss/", dismissals.dismiss, name="dismiss"),
    path(
        "compose/<int:pk>/dismissals/<int:dismissal>/take-back/",
        dismissals.take_back,
        name="take_back",
    ),
    path("posts/<int:pk>/submit/", lifecycle.submit, name="submit"),
    path("posts/<int:pk>/withdraw/", lifecycle.withdraw, name="withdraw"),
    path("posts/<int:pk>/schedule/", lifecycle.schedule, name="schedule"),
    path("posts/<int:pk>/unschedule/", lifecycle.unschedule, name="unschedule"),
    path("posts/<int:pk>/publish/", lifecycle.publish, name="publish"),
    path("posts/<int:pk>/duplicate/", lifecycle.duplicate, name="duplicate"),
    path("posts/<int:pk>/delete/", lifecycle.delete, name="delete"),
    path("posts/<int:pk>/restore/", lifecycle.restore, name="restore"),
    path("approvals/", approvals.queue, name="approvals"),
    path("approvals/<int:pk>/", approvals.page, name="approval"),
    path("approvals/<int:pk>/captions/<int:number>.vtt", approvals.captions, name="captions"),
    path("approvals/<int:pk>/approve/", approvals.approve, name="approve"),
    path("approvals/<int:pk>/changes/", approvals.changes, name="changes"),
    path("approvals/<int:pk>/reject/", approvals.reject, name="reject"),
]
