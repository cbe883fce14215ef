"""What the clock looks at: everything each minute, what is slow to look at less often."""

from common.clock import daily, every
from health import actions
from health.probes.certificate import measure_certificate
from health.probes.disk import measure_sizes
from health.probes.mail import measure_mail_server


@every(minutes=1)
def look() -> None:
    actions.look()


@every(minutes=60)
def ask_mail_server() -> None:
    measure_mail_server()


@every(minutes=360)
def read_certificate() -> None:
    measure_certificate()


@daily(at="04:05")
def weigh_files() -> None:
    measure_sizes()
