"""Under `/intranet/articles/`."""

from django.urls import path

from intranet.articles.views import keeping, reading, writing

app_name = "articles"
urlpatterns = [
    path("", reading.article_list, name="list"),
    path("ecrire/", writing.new_article, name="new"),
    path("brouillons/<uuid:key>/", writing.draft_page, name="draft"),
    path("brouillons/<uuid:key>/choisir/", writing.choose_version, name="choose_version"),
    path("brouillons/<uuid:key>/apercu/", writing.preview, name="preview"),
    path("brouillons/<uuid:key>/supprimer/", writing.discard, name="discard_draft"),
    path("brouillons/<uuid:key>/retablir/", writing.restore, name="restore_draft"),
    path("photos/", writing.upload_picture, name="upload"),
    path("phototheque/", writing.library, name="library"),
    path("fichiers/", writing.upload_document, name="upload_document"),
    path("<int:pk>/", reading.article, name="article"),
    path("<int:pk>/lu/", reading.mark_read, name="mark_read"),
    path("<int:pk>/merci/", reading.thank, name="thank"),
    path("<int:pk>/modifier/", writing.edit_article, name="edit"),
    path("<int:pk>/historique/", keeping.history, name="history"),
    path("<int:pk>/historique/<int:revision>/retablir/", keeping.give_back, name="give_back"),
    path("<int:pk>/supprimer/", keeping.delete, name="delete"),
    path("<int:pk>/archiver/", keeping.archive, name="archive"),
    path("<int:pk>/epingler/", keeping.pin, name="pin"),
    path("<int:pk>/toujours-vrai/", keeping.confirm, name="confirm"),
    path("<int:pk>/lecteurs/", keeping.readers, name="readers"),
    path("<int:pk>/lecteurs/rappel/", keeping.remind, name="remind"),
    path("<int:pk>/lecteurs/ne-plus-demander/", keeping.ask_no_more, name="ask_no_more"),
]
