"""What documents tell, and to whom."""

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from accounts.models import Organisation
from common.access import Audience, is_narrower
from common.responsibility import asked_about
from intranet.documents.actions.sharing import infection_sentence
from intranet.documents.models import DocumentDownload, DocumentReading
from intranet.documents.permissions import group_of_reader, reads_here
from intranet.documents.querysets import follows_of
from notifications.registry import BUNDLE_TIME, Notification, register, shorten


class AboutDocument(Notification):
    subject_model = "common.SharedDocument"
    reads = ("audience_groups",)
    group = pgettext_lazy("réglages des notifications", "Documents")

    @classmethod
    def is_offered_to(cls, person) -> bool:
        return person.is_member

    def may_be_read_by(self, person) -> bool:
        """Professionals find in the portal what is for them, and hear of what is for their groups."""
        return super().may_be_read_by(person) and reads_here(person, self.subject)

    def excerpt(self) -> str:
        return shorten(self.subject.note)


class ToGroupsToo(AboutDocument):
    """Told to the providers of a group, of what is for it."""

    @classmethod
    def is_offered_to(cls, person) -> bool:
        return person.is_member or bool(person.work_group_ids)


class DocumentsShared(AboutDocument):
    """The subject is the first document of a lot; `count` says how many came with it."""

    bundle_for = BUNDLE_TIME
    reads = ("audience_groups", "folder__audience_groups")

    def title(self) -> str:
        others = self.details.get("count", 1) - 1
        if not others:
            return super().title()
        words = ngettext(
            "%(person)s partage « %(title)s » et %(count)d autre document",
            "%(person)s partage « %(title)s » et %(count)d autres documents",
            others,
        )
        return words % (self.names() | {"count": others})

    def url(self) -> str:
        """Of one its page; of a lot the folder, where all who hear of it may open that."""
        if self.details.get("count", 1) == 1:
            return super().url()
        folder = self.subject.folder
        is_open = folder is not None and folder.deleted_at is None and not is_narrower(folder, self.subject)
        return folder.get_absolute_url() if is_open else reverse("documents:list")

    def url_for(self, person) -> str:
        """A provider has neither folders nor a list: a lot stands on the page of their group."""
        if person.is_member or self.details.get("count", 1) == 1:
            return self.url()
        group = group_of_reader(self.subject, person)
        return group.get_absolute_url() if group else super().url()


@register
class DocumentAdded(ToGroupsToo, DocumentsShared):
    """To whoever it is for: those of its groups, of its office, or the members. A folder that somebody muted tells them nothing;
    who administers the installation hears of it as the member that they are."""

    code = "document_added"
    label = gettext_lazy("Un document est partagé avec moi")
    headline = gettext_lazy("%(person)s partage « %(title)s »")

    def recipients(self):
        document = self.subject
        muted = [person for person, is_muted in follows_of(document.folder).items() if is_muted]
        people = get_user_model().objects.filter(is_active=True).exclude(pk__in=muted)
        match document.audience:
            case Audience.GROUP:
                groups = [group.pk for group in document.audience_groups.all()]
                return people.filter(memberships__workgroup__in=groups, memberships__is_muted=False).distinct()
            case Audience.PRIVATE:
                return people.filter(organisation=document.organisation_id) if document.organisation_id else people.none()
        return people.filter(organisation__kind__in=Organisation.OF_MEMBERS)


@register
class DocumentInFolder(DocumentsShared):
    """To who follows the folder, or one around it, whatever else they switched off."""

    code = "document_in_folder"
    weight = 1
    label = gettext_lazy("Un document arrive dans un dossier que je suis")
    headline = gettext_lazy("%(person)s partage « %(title)s » dans un dossier que vous suivez")

    def recipients(self):
        followers = [person for person, is_muted in follows_of(self.subject.folder).items() if not is_muted]
        return get_user_model().objects.filter(pk__in=followers, is_active=True)


@register
class DocumentRenewed(ToGroupsToo):
    """Another version of a file, other words of a note: to who opened it or took it, follows its folder or looks after it."""

    code = "document_renewed"
    bundle_for = BUNDLE_TIME
    label = gettext_lazy("Un document que je connais a une nouvelle version")
    headline = gettext_lazy("%(person)s a mis à jour « %(title)s »")

    def recipients(self):
        document = self.subject
        follows = follows_of(document.folder)
        followers = [person for person, is_muted in follows.items() if not is_muted]
        muted = [person for person, is_muted in follows.items() if is_muted]
        opened = DocumentReading.objects.filter(document=document).values("person")
        taken = DocumentDownload.objects.filter(document=document).exclude(person=None).values("person")
        knows = Q(pk__in=opened) | Q(pk__in=taken) | Q(pk__in=[*followers, document.responsible_id])
        return get_user_model().objects.filter(knows, is_active=True).exclude(pk__in=muted)

    def excerpt(self) -> str:
        return shorten(self.subject.what_changed or self.subject.note)


@register
class DocumentToCheck(AboutDocument):
    """To who is responsible for it; where they have left, to whoever corrects documents and may see it."""

    code = "document_to_check"
    label = gettext_lazy("Un de mes documents est à vérifier")
    headline = gettext_lazy("« %(title)s » : est-ce toujours vrai ?")

    def recipients(self):
        return asked_about(self.subject)

    def excerpt(self) -> str:
        return _("S’il dit encore vrai, un bouton suffit. Sinon, mettez une nouvelle version ou supprimez-le.")


@register
class DocumentHeld(AboutDocument):
    """To who looks after it, who alone sees it; with `version`, of an earlier one while the current one stays open."""

    code = "document_held"
    label = gettext_lazy("L’antivirus retient un de mes documents")
    headline = gettext_lazy("« %(title)s » est retenu par l’antivirus")
    addressee = "responsible_id"

    def title(self) -> str:
        if "version" not in self.details:
            return super().title()
        words = _("La version %(number)s de « %(title)s » est retenue par l’antivirus")
        return words % (self.names() | {"number": self.details["version"]})

    def excerpt(self) -> str:
        if "version" not in self.details:
            return infection_sentence(self.subject)
        return _("Personne ne la télécharge plus ; la version actuelle reste ouverte.")
