"""Comments, who follows what, who flagged what."""

from django.utils.translation import gettext_lazy as _

from common.personal_data import WITH_ACCOUNT, Basis, Kind, OnErasure, Recipients, Rows, register
from intranet.comments.actions.writing import comments_thrown_by, destroy_comment


@register
class Comments(Kind):
    key = "comments"
    title = _("Commentaires")
    categories = _("Ce que la personne a écrit sous un article ou un événement interne, ses fichiers, à qui elle répond")
    purpose = _("Échanger entre collègues sur ce que l’on publie.")
    legal_basis = Basis.CONTRACT
    recipients = Recipients.MEMBERS
    term = _("Autant que ce qui est commenté ; supprimé par son auteur : trente jours.")
    ends_by = "common.periodic.empty_bin"
    on_erasure = OnErasure.BLANK
    erasure = _("Le commentaire reste sans le nom, pour que les réponses se comprennent ; un commentaire supprimé est effacé.")
    rows = (
        Rows(
            "intranet_comments.CommentFile",
            account=("comment__user",),
            facts={"name": ""},
            files=("file",),
            on_erasure=OnErasure.DELETE,
        ),
        Rows("intranet_comments.MemberComment", account=("user",), facts={"comment": "", "edited_at": ""}, at="submit_date"),
        Rows("intranet_comments.MemberComment", account=("addressed_to",), at="submit_date"),
        Rows("intranet_comments.MemberComment", account=("hidden_by",), at="hidden_at"),
        Rows("intranet_comments.MemberComment", account=("deleted_by",), at="deleted_at"),
    )
    # The library's column of the author, and those for visitors, which this house leaves empty.
    also = {
        "django_comments.Comment": ("user", "user_name", "user_email", "user_url", "ip_address"),
        "intranet_comments.CommentFile": ("name",),
    }

    def erase(self, person):
        if person.account is not None:
            for comment in comments_thrown_by(person.account):
                destroy_comment(comment)
        return super().erase(person)


@register
class Talks(Kind):
    key = "followed_talks"
    title = _("Échanges suivis et signalements")
    categories = _("Les échanges que la personne suit ou ne suit plus ; les commentaires qu’elle a signalés ou jugés")
    purpose = _("Prévenir de ce qui intéresse, et garder les échanges corrects.")
    legal_basis = Basis.CONTRACT
    recipients = Recipients.OFFICE
    term = WITH_ACCOUNT
    ends_by = "accounts"
    rows = (
        Rows("intranet_comments.Following", account=("person",), facts={"is_on": _("suivi")}, at="changed_at"),
        Rows("django_comments.CommentFlag", account=("user",), facts={"flag": ""}, at="flag_date"),
    )
