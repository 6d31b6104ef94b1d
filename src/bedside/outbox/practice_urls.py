"""Addresses of the practice network's own pages."""

from django.urls import path

from bedside.outbox.views import practice

app_name = "practice"

urlpatterns = [
    path("<slug:handle>/", practice.timeline, name="timeline"),
    path("<slug:handle>/pictures/<slug:name>", practice.picture, name="picture"),
    path("<slug:handle>/pictures/<slug:name>.vtt", practice.captions, name="captions"),
    path("<slug:handle>/<slug:name>", practice.post, name="post"),
]
