"""Under `/portail/veille/`."""

from django.urls import path

from pro_portal.watch.views import adding, inbox, letters, reading, sources, subscribing

app_name = "watch"
urlpatterns = [
    path("", reading.item_list, name="list"),
    path("fil.rss", reading.rss, name="rss"),
    path("fil.atom", reading.atom, name="atom"),
    path("tout-lire/", reading.read_all, name="read_all"),
    path("<int:pk>/", reading.item, name="item"),
    path("<int:pk>/a-lire/", reading.unread, name="unread"),
    path("<int:pk>/garder/", reading.save, name="save"),
    path("a-trier/", inbox.inbox, name="inbox"),
    path("<int:pk>/publier/", inbox.publish, name="publish"),
    path("<int:pk>/ecarter/", inbox.set_aside, name="set_aside"),
    path("<int:pk>/remettre/", inbox.put_back, name="put_back"),
    path("ajouter/", adding.add, name="add"),
    path("partager/", adding.share, name="share"),
    path("coller/", adding.paste, name="paste"),
    path("application.webmanifest", adding.manifest, name="manifest"),
    path("sources/", sources.source_list, name="sources"),
    path("sources/ajouter/", sources.add_source, name="add_source"),
    path("sources/importer/", sources.import_opml, name="import_opml"),
    path("sources/veille.opml", sources.export_opml, name="export_opml"),
    path("sources/<int:pk>/", sources.source, name="source"),
    path("sources/<int:pk>/pause/", sources.pause, name="pause_source"),
    path("sources/<int:pk>/supprimer/", sources.remove, name="remove_source"),
    path("lettres/", letters.letter_list, name="letters"),
    path("lettres/preparer/", letters.prepare, name="prepare_letter"),
    path("lettres/reglages/", letters.change_settings, name="letter_settings"),
    path("lettres/<int:pk>/", letters.letter, name="letter"),
    path("lettres/<int:pk>/modifier/", letters.edit, name="edit_letter"),
    path("abonnement/", subscribing.subscription, name="subscription"),
    path("abonnement/p/<str:token>/", subscribing.signed_subscription, name="signed_subscription"),
    path("abonnement/arret/<str:token>/", subscribing.stop, name="stop"),
]
