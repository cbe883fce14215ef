from demo.loaders import content


def test_markdown_becomes_what_the_editor_stores():
    html = content.html_of("Un **mot** et un *autre*\nsur deux lignes.\n\n- [lien](page:contact)\n- B & B\n")
    assert (
        html
        == '<p>Un <b>mot</b> et un <i>autre</i> sur deux lignes.</p><ul><li><a href="page:contact">lien</a></li><li>B &amp; B</li></ul>'
    )


def test_page_knows_its_parent_and_comes_after_it():
    pages = content.pages()
    addresses = [page["slug"]["fr"] for page in pages]
    assert pages[0]["parent"] is None
    assert all(addresses.index(page["parent"]) < number for number, page in enumerate(pages) if number)


def test_paragraphs_are_unwrapped():
    assert (
        content.unwrapped("Une ligne\net sa suite.\n\nUn autre\nparagraphe.\n")
        == "Une ligne et sa suite.\n\nUn autre paragraphe."
    )
