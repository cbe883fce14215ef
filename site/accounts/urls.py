"""Signing in, the account, invitations."""
from django.urls import include, path

urlpatterns = [path("", include("allauth.urls"))]
