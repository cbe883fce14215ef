"""Under `/<lang>/portail/veille/`; what mails hold, under `/portail/veille/`."""

from django.urls import path

from pro_portal.watch.views import exclusions, inbox, items, letter_readers, links, newsletter, sources, subscriptions

app_name = "watch"
urlpatterns = [
    path("", items.item_list, name="list"),
    path("fil.rss", items.rss, name="rss"),
    path("fil.atom", items.atom, name="atom"),
    path("tout-lire/", items.read_all, name="read_all"),
    path("<int:pk>/", items.item, name="item"),
    path("<int:pk>/a-lire/", items.unread, name="unread"),
    path("<int:pk>/garder/", items.save, name="save"),
    path("a-trier/", inbox.inbox, name="inbox"),
    path("a-trier/ecarter/", inbox.set_aside_many, name="set_aside_many"),
    path("a-trier/remettre/", inbox.put_back_many, name="put_back_many"),
    path("mots/", exclusions.exclusion_list, name="exclusions"),
    path("mots/<int:pk>/retirer/", exclusions.remove, name="remove_exclusion"),
    path("<int:pk>/publier/", inbox.publish, name="publish"),
    path("<int:pk>/ecarter/", inbox.set_aside, name="set_aside"),
    path("<int:pk>/remettre/", inbox.put_back, name="put_back"),
    path("ajouter/", links.add, name="add"),
    path("partager/", links.share, name="share"),
    path("coller/", links.paste, name="paste"),
    path("application.webmanifest", links.manifest, name="manifest"),
    path("sources/", sources.source_list, name="sources"),
    path("sources/ajouter/", sources.add_source, name="add_source"),
    path("sources/importer/", sources.import_opml, name="import_opml"),
    path("sources/veille.opml", sources.export_opml, name="export_opml"),
    path("sources/<int:pk>/", sources.source, name="source"),
    path("sources/<int:pk>/lire/", sources.read_now, name="read_source_now"),
    path("sources/<int:pk>/pause/", sources.pause, name="pause_source"),
    path("sources/<int:pk>/supprimer/", sources.remove, name="remove_source"),
    path("lettres/", newsletter.letter_list, name="letters"),
    path("lettres/preparer/", newsletter.prepare, name="prepare_letter"),
    path("lettres/reglages/", newsletter.change_settings, name="letter_settings"),
    path("lettres/<int:pk>/", newsletter.letter, name="letter"),
    path("lettres/<int:pk>/modifier/", newsletter.edit, name="edit_letter"),
    path("lettres/<int:pk>/annuler/", newsletter.undo, name="undo_letter"),
    path("lettre-par-courriel/", letter_readers.letter_by_mail, name="letter_by_mail"),
    path("abonnement/", subscriptions.subscription, name="subscription"),
]
# What a mail holds is read in the language of its person, and a one-click stop (RFC 8058) may not be answered by a redirect:
# these addresses carry no language.
mail_patterns = (
    [
        path("abonnement/p/<str:token>/", subscriptions.signed_subscription, name="signed_subscription"),
        path("abonnement/arret/<str:token>/", subscriptions.stop, name="stop"),
        path("lettre/confirmer/<str:token>/", letter_readers.confirm_letter, name="confirm_letter"),
        path("lettre/arret/<str:token>/", letter_readers.stop_letter, name="stop_letter"),
    ],
    "watch_mail",
)
