"""Addresses of the rules."""

from django.urls import path

from bedside.rulebook import views

app_name = "rulebook"

urlpatterns = [
    path("rules/", views.index, name="index"),
    path("rules/<slug:code>/", views.rule, name="rule"),
    path("rules/<slug:code>/set/", views.set_rule, name="set"),
    path("rules/changes/<int:pk>/undo/", views.undo, name="undo"),
    path("rules/dismissals/<int:pk>/review/", views.judge, name="judge"),
]
