"""A moderator empties the queue in a real browser: from the keyboard, and without JavaScript."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from destination.agenda.models import Event
from intranet.submissions.actions import decisions
from intranet.submissions.models import Claim, Decision
from tests.factories import make_category, make_place
from tests.factories.submissions import make_change, make_proposal
from tests.journeys.conftest import on_a_slow_line

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
QUEUE = "/intranet/evenements/moderation/"


def is_live(event):
    return Event.objects.get(pk=event.pk).live


def last_verb(event):
    return event.decisions.exclude(verb=Decision.Verb.SEEN).last().verb


def test_line_pressed_as_soon_as_it_stands_in_the_page_leaves_nothing(signed_in_page, member, moderator):
    """As a key held down does: htmx knows a link that came with an answer before anybody can press it."""
    for title in ("Bal du port", "Loto du club", "Marché de nuit"):
        make_proposal(member, title)
    page = signed_in_page(moderator)
    page.goto(QUEUE)
    title = page.get_by_role("region", name="Proposition choisie").get_by_role("heading", level=2).first
    expect(title).to_have_text("Bal du port")
    page.evaluate("""() => {
        window.isTheSame = true;
        const queue = document.querySelector("moderation-queue");
        new MutationObserver((changes, observer) => {
            const lines = [...queue.querySelectorAll("[data-line]")];
            if (!changes.some((change) => [...change.addedNodes].some((node) => node.contains?.(lines[2])))) return;
            observer.disconnect();
            lines[2].click();
        }).observe(queue.parentElement, { childList: true, subtree: true });
    }""")
    page.keyboard.press("j")
    expect(title).to_have_text("Marché de nuit")
    assert page.evaluate("window.isTheSame")


def test_moderator_decides_from_the_keyboard(signed_in_page, member, moderator):
    first, second = make_proposal(member, "Bal du port"), make_proposal(member, "Loto du club")
    third = make_change(member, "Marché du soir", "Marché de la nuit")
    page = signed_in_page(moderator)
    page.expected += ["htmx:sendAbort", "htmx:afterRequest"]  # K pressed twice: the first answer is no longer waited for
    page.goto(QUEUE)
    title = page.get_by_role("region", name="Proposition choisie").get_by_role("heading", level=2).first
    expect(title).to_have_text("Bal du port")
    page.keyboard.press("j")
    expect(title).to_have_text("Loto du club")
    page.keyboard.press("j")
    expect(title).to_have_text("Marché de la nuit")
    expect(page.get_by_role("deletion").first).to_contain_text("du soir")
    page.keyboard.press("k")
    page.keyboard.press("k")
    expect(title).to_have_text("Bal du port")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("a")
    expect(title).to_have_text("Loto du club")
    expect(page.get_by_text("« Bal du port » : accepté.")).to_be_visible()
    assert is_live(first)
    page.keyboard.press("r")
    expect(page.get_by_label("Raison")).to_be_focused()
    page.get_by_label("Raison").select_option(label="Publicité")
    page.get_by_label("Vos mots").fill("Merci, à bientôt.")
    expect(page.get_by_role("blockquote")).to_contain_text("offre commerciale")
    page.get_by_role("button", name="Refuser", exact=True).click()
    expect(title).to_have_text("Marché de la nuit")
    assert last_verb(second) == Decision.Verb.REFUSED
    page.get_by_role("button", name="Reprendre la décision").click()
    expect(title).to_have_text("Loto du club")
    assert last_verb(second) == Decision.Verb.REOPENED
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("a")  # the help is open: nothing is decided behind it
    page.keyboard.press("Escape")
    assert not is_live(second)
    assert last_verb(third) == Decision.Verb.PROPOSED


def test_keys_decide_nothing_before_the_detail_has_come(signed_in_page, member, moderator):
    first, second = make_proposal(member, "Bal du port"), make_proposal(member, "Loto du club")
    page = signed_in_page(moderator)
    page.goto(f"{QUEUE}?evenement={first.pk}")
    on_a_slow_line(page)
    page.keyboard.press("j")
    expect(page.get_by_role("link", name="Loto du club")).to_have_attribute("aria-current", "true")
    for key in ("a", "r", "e"):
        page.keyboard.press(key)
    expect(page.locator("[data-detail] h2")).to_have_text("Loto du club")
    assert page.url.endswith(str(second.pk))
    page.wait_for_load_state("networkidle")
    assert [last_verb(event) for event in (first, second)] == [Decision.Verb.PROPOSED] * 2
    page.keyboard.press("a")
    expect(page.get_by_text("« Loto du club » : accepté.")).to_be_visible()
    assert is_live(second) and not is_live(first)


def test_click_on_a_line_and_a_key_decide_nothing_of_the_event_before(signed_in_page, member, moderator):
    first, _second = make_proposal(member, "Bal du port"), make_proposal(member, "Loto du club")
    page = signed_in_page(moderator)
    page.goto(f"{QUEUE}?evenement={first.pk}")
    on_a_slow_line(page)
    page.get_by_role("link", name="Loto du club").click()
    page.keyboard.press("a")
    expect(page.locator("[data-detail] h2")).to_have_text("Loto du club")
    page.wait_for_load_state("networkidle")
    assert last_verb(first) == Decision.Verb.PROPOSED


def test_decision_is_not_overwritten_by_a_later_move(signed_in_page, member, moderator):
    """What was asked during the decision would bring the list as it was before it."""
    events = [make_proposal(member, title) for title in ("Bal du port", "Loto du club", "Marché du soir")]
    page = signed_in_page(moderator)
    page.goto(f"{QUEUE}?evenement={events[0].pk}")
    on_a_slow_line(page)
    page.keyboard.press("a")
    page.keyboard.press("j")
    page.get_by_role("link", name="Marché du soir").click()
    page.keyboard.press("a")
    expect(page.get_by_text("« Bal du port » : accepté.")).to_be_visible()
    expect(page.locator("[data-detail] h2")).to_have_text("Loto du club")
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("link", name="Bal du port")).to_have_count(0)
    assert [is_live(event) for event in events] == [True, False, False]


def test_older_answer_is_not_shown_after_a_decision(signed_in_page, member, moderator):
    """A line was asked for, then the button of the detail still shown was clicked: the decision's answer stands."""
    events = [make_proposal(member, title) for title in ("Bal du port", "Loto du club", "Marché du soir")]
    page = signed_in_page(moderator)
    page.expected += ["htmx:sendAbort", "htmx:afterRequest"]
    page.goto(f"{QUEUE}?evenement={events[0].pk}")
    on_a_slow_line(page)
    page.keyboard.press("j")
    page.get_by_role("button", name="Accepter").click()
    expect(page.get_by_text("« Bal du port » : accepté.")).to_be_visible()
    page.wait_for_load_state("networkidle")
    expect(page.get_by_text("« Bal du port » : accepté.")).to_be_visible()
    assert [is_live(event) for event in events] == [True, False, False]


def test_second_moderator_is_told_in_the_page(signed_in_page, member, moderator, administrator):
    event = make_proposal(member, "Bal du port")
    page = signed_in_page(moderator)
    page.expected.append("409")
    page.goto(f"{QUEUE}?evenement={event.pk}")
    page.wait_for_load_state("networkidle")  # in a test the server's connection is also ours
    decisions.accept(event, administrator)
    page.keyboard.press("a")
    expect(page.get_by_role("alert")).to_contain_text("Ada Minist a déjà traité cet événement")


def test_letters_typed_in_a_field_decide_nothing(signed_in_page, member, moderator):
    event = make_proposal(member, "Bal du port")
    page = signed_in_page(moderator)
    page.goto(f"{QUEUE}?evenement={event.pk}")
    page.keyboard.press("r")
    page.get_by_label("Vos mots").press_sequentially("jakar?")
    expect(page.get_by_label("Vos mots")).to_have_value("jakar?")
    assert last_verb(event) == Decision.Verb.PROPOSED
    page.wait_for_load_state("networkidle")
    assert Claim.objects.get(event=event).person == moderator  # who writes is on it


def test_open_page_says_again_and_again_that_somebody_is_on_it(signed_in_page, member, moderator):
    event = make_proposal(member, "Bal du port")
    page = signed_in_page(moderator)
    page.clock.install()
    page.goto(f"{QUEUE}?evenement={event.pk}")
    with page.expect_response("**/je-m-en-occupe/"):
        page.keyboard.press("r")
    first = Claim.objects.get(event=event)
    assert first.lapses_at - first.taken_at == Claim.LASTS_BY_SIGNS
    with page.expect_response("**/je-m-en-occupe/"):
        page.clock.fast_forward(61_000)
    again = Claim.objects.get(event=event)
    assert again.taken_at == first.taken_at and again.lapses_at > first.lapses_at
    page.get_by_role("link", name="Corriger").click()
    page.wait_for_url(f"**/{event.pk}/modifier/**")
    with page.expect_response("**/je-m-en-occupe/"):
        page.clock.fast_forward(61_000)
    corrected = Claim.objects.get(event=event)
    assert corrected.taken_at == first.taken_at and corrected.lapses_at > again.lapses_at
    assert corrected.lapses_at <= timezone.now() + Claim.LASTS_BY_SIGNS  # a browser that is killed says nothing more


def test_correcting_accepts_and_goes_on(signed_in_page, member, moderator):
    event = make_proposal(member, "Bal du port", place=make_place("Quai de la Criée"), categories=[make_category("feast")])
    page = signed_in_page(moderator)
    page.goto(f"{QUEUE}?evenement={event.pk}")
    page.keyboard.press("e")
    page.wait_for_url(f"**/{event.pk}/modifier/**")
    page.get_by_label("Titre (obligatoire)", exact=True).fill("Grand bal du port")
    page.get_by_role("button", name="Accepter avec ces corrections").click()
    expect(page.get_by_text("« Grand bal du port » : corrigé et accepté.")).to_be_visible()
    assert is_live(event)


def test_moderator_decides_without_javascript(signed_in_page, member, moderator):
    first, second = make_proposal(member, "Bal du port"), make_proposal(member, "Loto du club")
    page = signed_in_page(moderator, javascript=False)
    page.expected.append("409")
    page.goto(QUEUE)
    page.get_by_role("link", name="Bal du port").click()
    page.get_by_role("button", name="Accepter").click()
    assert is_live(first)
    expect(page.get_by_role("heading", name="Loto du club").first).to_be_visible()
    page.get_by_text(re.compile("^Refuser ou renvoyer")).click()
    page.get_by_role("button", name="Renvoyer pour correction").click()
    expect(page.get_by_role("alert")).to_contain_text("Choisissez une raison")
    page.get_by_label("Raison").select_option(label="Dates ou horaires à vérifier")
    page.get_by_role("button", name="Voir le message").click()
    expect(page.get_by_text("Les dates ou les horaires nous semblent inexacts")).to_be_visible()
    page.get_by_role("button", name="Renvoyer pour correction").click()
    assert last_verb(second) == Decision.Verb.SENT_BACK
    expect(page.get_by_text("Rien n’attend de décision")).to_be_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_queue_fits_its_window(signed_in_page, member, moderator, width):
    event = make_change(member, "Marché", "Anticonstitutionnellement" * 5)
    page = signed_in_page(moderator, width=width)
    for address in (QUEUE, f"{QUEUE}?evenement={event.pk}", f"/intranet/evenements/{event.pk}/historique/"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), address
