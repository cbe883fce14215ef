"""The contact page: checks a message, stores it, mails it to the office, says thank you."""

from django.db import transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from common.mail import send_mail_message
from common.rate_limits import allows_message
from common.registry import hook
from destination.pages.forms import ContactForm
from destination.pages.models import ContactMessage, ContactPage
from destination.pages.presenters.site_layout import site_layout
from destination.places.models import Place

# Enough for a family that plans a wedding; a robot wants more.
MESSAGES_PER_HOUR = 6


@hook("pages.serve_contact")
def serve_contact(page: ContactPage, request):
    place = place_in_query(request)
    if request.method == "POST":
        form = ContactForm(request.POST)
        if form.is_valid() and not has_too_many_messages(request, form):
            if not form.is_from_robot:
                store_message(page, form, place)
            return HttpResponseRedirect(f"{request.path}?sent=1")
    else:
        form = ContactForm(initial={"subject": mistake_subject(place)} if place else None)
    context = {**page.get_context(request), "form": form, "is_sent": "sent" in request.GET and request.method == "GET"}
    return TemplateResponse(request, page.get_template(request), context, status=422 if form.errors else 200)


def place_in_query(request) -> Place | None:
    """The place whose page the reader came from to say that something is wrong (`?place=12`), where they may see it."""
    place_id = request.GET.get("place", "")
    if not place_id.isdecimal() or len(place_id) > 15:
        return None
    places = Place.objects.published().visible_to(request.user).with_words().select_related("organisation")
    return places.filter(pk=int(place_id)).first()


def mistake_subject(place: Place) -> str:
    words = place.words_in()
    return _("Une erreur sur la page « %(name)s »") % {"name": (words.name if words else place.name)[:100]}


def has_too_many_messages(request, form: ContactForm) -> bool:
    """Whether this address has written enough for an hour; then the form says so and keeps what was typed."""
    if allows_message(request, "contact", MESSAGES_PER_HOUR):
        return False
    form.add_error(None, _("Vous avez envoyé beaucoup de messages. Réessayez dans une heure, ou appelez-nous."))
    return True


@transaction.atomic
def store_message(page: ContactPage, form: ContactForm, place: Place | None = None) -> ContactMessage:
    """Store a message and mail it to the office (the one that looks after `place`), once for each form shown."""
    answers = form.cleaned_data
    message, is_new = ContactMessage.objects.get_or_create(
        once=answers["once"],
        defaults={
            **{name: answers[name] for name in ("name", "email", "subject", "message")},
            "language": get_language(),
            "page": page,
        },
    )
    organisation_email = place.organisation.email if place and place.organisation else ""
    recipient = organisation_email or page.recipient or site_layout(get_language()).contact_email
    if is_new and recipient:
        send_mail_message(
            recipient,
            message.subject,
            "pages/mail/contact_message",
            {"message": message, "place_path": place.get_absolute_url() if place else ""},
            key=f"contact:{message.once}",
            reply_to=message.email,
        )
    return message
