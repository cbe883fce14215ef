"""The bell in the work rooms, the choices beside the account."""

from django.urls import path

from notifications import views

app_name = "notifications"
urlpatterns = [
    path("intranet/notifications/", views.notice_list, name="list"),
    path("intranet/notifications/tout-lire/", views.mark_all_read, name="mark_all_read"),
    path("intranet/notifications/visite/", views.end_tour, name="end_tour"),
    path("intranet/notifications/<int:pk>/", views.open_notice, name="open"),
    path("intranet/notifications/<int:pk>/lue/", views.mark_read, name="mark_read"),
    path("compte/notifications/", views.preferences, name="preferences"),
    path("compte/notifications/p/<str:token>/", views.signed_preferences, name="signed_preferences"),
    path("compte/notifications/arret/<str:token>/", views.stop, name="stop"),
]
