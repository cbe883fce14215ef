"""Every page that the matrix shows, each to the persona it fits best: for the rules that hold over all templates."""

from tests.access.asking import address_of, who_may
from tests.access.matrix import ROWS

# The same addresses in their other states, written in terms of the scene.
OTHER_STATES = [
    ("visitor", lambda things: "/fr/"),
    ("visitor", lambda things: "/en/"),
    ("visitor", lambda things: "/fr/decouvrir/"),
    ("visitor", lambda things: "/fr/decouvrir/la-mer/"),
    ("visitor", lambda things: "/en/decouvrir/la-mer/"),
    ("visitor", lambda things: "/fr/venir/"),
    ("visitor", lambda things: "/fr/mentions/"),
    ("visitor", lambda things: "/fr/accessible/"),
    ("visitor", lambda things: "/fr/ecrire/?sent=1"),
    ("visitor", lambda things: "/fr/agenda/?commune=nulle-part&free=1&family=1"),
    ("visitor", lambda things: "/fr/lieux/?kind=museum&near=42.5,3.1"),
    ("visitor", lambda things: "/fr/lieux/?q=rien-de-tel"),
    ("visitor", lambda things: "/fr/search/?q=concert"),
    ("visitor", lambda things: "/fr/search/?q=zzzzzz"),
    ("visitor", lambda things: "/fr/agenda/embed/?accent=%230b6478"),
    ("moderator", lambda things: f"/intranet/evenements/moderation/?evenement={things.waiting.pk}"),
    ("moderator", lambda things: f"/intranet/evenements/moderation/?evenement={things.change.pk}"),
    ("moderator", lambda things: "/intranet/evenements/moderation/?liste=renvoyes"),
    ("moderator", lambda things: "/intranet/evenements/moderation/?liste=refuses"),
    ("moderator", lambda things: f"/intranet/evenements/{things.change.pk}/historique/"),
    ("moderator", lambda things: "/fr/search/?q=concert&room=1"),
    ("moderator", lambda things: "/intranet/"),
    ("member", lambda things: f"/intranet/evenements/{things.back.pk}/modifier/"),
    ("member", lambda things: f"/intranet/evenements/proposer/?copie={things.event.pk}"),
    ("member", lambda things: f"/intranet/evenements/brouillons/{things.draft.key}/?verifier"),
    ("member", lambda things: "/intranet/evenements/?etat=waiting&qui=moi"),
    ("group_member", lambda things: "/intranet/"),
    ("member", lambda things: f"/intranet/corbeille/?corbeille=articles-{things.thrown.pk}"),
    ("member", lambda things: f"/intranet/groupes/{things.asked_group.slug}/"),
    ("member", lambda things: f"/intranet/groupes/{things.work_group.slug}/inviter/?q=a"),
    ("group_member", lambda things: f"/intranet/groupes/{things.asked_group.slug}/"),
    ("editor", lambda things: "/intranet/groupes/"),
    ("group_provider", lambda things: "/intranet/groupes/"),
    ("professional", lambda things: "/fr/portail/"),
    ("visitor", lambda things: "/fr/portail/tutoriels/?theme=mobile&level=practice"),
    ("visitor", lambda things: "/fr/portail/tutoriels/?length=long"),
    ("visitor", lambda things: "/fr/portail/tutoriels/fiche/?langue=en"),
    ("visitor", lambda things: "/fr/portail/tutoriels/fiche/question/?envoye=1"),
    ("professional", lambda things: "/fr/portail/tutoriels/fiche/"),
    ("professional", lambda things: "/fr/portail/tutoriels/fiche/question/?etape=2"),
    ("administrator", lambda things: "/fr/portail/tutoriels/fiche/"),
    ("administrator", lambda things: "/fr/portail/tutoriels/questions/?liste=repondues"),
    ("administrator", lambda things: "/fr/portail/tutoriels/questions/?liste=avis"),
    ("member", lambda things: "/fr/portail/phototheque/donner/signer/"),
    ("member", lambda things: "/fr/portail/phototheque/donner/"),
    ("member", lambda things: "/fr/portail/phototheque/mes-dons/"),
    ("member", lambda things: "/fr/portail/phototheque/mes-dons/prises/"),
    ("editor", lambda things: "/fr/portail/phototheque/droits/?etat=finis"),
    ("editor", lambda things: f"/fr/portail/phototheque/droits/{things.given.pk}/"),
    ("editor", lambda things: "/fr/portail/phototheque/droits/accords/?q=zzz"),
    ("editor", lambda things: f"/fr/portail/phototheque/droits/accords/nouveau/?lot={things.lot.pk}"),
    ("editor", lambda things: f"/fr/portail/phototheque/selections/{things.ended_selection.pk}/"),
    ("editor", lambda things: f"/fr/portail/phototheque/selections/{things.ended_selection.pk}/modifier/"),
    ("professional", lambda things: "/fr/portail/veille/?theme=numerique&voir=a-lire"),
    ("professional", lambda things: "/fr/portail/veille/?q=rien-de-tel"),
    ("professional", lambda things: f"/fr/portail/veille/{things.item.pk}/"),
    ("professional", lambda things: "/fr/portail/veille/?voir=gardes"),
    ("editor", lambda things: f"/fr/portail/veille/a-trier/?element={things.to_sort.pk}"),
    ("editor", lambda things: f"/fr/portail/veille/a-trier/?liste=publies&element={things.item.pk}"),
    ("editor", lambda things: f"/fr/portail/veille/a-trier/?liste=ecartes&fait={things.to_sort.pk}"),
    ("editor", lambda things: "/fr/portail/veille/"),
    ("editor", lambda things: "/fr/portail/veille/lettres/"),
    ("editor", lambda things: "/fr/portail/veille/partager/?title=Un+titre&text=Lire+https://carnet.example/un"),
]


def pages_of(things) -> list[tuple[str, str]]:
    """(persona, address) of every page, French where there is a choice."""
    rows = [row for row in ROWS if row.shown and row.is_page]
    return [(who_may(row.shown), address_of(row, things)) for row in rows] + [
        (persona, address(things)) for persona, address in OTHER_STATES
    ]
