"""`/portail/tutoriels/`. The list of addresses that are not those of a tutorial is also in `models.RESERVED`."""

from django.urls import path

from pro_portal.tutorials.views import paths, questions
from pro_portal.tutorials.views import tutorials as reading

app_name = "tutorials"
urlpatterns = [
    path("", reading.tutorial_list, name="list"),
    path("progression/", reading.join, name="join"),
    path("parcours/<slug:slug>/", paths.path_page, name="path"),
    path("parcours/<slug:slug>/certificat/", paths.path_certificate, name="path_certificate"),
    path("certificat/<str:code>/", paths.certificate, name="certificate"),
    path("questions/", questions.question_list, name="questions"),
    path("questions/<int:pk>/", questions.question_page, name="question"),
    path("<slug:slug>.pdf", reading.pdf, name="pdf"),
    path("<slug:slug>/", reading.tutorial_page, name="tutorial"),
    path("<slug:slug>/question/", questions.ask_page, name="ask"),
    path("<slug:slug>/progression/", reading.keep, name="keep"),
    path("<slug:slug>/avis/", reading.opinion, name="opinion"),
    path("<slug:slug>/relu/", reading.checked, name="checked"),
]
