"""The form field of rich text: an editor where there is JavaScript, a text area with light markup where there is none."""

from django import forms
from django.utils.translation import gettext_lazy as _

from common.rich_text import MOST_CHARACTERS, MOST_CHARACTERS_SENT, clean_html, from_markup, to_markup

HTML = "html"


class RichTextArea(forms.Textarea):
    """Holds what is typed without an editor; `common/js/rich-text.js` puts an editor in its place and then sends HTML, which the
    field `<name>-format` says. Its value is HTML in any case, not yet cleaned."""

    template_name = "components/rich_text_area.html"

    def __init__(self, attrs=None):
        super().__init__({"rows": 14} | (attrs or {}))

    def value_from_datadict(self, data, files, name):
        text = data.get(name)
        if text is None or data.get(f"{name}-format") == HTML:
            return text
        return from_markup(text) if len(text) <= MOST_CHARACTERS else text  # the field refuses it

    def get_context(self, name, value, attrs):
        context = super().get_context(name, None, attrs)
        html = clean_html(value) if value and len(value) <= MOST_CHARACTERS_SENT else ""
        context["widget"] |= {"html": html, "value": to_markup(html) if html else value or ""}
        return context


class RichTextField(forms.CharField):
    """Gives clean HTML, see `common.rich_text`."""

    widget = RichTextArea
    default_error_messages = {
        "too_long": _("Ce texte est trop long pour un seul article : partagez-le en plusieurs, ou joignez-le comme fichier."),
    }

    def to_python(self, value):
        text = super().to_python(value)
        if len(text) > MOST_CHARACTERS_SENT or len(html := clean_html(text)) > MOST_CHARACTERS:
            raise forms.ValidationError(self.error_messages["too_long"], code="too_long")
        return html
