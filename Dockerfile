# Two stages: the first installs and collects, the second only runs, as a user without rights.
FROM python:3.12-slim AS build
WORKDIR /app
RUN python -m venv /venv
COPY requirements/*.txt requirements/
# The client of the search cluster that SEARCH_URL names: elasticsearch or opensearch.
ARG SEARCH_CLIENT=elasticsearch
RUN test -f requirements/${SEARCH_CLIENT}.txt || { echo "SEARCH_CLIENT: “${SEARCH_CLIENT}” is neither elasticsearch nor opensearch."; exit 1; }
RUN /venv/bin/pip install --no-cache-dir --require-hashes -r requirements/base.txt -r requirements/${SEARCH_CLIENT}.txt
COPY manage.py pyproject.toml ./
COPY site site
COPY intranet intranet
COPY pro_portal pro_portal
COPY search search
ENV PYTHONPATH=/app/site:/app DJANGO_SETTINGS_MODULE=config.settings.production VAR_DIR=/app/var
# The key given here is only for the two commands below; the running container has its own.
RUN export SECRET_KEY=only-for-the-two-commands-of-this-line-and-nothing-else-at-all \
 && /venv/bin/python manage.py compile_catalogues \
 && /venv/bin/python manage.py collectstatic --no-input -v 0

FROM python:3.12-slim
# pg_dump, for backups: of the major version that compose.yaml runs.
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends postgresql-client-17 && rm -rf /var/lib/apt/lists/*
RUN useradd --create-home --uid 1000 escale
WORKDIR /app
COPY --from=build /venv /venv
COPY --from=build --chown=escale:escale /app /app
ENV PATH=/venv/bin:$PATH PYTHONPATH=/app/site:/app PYTHONUNBUFFERED=1 \
    DJANGO_SETTINGS_MODULE=config.settings.production VAR_DIR=/app/var MALLOC_ARENA_MAX=2
# A volume takes the owner of the folder that it is mounted on.
RUN for folder in /app/var /app/var/media /app/var/private /app/var/backups; do mkdir -p $folder && chown escale:escale $folder; done
USER escale
VOLUME /app/var/media /app/var/private /app/var/backups
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/health/', timeout=4)"]
CMD ["granian", "--interface", "asginl", "--host", "0.0.0.0", "--port", "8000", "--workers", "2", "--workers-kill-timeout", "10", "--no-ws", "config.asgi:application"]
