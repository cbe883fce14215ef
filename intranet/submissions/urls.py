"""Under `/intranet/evenements/`: proposing, then what becomes of a proposal."""

from django.urls import path

from intranet.submissions.views import history, importing, mine, moderation, preview, proposing, typing

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
    path("moderation/", moderation.queue, name="queue"),
    path("moderation/decisions/<int:pk>/reprendre/", moderation.take_back, name="take_back"),
    path("<int:pk>/accepter/", moderation.accept, name="accept"),
    path("<int:pk>/refuser/", moderation.refuse, name="refuse"),
    path("<int:pk>/renvoyer/", moderation.send_back, name="send_back"),
    path("<int:pk>/vu/", moderation.mark_seen, name="seen"),
    path("<int:pk>/je-m-en-occupe/", moderation.claim, name="claim"),
    path("<int:pk>/historique/", history.history, name="history"),
    path("<int:pk>/retirer/", history.withdraw, name="withdraw"),
    path("<int:pk>/reproposer/", history.propose_again, name="propose_again"),
    path("<int:pk>/supprimer/", history.remove, name="remove"),
    path("<int:pk>/restaurer/", history.restore, name="restore"),
    path("<int:pk>/annuler/", history.cancel, name="cancel"),
    path("<int:pk>/maintenir/", history.reinstate, name="reinstate"),
    path("<int:pk>/commenter/", history.comment, name="comment"),
]
