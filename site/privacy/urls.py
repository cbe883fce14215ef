"""A person's own data, under their account; the administrators' pages, in the CMS."""

from django.urls import path

from privacy.views import account, cms

app_name = "personal_data"
urlpatterns = [
    path("", account.mine, name="mine"),
    path("exporter/", account.request_export, name="request_export"),
    path("exports/<uuid:pk>/", account.export, name="export"),
    path("exports/<uuid:pk>/fichier/", account.export_file, name="export_file"),
    path("corriger/", account.correct, name="correct"),
    path("effacer/", account.erasure, name="erasure"),
    path("effacer/annuler/", account.take_back, name="take_back"),
    path("effacer/confirmer/<str:token>/", account.confirm_erasure, name="confirm_erasure"),
]

cms_patterns = [
    path("", cms.look_up, name="look_up"),
    path("export/", cms.export, name="export"),
    path("exports/<uuid:pk>/", cms.show_export, name="export_page"),
    path("erase/", cms.erase, name="erase"),
    path("register/", cms.register, name="register"),
    path("register/file/", cms.register_file, name="register_file"),
    path("log/", cms.log, name="log"),
]
