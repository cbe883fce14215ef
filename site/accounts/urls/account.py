"""Signing in, the account, invitations: in French for people to read, under the names that allauth knows.

Only what is used is listed. There is no sign-up, and an address is changed by an administrator.
"""

from allauth.account import views as account
from allauth.mfa.base import views as second_factor
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from django.urls import include, path, re_path
from django.views.generic import RedirectView

from accounts.views import account as views
from accounts.views.portraits import portrait

PORTRAIT = r"^portraits/(?P<handle>[a-z0-9._]{1,60})/(?P<mark>[0-9a-f]{12})/(?P<size>small|large)\.jpg$"
own_patterns = [
    re_path(PORTRAIT, portrait, name="portrait"),
    path("", views.profile, name="profile"),
    path("langue/", views.choose_language, name="choose_language"),
    path("calendrier/renouveler/", views.renew_feed_key, name="renew_feed_key"),
    path("appareils/deconnecter/", views.end_sessions, name="end_sessions"),
    path("invitation/<str:token>/", views.invitation, name="invitation"),
]

second_factor_patterns = [
    path("", second_factor.index, name="mfa_index"),
    path("code/", second_factor.authenticate, name="mfa_authenticate"),
    path("confirmer/", second_factor.reauthenticate, name="mfa_reauthenticate"),
    path("activer/", totp.activate_totp, name="mfa_activate_totp"),
    path("desactiver/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("codes-de-secours/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("codes-de-secours/nouveaux/", recovery_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("codes-de-secours/telecharger/", recovery_codes.download_recovery_codes, name="mfa_download_recovery_codes"),
]

urlpatterns = [
    path("", include((own_patterns, "accounts"))),
    path("connexion/", account.login, name="account_login"),
    path("deconnexion/", account.logout, name="account_logout"),
    path("ferme/", account.account_inactive, name="account_inactive"),
    path("confirmer/", account.reauthenticate, name="account_reauthenticate"),
    path("mot-de-passe/", account.password_change, name="account_change_password"),
    # For an account without a password of its own, the way to one is the same as for a forgotten one.
    path("mot-de-passe/choisir/", RedirectView.as_view(pattern_name="account_reset_password"), name="account_set_password"),
    path("mot-de-passe/oublie/", account.password_reset, name="account_reset_password"),
    path("mot-de-passe/oublie/envoye/", account.password_reset_done, name="account_reset_password_done"),
    path("mot-de-passe/nouveau/enregistre/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    re_path(
        r"^mot-de-passe/nouveau/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("double-authentification/", include(second_factor_patterns)),
]
