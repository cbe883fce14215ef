# Two stages: the first installs and collects, the second only runs, as a user without rights.
FROM python:3.12-slim AS build
WORKDIR /app
RUN python -m venv /venv
COPY requirements/*.txt requirements/
# The client of the search cluster that SEARCH_URL names: elasticsearch or opensearch.
ARG SEARCH_CLIENT=elasticsearch
RUN /venv/bin/pip install --no-cache-dir --require-hashes -r requirements/base.txt -r requirements/${SEARCH_CLIENT}.txt
COPY manage.py pyproject.toml ./
COPY site site
COPY intranet intranet
COPY pro_portal pro_portal
COPY search search
ENV PYTHONPATH=/app/site:/app DJANGO_SETTINGS_MODULE=config.settings.production VAR_DIR=/app/var
# The key given here is only for the two commands below; the running container has its own.
RUN SECRET_KEY=build /venv/bin/python manage.py compile_catalogues \
 && SECRET_KEY=build /venv/bin/python manage.py collectstatic --no-input -v 0

FROM python:3.12-slim
RUN useradd --create-home --uid 1000 escale
WORKDIR /app
COPY --from=build /venv /venv
COPY --from=build --chown=escale:escale /app /app
ENV PATH=/venv/bin:$PATH PYTHONPATH=/app/site:/app PYTHONUNBUFFERED=1 \
    DJANGO_SETTINGS_MODULE=config.settings.production VAR_DIR=/app/var MALLOC_ARENA_MAX=2
USER escale
VOLUME /app/var/media
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/health/', timeout=4)"]
CMD ["granian", "--interface", "wsgi", "--host", "0.0.0.0", "--port", "8000", "--workers", "2", "--blocking-threads", "4", "--no-ws", "config.wsgi:application"]
