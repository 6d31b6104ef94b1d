"""Addresses of the deliveries and the connected networks."""

from django.urls import path

from bedside.outbox.views import carrying, deliveries, networks

app_name = "outbox"

urlpatterns = [
    path("deliveries/", deliveries.page, name="deliveries"),
    path("deliveries/<int:pk>/", deliveries.one, name="delivery"),
    path("deliveries/<int:pk>/pictures/<int:number>/", carrying.picture, name="picture"),
    path("deliveries/<int:pk>/captions/<int:number>/", carrying.captions, name="captions"),
    path("deliveries/<int:pk>/live/", deliveries.live, name="settle_live"),
    path("deliveries/<int:pk>/again/", deliveries.again, name="send_again"),
    path("deliveries/<int:pk>/give-up/", deliveries.give_up, name="give_up"),
    path("deliveries/<int:pk>/take-down/", deliveries.take_down, name="take_down"),
    path("networks/", networks.page, name="networks"),
    path("networks/connect/<slug:network>/", networks.connect, name="connect"),
    path("networks/returned/<slug:network>/", networks.returned, name="returned"),
    path("networks/<int:pk>/disconnect/", networks.disconnect, name="disconnect"),
]
