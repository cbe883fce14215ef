"""What each part of the installation says of itself. Loading this package registers its probes (`common.health`)."""

from health.probes import certificate, disk, documents, installation, mail, processes, search, services, tasks  # noqa: F401
