"""Addresses of the signing view. It has no navigation, and knows nobody who is signed in."""

from django.urls import path

from bedside.consents.signing import own_stop, views

app_name = "signing"

urlpatterns = [
    path("sign/", views.welcome, name="welcome"),
    path("sign/read/", views.read, name="read"),
    path("sign/decide/", views.decide, name="decide"),
    path("sign/pictures/<int:number>/", views.picture, name="picture"),
    path("sign/copy/", views.copy, name="copy"),
    path("sign/copy/document/", views.document, name="document"),
    path("sign/copy/longer/", views.longer, name="longer"),
    path("sign/copy/paper/", views.paper, name="paper"),
    path("sign/no/", views.decline, name="decline"),
    path("sign/done/", views.done, name="done"),
    path("sign/end/", views.end, name="end"),
    path("sign/stop/<str:code>/", own_stop.stop, name="stop"),
    path("sign/<str:token>/", views.door, name="door"),
    path("<slug:slug>/consents/<int:pk>/tablet/", views.tablet, name="tablet"),
]
