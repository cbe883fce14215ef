"""Under `/intranet/documents/`."""

from django.urls import path

from intranet.documents.views import sharing

app_name = "documents"
urlpatterns = [
    path("partager/", sharing.share, name="share"),
    path("partager/note/", sharing.new_note, name="new_note"),
    path("envois/", sharing.new_upload, name="new_upload"),
    path("envois/etat/", sharing.upload_states, name="upload_states"),
    path("envois/<uuid:pk>/", sharing.upload, name="upload"),
    path("envois/<uuid:pk>/retirer/", sharing.remove, name="remove_upload"),
]
