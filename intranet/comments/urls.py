"""Under `/intranet/commentaires/`."""

from django.urls import path

from intranet.comments.views import flags, talks, writing

app_name = "intranet_comments"
urlpatterns = [
    path("", talks.latest, name="latest"),
    path("signales/", flags.flagged, name="flagged"),
    path("<int:pk>/", talks.comment, name="comment"),
    path("<int:pk>/repondre/", writing.answer, name="answer"),
    path("<int:pk>/modifier/", writing.edit, name="edit"),
    path("<int:pk>/supprimer/", writing.delete, name="delete"),
    path("<int:pk>/retablir/", writing.restore, name="restore"),
    path("<int:pk>/signaler/", flags.flag, name="flag"),
    path("<int:pk>/garder/", flags.keep, name="keep"),
    path("<int:pk>/ecarter/", flags.dismiss, name="dismiss"),
    path("<int:pk>/masquer/", flags.hide, name="hide"),
    path("<int:pk>/montrer/", flags.show, name="show"),
    path("fichiers/<int:pk>/<str:name>", talks.file, name="file"),
    path("<slug:kind>/<int:pk>/", writing.talk, name="talk"),
    path("<slug:kind>/<int:pk>/suivre/", talks.follow, name="follow"),
]
