"""Work that may wait. A form that takes anybody's address asks for it whether or not the address has an account: so it takes the
same time, and tells nothing."""

from django_tasks import task

from accounts import actions


@task(queue_name="mail")
def send_password_reset(email: str, number: str) -> None:
    """Send the way to a new password to the account of this address, if any; once for each `number`."""
    actions.send_password_reset(email, number)


@task(queue_name="mail")
def warn_owner(email: str, door: str) -> None:
    """Tell the owner of the account of this address, if any, that it is being tried; `door` is the name of one in `limits`."""
    actions.warn_owner(email, door)
