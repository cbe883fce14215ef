"""The pages themselves, below `/<lang>/`: the last of the addresses. Wagtail finds the address of a page by this name."""

from django.urls import re_path

from destination.pages.views import pages as views

urlpatterns = [re_path(r"^((?:[\w\-]+/)*)$", views.serve, name="wagtail_serve")]
