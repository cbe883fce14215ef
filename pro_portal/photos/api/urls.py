"""`/api/photos/`: the library for partners' programs."""

from django.urls import path, re_path

from pro_portal.photos.api import views

app_name = "photos_api"
urlpatterns = [
    path("", views.photo_list, name="list"),
    re_path(r"^withdrawn/?$", views.withdrawn, name="withdrawn"),
    path("openapi.json", views.openapi, name="openapi"),
    path("documentation/", views.documentation, name="documentation"),
    path("<int:pk>/", views.photo, name="photo"),
    path("<int:pk>/<slug:size>.<slug:ending>", views.file, name="file"),
]
