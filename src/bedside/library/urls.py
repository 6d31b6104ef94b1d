"""Addresses of the pictures."""

from django.urls import path

from bedside.library import adding, box_views, serving, views

app_name = "library"

urlpatterns = [
    path("library/", views.index, name="index"),
    path("library/add/", adding.add, name="add"),
    path("library/<int:pk>/", views.edit, name="edit"),
    path("library/<int:pk>/delete/", views.delete, name="delete"),
    path("library/<int:pk>/restore/", views.restore, name="restore"),
    path("library/<int:pk>/work/", box_views.work, name="work"),
    path("library/<int:pk>/boxes/", box_views.decide, name="decide"),
    path("library/<int:pk>/words/", views.words, name="words"),
    path("library/<int:pk>/master/", serving.master, name="master"),
    path("library/<int:pk>/picture/", serving.picture, name="picture"),
    path("library/<int:pk>/thumb/", serving.thumb, name="thumb"),
]
