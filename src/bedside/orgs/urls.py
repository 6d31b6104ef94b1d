"""Addresses of the settings."""

from django.urls import path

from bedside.orgs import views

app_name = "orgs"
urlpatterns = [
    path("settings/", views.settings, name="settings"),
    path("settings/members/", views.members, name="members"),
    path("settings/members/<int:member_id>/role/", views.set_role, name="set_role"),
    path("settings/members/<int:member_id>/link/", views.new_link, name="new_link"),
    path("settings/members/<int:member_id>/end/", views.end, name="end"),
    path("settings/members/<int:member_id>/let-in/", views.let_in_again, name="let_in_again"),
    path("settings/roles/", views.roles, name="roles"),
    path("settings/places/", views.places, name="places"),
    path("settings/places/<int:location_id>/remove/", views.forget_place, name="forget_place"),
    path("settings/jurisdictions/", views.jurisdictions, name="jurisdictions"),
    path("settings/staff/", views.staff, name="staff"),
    path("settings/staff/<int:staff_id>/remove/", views.forget_staff, name="forget_staff"),
]
