"""What is chosen in a form of the CMS and hidden from who works there: a sentence takes the place of its title and its thumbnail,
and the choice stays as it is when the form is saved (`docs/access.md`).

Wagtail's fields know no reader; `common.middleware.CmsAccessMiddleware` says who it is.
"""

from collections.abc import Callable

from django.db.models import Model
from django.utils.html import escape, format_html_join
from django.utils.translation import gettext_lazy as _
from wagtail.admin.compare import (
    BlockComparison,
    ForeignObjectComparison,
    ListBlockComparison,
    diff_text,
    get_comparison_class_for_block,
    text_from_html,
)
from wagtail.admin.rich_text.converters.html_to_contentstate import PageLinkElementHandler
from wagtail.admin.widgets import BaseChooser
from wagtail.documents.rich_text.contentstate import DocumentLinkElementHandler
from wagtail.images.blocks import ImageChooserBlockComparison
from wagtail.images.edit_handlers import ImageFieldComparison
from wagtail.models import Page

from common.models import Picture, SharedDocument
from common.permissions import editor, policy_of

SENTENCES = {
    Picture: _("Une image que vous ne pouvez pas voir"),
    SharedDocument: _("Un document que vous ne pouvez pas voir"),
    Page: _("Une page que vous ne pouvez pas voir"),
}
SOMETHING = _("Un contenu que vous ne pouvez pas voir")
# A grey square, in the place of the thumbnail.
GREY = "%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'%3E%3Cpath fill='%23ccc' d='M0 0h1v1H0z'/%3E%3C/svg%3E"
NO_PREVIEW = {"url": f"data:image/svg+xml,{GREY}", "width": 100, "height": 100}


def sentence_instead(thing: Model | None) -> str:
    """What stands for `thing` where it is hidden from who works in the CMS now; nothing where it is not."""
    reader = editor.get()
    if reader is None or not isinstance(thing, Model):
        return ""
    policy = policy_of(type(thing))
    if policy is None or not policy.hides(reader, thing):
        return ""
    return str(next((text for model, text in SENTENCES.items() if isinstance(thing, model)), SOMETHING))


def hide_chosen() -> None:
    """Once, when the apps are ready: every field, comparison and link of Wagtail's that names what is chosen."""
    _wrap(BaseChooser, "get_value_data", _value_data)
    _wrap(ForeignObjectComparison, "htmldiff", _differing_objects)
    _wrap(ImageFieldComparison, "htmldiff", _differing_objects)
    for of_block in (BlockComparison, ImageChooserBlockComparison):
        _wrap(of_block, "htmlvalue", _block_value)
        _wrap(of_block, "htmldiff", _differing_blocks)
    ListBlockComparison.htmlvalue = _list_value
    _wrap(PageLinkElementHandler, "get_attribute_data", _page_link)
    _wrap(DocumentLinkElementHandler, "get_attribute_data", _document_link)


def _wrap(kind: type, name: str, ours: Callable) -> None:
    theirs = kind.__dict__[name]
    setattr(kind, name, lambda self, *args: ours(self, theirs, *args))


def _value_data(widget, theirs, value):
    chosen = widget.get_instance(value)
    if sentence := sentence_instead(chosen):
        shown = {"id": chosen.pk, "edit_url": None, widget.display_title_key: sentence}
        if isinstance(chosen, Picture):
            shown |= {"preview": NO_PREVIEW, "default_alt_text": ""}
        # Where the chooser opens: not among what is hidden.
        return shown | ({"parent_id": None} if isinstance(chosen, Page) else {})
    return theirs(widget, chosen)


def _differing_objects(comparison, theirs):
    before, after = comparison.get_objects()
    texts = [sentence_instead(each) for each in (before, after)]
    if not any(texts):
        return theirs(comparison)
    return diff_text(*(text or str(each or "") for text, each in zip(texts, (before, after), strict=True))).to_html()


def _block_value(comparison, theirs, value):
    return escape(sentence_instead(value)) or theirs(comparison, value)


def _list_value(comparison, value):
    """Each part of a list as it is compared by itself: Wagtail draws a list that is new, or gone, whole and with every name."""
    block = comparison.block.child_block
    of_part = get_comparison_class_for_block(block)
    parts = ((of_part(block, True, True, part, part).htmlvalue(part),) for part in value)
    return format_html_join("\n", "<div>{}</div>", parts)


def _differing_blocks(comparison, theirs):
    values = comparison.val_a, comparison.val_b
    texts = [sentence_instead(value) for value in values]
    if not any(texts):
        return theirs(comparison)
    shown = (text or text_from_html(comparison.block.render_basic(value)) for text, value in zip(texts, values, strict=True))
    return diff_text(*shown).to_html()


def _page_link(handler, theirs, attributes):
    link = theirs(handler, attributes)
    page = Page.objects.filter(pk=link["id"]).first()
    return {"id": link["id"], "url": None, "parentId": None} if sentence_instead(page) else link


def _document_link(handler, theirs, attributes):
    link = theirs(handler, attributes)
    document = SharedDocument.objects.filter(pk=link["id"]).first() if "id" in link else None
    sentence = sentence_instead(document)
    return {"id": link["id"], "filename": sentence} if sentence else link
