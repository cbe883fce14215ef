"""`/<lang>/portail/tutoriels/`. The list of addresses that are not those of a tutorial is also in `models.RESERVED`."""

from django.urls import path

from pro_portal.tutorials.views import follow_up, paths, questions, tutorials

app_name = "tutorials"
urlpatterns = [
    path("", tutorials.tutorial_list, name="list"),
    path("progression/", tutorials.join_progress, name="join"),
    path("progression/suivi/", follow_up.follow_up_page, name="follow_up"),
    path("progression/suivi.csv", follow_up.follow_up_file, name="follow_up_file"),
    path("progression/suivi/<slug:slug>/", follow_up.readers_page, name="readers"),
    path("parcours/<slug:slug>/", paths.path_page, name="path"),
    path("parcours/<slug:slug>/certificat/", paths.path_certificate, name="path_certificate"),
    path("certificat/<str:code>/", paths.certificate, name="certificate"),
    path("questions/", questions.question_list, name="questions"),
    path("questions/<int:pk>/", questions.question_page, name="question"),
    path("<slug:slug>.pdf", tutorials.pdf, name="pdf"),
    path("<slug:slug>/", tutorials.tutorial_page, name="tutorial"),
    path("<slug:slug>/question/", questions.ask_page, name="ask"),
    path("<slug:slug>/question/proches/", questions.related_page, name="related"),
    path("<slug:slug>/progression/", tutorials.save_progress, name="keep"),
    path("<slug:slug>/avis/", tutorials.opinion, name="opinion"),
    path("<slug:slug>/relu/", tutorials.mark_as_checked, name="checked"),
]
