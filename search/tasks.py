from django_tasks import task

from search import actions


@task()
def index_things(kind: str, names: list[str]) -> None:
    actions.index_things(kind, names)


@task()
def rewrite_old_words() -> None:
    actions.rewrite_old_words()


@task()
def fill_missing_index() -> None:
    actions.fill_missing_index()
