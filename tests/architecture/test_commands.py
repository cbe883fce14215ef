"""The commands that installed packages bring: those meant for a clock are run by ours, the others are known to be for a person."""

import re

from django.core.management import get_commands

from tests.architecture.files import ROOT

#: Their packages ask to run them again and again.
FOR_THE_CLOCK = {"clearsessions", "publish_scheduled"}
#: Another name of one above, or done by a kind of ours (`privacy.personal_data.Tasks`).
SAME = {"publish_scheduled_pages", "prune_db_task_results"}
#: What a person runs once, when there is a reason to.
FOR_A_PERSON = {
    "account_unsetmultipleprimaryemails", "changepassword", "collectstatic", "convert_mariadb_uuids",
    "create_log_entries_from_revisions", "createsuperuser", "deduplicate_tags", "delete_stale_comments", "enable_fuzzystrmatch",
    "enable_trigram", "enable_unaccent", "findstatic", "fixtree", "import_redirects", "initialize_nested_count", "move_pages",
    "populate_xtdcomments", "purge_embeds",
    "purge_revisions", "rebuild_references_index", "remove_orphaned_tags", "remove_stale_contenttypes", "runserver",
    "set_url_paths", "show_references_index", "sync_locale_trees", "update_index", "wagtail_update_image_renditions",
    "wagtail_update_index",
}  # fmt: skip
OURS = (
    "accounts", "backups", "common", "demo", "destination.", "health", "installation", "intranet.", "notifications", "privacy",
    "pro_portal.", "search",
)  # fmt: skip


def test_every_command_of_a_package_is_sorted():
    """A package that brings another one makes this fail: is it for the clock?"""
    brought = {name for name, app in get_commands().items() if app != "django.core" and not app.startswith(OURS)}
    assert brought == FOR_THE_CLOCK | SAME | FOR_A_PERSON


def test_clock_runs_the_commands_meant_for_one():
    files = [path for name in ("periodic.py", "personal_data.py") for path in ROOT.rglob(name)]
    sources = [path.read_text() for path in files if "tests" not in path.relative_to(ROOT).parts]
    assert {name for text in sources for name in re.findall(r'call_command\("(\w+)"', text)} == FOR_THE_CLOCK
