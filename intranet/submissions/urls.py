"""Under `/intranet/evenements/`: proposing, then what becomes of a proposal."""

from django.urls import path

from intranet.submissions.views import history, imports, moderation, my_events, preview, proposals, states, suggestions

app_name = "submissions"
urlpatterns = [
    path("", my_events.my_events, name="mine"),
    path("proposer/", proposals.new_event, name="new"),
    path("<int:pk>/modifier/", proposals.edit_event, name="edit"),
    path("brouillons/<uuid:key>/", proposals.draft_page, name="draft"),
    path("brouillons/<uuid:key>/choisir/", proposals.choose_version, name="choose_version"),
    path("brouillons/<uuid:key>/apercu/", preview.preview, name="preview"),
    path("brouillons/<uuid:key>/apercu/page/", preview.preview_page, name="preview_page"),
    path("brouillons/<uuid:key>/supprimer/", proposals.discard, name="discard_draft"),
    path("brouillons/<uuid:key>/retablir/", proposals.restore, name="restore_draft"),
    path("dates/", suggestions.schedule_sentence, name="sentence"),
    path("semblables/", suggestions.similar_events, name="similar"),
    path("lieux/", suggestions.offer_places, name="places"),
    path("photos/", suggestions.upload_picture, name="upload"),
    path("importer/", imports.import_calendar, name="import"),
    path("importer/<uuid:key>/", imports.import_rows, name="import_rows"),
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
    path("<int:pk>/maintenir/", history.reinstate, name="reinstate"),
    path("<int:pk>/dates/", states.states, name="states"),
    path("<int:pk>/dates/retablir/", history.take_back_change, name="take_back_change"),
    path("<int:pk>/commenter/", history.comment, name="comment"),
]
