"""Under `/intranet/evenements/`: proposing, then what becomes of a proposal."""
from django.urls import path

from intranet.submissions.views import importing, mine, preview, proposing, typing

app_name = "submissions"
urlpatterns = [
    path("", mine.my_events, name="mine"),
    path("proposer/", proposing.new_event, name="new"),
    path("<int:pk>/modifier/", proposing.edit_event, name="edit"),
    path("brouillons/<uuid:key>/", proposing.draft_page, name="draft"),
    path("brouillons/<uuid:key>/choisir/", proposing.choose_version, name="choose_version"),
    path("brouillons/<uuid:key>/apercu/", preview.preview, name="preview"),
    path("brouillons/<uuid:key>/apercu/page/", preview.preview_page, name="preview_page"),
    path("brouillons/<uuid:key>/supprimer/", proposing.discard, name="discard_draft"),
    path("brouillons/<uuid:key>/retablir/", proposing.restore, name="restore_draft"),
    path("dates/", typing.schedule_sentence, name="sentence"),
    path("semblables/", typing.similar_events, name="similar"),
    path("lieux/", typing.offer_places, name="places"),
    path("photos/", typing.upload_picture, name="upload"),
    path("importer/", importing.import_calendar, name="import"),
    path("importer/<uuid:key>/", importing.import_rows, name="import_rows"),
]
