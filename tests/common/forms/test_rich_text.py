import pytest
from django import forms

from common.forms.rich_text import RichTextField


class TextForm(forms.Form):
    text = RichTextField()


def test_editor_sends_html_and_a_text_area_markup():
    assert TextForm({"text": "<p>a<script></script></p>", "text-format": "html"}).fields["text"].clean("<p>a</p>") == "<p>a</p>"
    by_editor = TextForm({"text": "<p>a</p><script>1</script>", "text-format": "html"})
    by_hand = TextForm({"text": "**a**", "text-format": "markup"})
    assert by_editor.is_valid() and by_hand.is_valid()
    assert (by_editor.cleaned_data["text"], by_hand.cleaned_data["text"]) == ("<p>a</p>", "<p><strong>a</strong></p>")


def test_page_holds_markup_for_the_area_and_clean_html_for_the_editor():
    html = str(TextForm(initial={"text": "<h2>Titre</h2><p onclick='x()'>a</p>"})["text"])
    assert "## Titre" in html and 'data-html="&lt;h2&gt;Titre&lt;/h2&gt;&lt;p&gt;a&lt;/p&gt;"' in html
    assert "onclick" not in html


@pytest.mark.parametrize("kind", ["html", "markup"])
def test_five_megabytes_are_refused_with_a_sentence(kind):
    form = TextForm({"text": "<p>mot</p>" * 500_000, "text-format": kind})
    assert "trop long" in form.errors["text"][0]
    str(form["text"])
