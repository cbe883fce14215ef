"""Addresses of pictures and files, and of what waits for who signs in again."""

from django.urls import path, re_path

from common.views import documents, interrupted_forms, media

app_name = "common"
urlpatterns = [
    re_path(
        r"^images/(?P<pk>\d{1,18})/(?P<mark>[0-9a-f]{16})/(?P<size>w\d{2,4}(?:-[rc]\d{1,2}x\d{1,2})?)\.(?P<kind>avif|webp|jpeg)$",
        media.picture,
        name="picture",
    ),
    path("compte/reprendre/", interrupted_forms.resume_form, name="resume_form"),
    path("documents/choisir/", documents.choices, name="document_choices"),
    path("documents/<int:pk>/<str:filename>", media.document, name="document"),
]
