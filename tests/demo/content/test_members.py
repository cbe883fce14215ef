"""The members' articles, and what is said under them."""

from io import BytesIO
from pathlib import PurePath

import pytest

from accounts.models import Theme
from common.access import Audience
from common.documents.kinds import file_kind
from demo.loaders import content
from demo.office_files import write_file

NETWORK = content.network()
PEOPLE = {person["email"] for person in NETWORK["people"]}
GROUPS = {group["code"]: group for group in NETWORK["groups"]}
ARTICLES = content.articles()


def talk(comments: list[dict]) -> list[dict]:
    return [each for comment in comments for each in (comment, *talk(comment.get("replies", [])))]


def test_there_is_a_life_among_members():
    assert len(ARTICLES) == 25
    assert sum(len(talk(article.get("comments", []))) for article in ARTICLES.values()) >= 80


@pytest.mark.django_db
@pytest.mark.parametrize("slug", sorted(ARTICLES))
def test_article_names_who_and_what_there_is(slug):
    article = ARTICLES[slug]
    comments, must_read = talk(article.get("comments", [])), article.get("must_read", {})
    readers = [*article.get("thanked_by", []), *must_read.get("read_by", []), *must_read.get("opened_by", [])]
    assert {article["author"], *readers, *(comment["by"] for comment in comments)} <= PEOPLE
    assert (article["audience"] == Audience.GROUP) == bool(article.get("groups"))
    assert {*article.get("groups", []), *must_read.get("groups", [])} <= set(GROUPS)
    for code in article.get("groups", []):
        assert {article["author"], *(comment["by"] for comment in comments)} <= set(GROUPS[code]["members"])
    assert set(article["themes"]) <= set(Theme.objects.values_list("code", flat=True))


# ---- documents --------------------------------------------------------------------------------------------------------
FOLDERS = content.document_folders()


def test_there_are_documents_of_every_type_in_the_folders_of_all_offices():
    documents = [each for folder in FOLDERS.values() for each in folder["documents"]]
    endings = {PurePath(each["file"]).suffix[1:] for each in documents if "file" in each}
    assert len(documents) == 60
    assert endings == {"csv", "docx", "eml", "odp", "ods", "odt", "pdf", "png", "pptx", "svg", "txt", "wav", "xlsx"}
    offices = {person["organisation"] for person in NETWORK["people"] if person["organisation"].startswith("ot-")}
    people = {person["email"]: person["organisation"] for person in NETWORK["people"]}
    assert offices <= {people[folder["author"]] for folder in FOLDERS.values()}


@pytest.mark.parametrize("code", sorted(FOLDERS))
def test_folder_names_who_there_is_and_its_files_are_what_their_names_say(code):
    folder = FOLDERS[code]
    assert set(folder.get("groups", [])) <= set(GROUPS)
    assert (folder["audience"] == Audience.GROUP) == bool(folder.get("groups"))
    for each in folder["documents"]:
        readers = [
            *each.get("opened_by", []),
            *each.get("taken_by", []),
            *(comment["by"] for comment in each.get("comments", [])),
        ]
        assert {folder["author"], each.get("author", folder["author"]), *readers} <= PEOPLE
        for group in folder.get("groups", []):
            assert set(readers) <= set(GROUPS[group]["members"])
        if "file" in each:
            kind = file_kind(BytesIO(write_file(each["file"], each["title"], "Office", each)), each["file"])
            assert kind.is_usable and not kind.warnings
