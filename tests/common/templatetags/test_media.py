from common.templatetags.media import phone_sizes


def test_phones_ask_for_lighter_pictures_and_thumbnails_stay():
    assert phone_sizes("(min-width: 60rem) 24rem, 92vw") == "(min-width: 60rem) 24rem, 61vw"
    assert phone_sizes("100vw") == "(min-width: 48rem) 100vw, 66vw"
    assert phone_sizes("9rem") == "9rem"
