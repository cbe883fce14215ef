"""Django's own `csrf_token`, which says besides to whom the form is shown: see `common.interrupted_forms`. Named among the
`builtins` of the settings, it stands for Django's in every template."""

from django import template
from django.template.defaulttags import CsrfTokenNode
from django.utils.html import format_html

from common.interrupted_forms import AUTHOR, sign_author

register = template.Library()


class AuthoredFormNode(CsrfTokenNode):
    def render(self, context):
        token, request = super().render(context), getattr(context, "request", None)
        person = getattr(request, "user", None)  # an answer before anybody was looked at has none
        if not token or person is None or not person.is_authenticated:
            return token
        if not hasattr(request, "form_author"):  # a page may have a hundred forms
            request.form_author = sign_author(person)
        return format_html('{}<input type="hidden" name="{}" value="{}">', token, AUTHOR, request.form_author)


@register.tag
def csrf_token(parser, token):
    return AuthoredFormNode()
