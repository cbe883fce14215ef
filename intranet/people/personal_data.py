"""What the form of the profile leaves in a browser."""

from django.utils.translation import gettext_lazy as _

from common.personal_data import Cookie, register_cookie

register_cookie(
    Cookie(
        "profile-typed",
        _("Retrouver ce qui était tapé dans son profil quand la session a fini entre-temps."),
        _("jusqu’à la fermeture de l’onglet"),
        _("en écrivant dans son profil"),
        is_cookie=False,
    )
)
