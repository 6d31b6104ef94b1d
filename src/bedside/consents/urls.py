"""Addresses of the consents, for those who work here. Who signs has addresses of their own."""

from django.urls import path

from bedside.consents.views import asking, keeping, ledger, stopping

app_name = "consents"

urlpatterns = [
    path("consents/", ledger.index, name="index"),
    path("consents/new/", asking.new, name="new"),
    path("consents/new/pictures/", asking.pictures, name="pictures"),
    path("consents/<int:pk>/", ledger.one, name="open"),
    path("consents/<int:pk>/change/", asking.change, name="change"),
    path("consents/<int:pk>/renew/", asking.renew, name="renew"),
    path("consents/<int:pk>/link/", asking.link, name="link"),
    path("consents/<int:pk>/unlink/", asking.unlink, name="unlink"),
    path("consents/<int:pk>/paper/", keeping.paper, name="paper"),
    path("consents/<int:pk>/copy/", keeping.copy, name="copy"),
    path("consents/<int:pk>/document/", keeping.document, name="document"),
    path("consents/<int:pk>/settle/", keeping.settle, name="settle"),
    path("consents/<int:pk>/event/", keeping.event, name="event"),
    path("consents/<int:pk>/stop/", stopping.stop, name="stop"),
    path("consents/stops/<int:pk>/elsewhere/", stopping.elsewhere, name="elsewhere"),
    path("consents/stops/<int:pk>/letter/", stopping.letter, name="letter"),
    path("consents/stops/<int:pk>/told/", stopping.told, name="told"),
    path("consents/places/<int:pk>/gone/", stopping.gone, name="gone"),
    path("consents/places/<int:pk>/there/", stopping.there, name="there"),
]
