"""The team, in the intranet's address."""

from django.urls import path

from accounts.views import team as views

app_name = "team"
urlpatterns = [
    path("", views.people, name="list"),
    path("inviter/", views.invite_someone, name="invite"),
    path("<int:pk>/", views.person, name="person"),
    path("<int:pk>/fermer/", views.close_account, name="close"),
    path("<int:pk>/confier/", views.hand_over_to_colleague, name="hand_over"),
    path("<int:pk>/rouvrir/", views.reopen_account, name="reopen"),
    path("invitations/<int:pk>/renvoyer/", views.resend, name="resend"),
    path("invitations/<int:pk>/retirer/", views.withdraw, name="withdraw"),
]
