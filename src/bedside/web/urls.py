"""Addresses of the shell, of Today, of search, and of the records."""

from __future__ import annotations

from django.urls import path

from bedside.web import records, views

app_name = "web"
urlpatterns = [
    path("", views.front_door, name="front_door"),
    path("organisations/", views.organisations, name="organisations"),
    path("<slug:slug>/", views.today, name="today"),
    path("<slug:slug>/search/", views.search, name="search"),
    path("<slug:slug>/heartbeat/", views.show_heartbeat, name="heartbeat"),
    path("<slug:slug>/pause/", views.pause, name="pause"),
    path("<slug:slug>/records/", records.entries, name="records"),
    path("<slug:slug>/records/verify/", records.verify, name="verify"),
    path("<slug:slug>/records/export/", records.export_everything, name="export_everything"),
    path("<slug:slug>/records/post/<int:post_id>/", records.post, name="record"),
    path("<slug:slug>/records/post/<int:post_id>/export/", records.export, name="export"),
]
