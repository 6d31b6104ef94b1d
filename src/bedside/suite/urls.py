"""Every address of the suite."""

from django.urls import include, path

urlpatterns = [
    path("accounts/", include("allauth.urls")),
    path("practice/", include("bedside.outbox.practice_urls")),
    path("", include("bedside.consents.signing.urls")),
    path("", include("bedside.web.urls")),
    path("<slug:slug>/", include("bedside.orgs.urls")),
    path("<slug:slug>/", include("bedside.posts.urls")),
    path("<slug:slug>/", include("bedside.outbox.urls")),
    path("<slug:slug>/", include("bedside.library.urls")),
    path("<slug:slug>/", include("bedside.rulebook.urls")),
    path("<slug:slug>/", include("bedside.consents.urls")),
]
