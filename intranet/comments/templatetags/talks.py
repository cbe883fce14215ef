"""`{% comments_of thing %}` draws the talk under a thing; `{% comments_head %}` stands in the head of its page,
`{% comments_scripts %}` at its foot. Without these two the talk works by links and forms alone."""

from django import template

from intranet.comments.presenters import talk_of

register = template.Library()


@register.inclusion_tag("intranet_comments/_thread.html", takes_context=True)
def comments_of(context, thing):
    """The last threads under `thing`, which the reader of the page sees; the rest is a link away."""
    return {
        "talk": talk_of(thing, context["request"].user),
        "request": context["request"],
        "csrf_token": context.get("csrf_token"),
    }


@register.inclusion_tag("intranet_comments/_head.html")
def comments_head():
    return {}


@register.inclusion_tag("intranet_comments/_scripts.html", takes_context=True)
def comments_scripts(context):
    return {"csp_nonce": context.get("csp_nonce")}
