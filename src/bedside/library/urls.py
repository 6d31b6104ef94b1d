"""Addresses of the pictures."""

from django.urls import path

from bedside.library import adding, serving, views

app_name = "library"

urlpatterns = [
    path("library/", views.index, name="index"),
    path("library/add/", adding.add, name="add"),
    path("library/<int:pk>/", views.edit, name="edit"),
    path("library/<int:pk>/delete/", views.delete, name="delete"),
    path("library/<int:pk>/restore/", views.restore, name="restore"),
    path("library/<int:pk>/picture/", serving.picture, name="picture"),
    path("library/<int:pk>/thumb/", serving.thumb, name="thumb"),
]
