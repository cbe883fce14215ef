"""Things that each carry a word found nowhere else: `evqzmem` is the event for members, `plqzpub` the public place…

In the CMS there are pictures and documents besides, `end` being the public picture whose right ended.

An event: `pub pro mem grp prv` by audience, `unp` never published, `wdr` deleted by its author, `wai` waiting for a moderator,
`edt` the new title that waits of the public `liv`. The public event takes place at the members' place: neither its name nor its
position may be told.
"""

import re
from datetime import timedelta

from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import PageViewRestriction

from accounts.permissions import ANIMATOR, EDITOR
from common.models import SharedDocument
from demo.loaders.pages import make_pages
from destination.agenda.actions import note_published_change
from intranet.submissions.actions.proposals import remove
from tests.access.scene import PERSONAS
from tests.factories import image_file, make_event, make_picture, make_place, make_role, make_territory, make_user
from tests.factories.submissions import make_change, make_proposal

AUDIENCES = {"pub": "public", "pro": "professionals", "mem": "members", "grp": "group", "prv": "private"}
CASES = "pub|pro|mem|grp|prv|unp|wdr|wai|edt|liv|log|edi|ani|end"
MARK = re.compile(rf"(?<![a-z0-9])(?:ev|pl|pg|pi|do)qz(?:{CASES})(?![a-z0-9])")
# Random signs of a page: a token may read like anything.
TOKEN = re.compile(
    r"""nonce="[^"]*"|'nonce-[^']*'|csrf\w*["']?\s*(?:value=|[:=])\s*["'][\w-]{20,}["']|[\w-]{60,}""", re.IGNORECASE
)
SECRET_LATITUDE = 42.7717
# By hand, as in the matrix: what each persona may read beside what is public.
BESIDE = {
    "visitor": set(),
    "professional": {"pro"},
    "member": {"pro", "mem", "prv"},
    "group_member": {"pro", "mem", "prv", "grp"},
    "moderator": {"pro", "mem"},
    "editor": {"pro", "mem"},
    "administrator": {"pro", "mem", "prv", "grp"},
    "secret_member": {"pro", "mem", "prv"},
    "group_provider": {"pro"},
    "former_member": set(),
}
PAGES_BESIDE = {"visitor": set(), "former_member": set(), "editor": {"log", "edi"}, "administrator": {"log", "edi"}}
EVENTS = {persona: {"evqzpub", "evqzliv"} | {f"evqz{case}" for case in BESIDE[persona]} for persona in PERSONAS}
PLACES = {persona: {"plqzpub"} | {f"plqz{case}" for case in BESIDE[persona]} for persona in PERSONAS}
PAGES = {persona: {"pgqzpub"} | {f"pgqz{case}" for case in PAGES_BESIDE.get(persona, {"log"})} for persona in PERSONAS}
PUBLIC = EVENTS["visitor"] | PLACES["visitor"] | PAGES["visitor"]


def marks(text: str) -> set[str]:
    """The marks that this text holds, as words of their own and not inside a random token."""
    text = text.lower()
    return set(MARK.findall(TOKEN.sub("", text))) if "qz" in text else set()


class Marked:
    """The public things first, then, when asked, the hidden ones."""

    def __init__(self, people):
        office = people["member"].organisation
        self.work_group = people["group_member"].work_groups.get()
        self.commune = make_territory("Port-Aurelle")
        office.territories.add(self.commune)
        people["moderator"].organisation.territories.add(self.commune)
        people["editor"].organisation.territories.add(self.commune)
        self.author = make_user("collegue@aurelle.example", office)
        self.facts = {"author": self.author, "organisation": office}

    def make_public(self):
        self.hall = make_place("Halle", self.commune, latitude=42.51, longitude=3.11, **self.facts)
        self.place("pub")
        secret = self.place("mem", latitude=SECRET_LATITUDE)
        self.live = make_event("Marqueur evqzliv", place=self.hall, **self.facts)
        self.public = self.event("pub", place=secret, picture=self.picture())
        self.page("pub")

    def make_hidden(self):
        for case in ("pro", "mem", "grp", "prv"):
            self.event(case)
            if case != "mem":
                self.place(case)
        self.event("unp", live=False)
        self.place("unp", live=False)
        withdrawn = self.event("wdr")
        note_published_change(withdrawn)
        remove(withdrawn, self.author)
        make_proposal(title="Marqueur evqzwai", place=self.hall, **self.facts)
        self.change = make_change(title="Sans marque", new_title="Marqueur evqzedt", place=self.hall, **self.facts)
        self.page("log", restricted=PageViewRestriction.LOGIN)
        self.page("edi", restricted=PageViewRestriction.GROUPS)
        self.page("unp").unpublish()

    def make_for_cms(self):
        """`media`: pictures and documents by their mark; and a page for animators."""
        self.page("ani", restricted=PageViewRestriction.GROUPS, role=ANIMATOR)
        self.media = {}
        for case, audience in AUDIENCES.items():
            mark, groups = f"piqz{case}", [self.work_group] if case == "grp" else []
            picture = make_picture(mark, image_file(f"{mark}.jpg"), audience=audience, **self.facts)
            picture.audience_groups.set(groups)
            document = SharedDocument.objects.create(
                title=f"doqz{case}", file=ContentFile(case.encode(), name=f"doqz{case}.txt"), audience=audience, **self.facts
            )
            document.audience_groups.set(groups)
            self.media |= {mark: picture, document.title: document}
        ended = timezone.localdate() - timedelta(days=9)
        self.media["piqzend"] = make_picture("piqzend", image_file("piqzend.jpg"), valid_until=ended, **self.facts)

    def event(self, case, **more):
        return make_event(
            f"Marqueur evqz{case}", audience=AUDIENCES.get(case, "public"), work_groups=[self.work_group] if case == "grp" else [],
            **{"place": self.hall, "free": True, **self.facts, **more},
        )  # fmt: skip

    def place(self, case, **more):
        place = make_place(
            f"Marqueur plqz{case}", self.commune, audience=AUDIENCES.get(case, "public"), longitude=3.1,
            kind="museum", family=True, **{"latitude": 42.5, **self.facts, **more},
        )  # fmt: skip
        if case == "grp":
            place.audience_groups.set([self.work_group])
            place.save()
        return place

    def picture(self):
        """For members only, though the event it illustrates is public."""
        words = dict.fromkeys(("fr", "en", "ca"), "piqzmem")
        return make_picture("piqzmem", credit="piqzmem", alternatives=words, audience="members", **self.facts)

    def page(self, case, restricted="", role=EDITOR):
        slug = f"pgqz{case}"
        made = {"slug": {"fr": slug}, "kind": "editorial", "parent": "rubrique", "picture": None}
        section = {
            "slug": {"fr": "rubrique"},
            "kind": "section",
            "parent": None,
            "picture": None,
            "words": {"fr": {"title": "Rubrique"}},
        }
        page = make_pages([section, {**made, "words": {"fr": {"title": f"Marqueur {slug}", "introduction": slug}}}])[slug]["fr"]
        if restricted:
            restriction = PageViewRestriction.objects.create(page=page, restriction_type=restricted)
            if restricted == PageViewRestriction.GROUPS:
                restriction.groups.add(make_role(role))
        return page
