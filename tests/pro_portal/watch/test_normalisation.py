import pytest

from pro_portal.watch.normalisation import address_key, cleaned_address, is_link, plain_text, tidy_address, title_key


@pytest.mark.parametrize(
    "address",
    [
        "https://Carnet.example/Un?b=1",
        "http://www.carnet.example/Un/?b=1#top",
        "https://carnet.example:443/Un?utm_source=lettre&b=1&fbclid=abc&utm_medium=mail",
        "HTTPS://CARNET.example/Un?b=1&mc_cid=2",
    ],
)
def test_forms_of_one_address_are_one(address):
    assert address_key(address) == address_key("https://carnet.example/Un?b=1")


@pytest.mark.parametrize(
    "address", ["https://carnet.example/un?b=1", "https://carnet.example/Un?b=2", "https://carnet.example/Un"]
)
def test_other_addresses_stay_others(address):
    assert address_key(address) != address_key("https://carnet.example/Un?b=1")


@pytest.mark.parametrize("address", ["", "pas une adresse", "https://[::", "http://a:b/", "é" * 5000, "https://a.example/\ud83d"])
def test_what_is_no_address_has_a_key_of_its_own_that_stays(address):
    assert address_key(cleaned_address(address)) == address_key(address) != address_key("https://carnet.example/un")


def test_titles_are_compared_by_their_words():
    assert title_key("« Été » : l’Œuvre…") == title_key("ete  l oeuvre") == "ete l oeuvre"


def test_plain_keeps_words_only():
    html = "<p>Un &amp; <b>deux</b></p><script>alert(1)</script><p onclick=x>trois</p><img src=x onerror=y>\u202e\x00fin"
    assert plain_text(html, 100) == "Un & deux trois fin"


def test_plain_cuts_between_words():
    assert plain_text("un deux trois quatre", 12) == "un deux…"


@pytest.mark.parametrize(
    "bomb", ["<div>" * 500_000, "<" * 3_000_000, "&lt;" * 1_000_000, "<a " * 500_000, "<!--" * 500_000, "\u0301" * 1_000_000]
)
def test_plain_stands_bombs(bomb):
    assert len(plain_text(bomb, 300)) <= 300


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//ailleurs.example/",
        "/ici",
        "https://",
        "https://a b/",
        "https://a%20b/",
        "https://a%20b/",
        'https://a/"',
        "",
    ],
)
def test_only_whole_web_addresses_are_links(address):
    assert not is_link(address)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        (" https://a.example/un plan.pdf ", "https://a.example/un%20plan.pdf"),
        ("https://a.example?q=un deux#trois quatre", "https://a.example?q=un%20deux#trois%20quatre"),
        ("https://a.example/\n\tun", "https://a.example/un"),
        ("feed://a.example/fil", "http://a.example/fil"),
        ("feed:https://a.example/fil", "https://a.example/fil"),
        ("webcal://a.example/x", "https://a.example/x"),
        ("www.a.example/un", "https://www.a.example/un"),
        ("https://a b/", "https://a b/"),
        ("https://a.example/été", "https://a.example/été"),
    ],
)
def test_addresses_are_tidied_as_a_browser_does(typed, address):
    assert tidy_address(typed) == address
