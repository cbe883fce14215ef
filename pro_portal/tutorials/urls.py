"""`/<lang>/portail/tutoriels/`. The list of addresses that are not those of a tutorial is also in `models.RESERVED`."""

from django.urls import path

from pro_portal.tutorials.views import paths, questions, tutorials

app_name = "tutorials"
urlpatterns = [
    path("", tutorials.tutorial_list, name="list"),
    path("progression/", tutorials.join_progress, name="join"),
    path("parcours/<slug:slug>/", paths.path_page, name="path"),
    path("parcours/<slug:slug>/certificat/", paths.path_certificate, name="path_certificate"),
    path("certificat/<str:code>/", paths.certificate, name="certificate"),
    path("questions/", questions.question_list, name="questions"),
    path("questions/<int:pk>/", questions.question_page, name="question"),
    path("<slug:slug>.pdf", tutorials.pdf, name="pdf"),
    path("<slug:slug>/", tutorials.tutorial_page, name="tutorial"),
    path("<slug:slug>/question/", questions.ask_page, name="ask"),
    path("<slug:slug>/progression/", tutorials.save_progress, name="keep"),
    path("<slug:slug>/avis/", tutorials.opinion, name="opinion"),
    path("<slug:slug>/relu/", tutorials.mark_as_checked, name="checked"),
]
