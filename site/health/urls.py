"""`/health/`: what machines ask. The addresses of the CMS are in `wagtail_hooks`."""

from django.urls import path

from health.views import machines

urlpatterns = [
    path("", machines.health, name="health"),
    path("live/", machines.live, name="health_live"),
    path("all/", machines.whole, name="health_all"),
]
