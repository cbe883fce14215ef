from common.rich_text import visible_attachments
from common.templatetags.rich_text import rich_text
from tests.factories import make_picture


def shown(html, reader):
    return rich_text(html, *visible_attachments(html, reader))


def test_picture_is_shown_with_its_credit_to_who_may_see_it_alone(db, member, professional):
    picture = make_picture("Le port", credit="Anne Lumière", audience="members", author=member)
    html = f'<p>a</p><figure><img src="{picture.url_for(480)}" alt="Les quais"></figure>'
    text = shown(html, member)
    assert "Anne Lumière" in text and 'alt="Les quais"' in text
    assert shown(html, professional) == "<p>a</p>"


def test_link_to_a_hidden_file_keeps_its_words_alone(db, member):
    assert shown('<p><a href="/documents/999/plan.pdf">le plan</a></p>', member) == "<p>le plan</p>"


def test_film_alone_in_its_paragraph_waits_for_consent(db, member):
    text = shown(
        '<p><a href="https://youtu.be/abcdefghijk">Le film du port</a></p><p>et <a href="https://youtu.be/abcdefghijk">là</a></p>',
        member,
    )
    assert text.count("<consented-video") == 1 and 'data-title="Le film du port"' in text
    assert "<iframe" not in text
