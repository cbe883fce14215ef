# Three commands matter: `make run`, `make office` and `make test`. The others are for who changes Escale.
PYTHON ?= python3
PORT ?= 8000
VENV ?= .venv
export VENV PORT
BIN = $(VENV)/bin

.PHONY: run office test drills coverage bench format lint messages requirements

run: ## a demo destination on http://127.0.0.1:8000
	@$(PYTHON) requirements/environment.py base
	@exec $(BIN)/python site/config/group.py

office: ## an empty site of your own on http://127.0.0.1:8000: it prints the link to its setup page
	@$(PYTHON) requirements/environment.py base
	@exec $(BIN)/python site/config/group.py office

test: ## every test
	@$(PYTHON) requirements/environment.py test
	@$(BIN)/python tests/run.py $(ARGS)

drills: ## services killed, frozen, starved on purpose: half an hour; DRILL_KILLS=5 for a first look (docs/reliability.md)
	@$(PYTHON) requirements/environment.py test
	@$(BIN)/python manage.py compile_catalogues
	@$(BIN)/python -m pytest -n0 -s -v -m drill $(or $(ARGS),tests/drills)

coverage: ## branches that the tests on SQLite pass through, held against the floor in pyproject.toml
	@$(PYTHON) requirements/environment.py test
	@$(BIN)/python manage.py compile_catalogues
	@$(BIN)/python -m pytest -q -n $${TEST_WORKERS:-2} --dist worksteal -m "not browser and not postgresql and not installation and not drill" --cov --cov-report=term $(ARGS)

bench: ## queries, CPU and memory with 10 000 events
	@$(PYTHON) requirements/environment.py test
	@$(BIN)/python tests/bench/run.py $(ARGS)

format: ## mend the style of Python
	@$(PYTHON) requirements/environment.py test
	@$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format --quiet .

lint: ## the style of Python and of templates, and which package may import which
	@$(PYTHON) requirements/environment.py test
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/djlint --lint --quiet site intranet pro_portal search && PYTHONPATH=site:. $(BIN)/lint-imports

messages: ## collect the words to translate (needs gettext), then compile them
	@$(PYTHON) requirements/environment.py test
	@for locale in $$(find site intranet pro_portal search -name locale -type d); do \
	  (cd $$(dirname $$locale) && $(abspath $(BIN))/python $(abspath manage.py) makemessages -l en -l ca --no-location --no-wrap -v 0) || exit 1; done
	@$(BIN)/python manage.py compile_catalogues

requirements: ## pin the libraries anew, with hashes
	@cd requirements && for name in installer base elasticsearch opensearch test; do $(abspath $(BIN))/pip-compile -q --generate-hashes --strip-extras --allow-unsafe \
	  --no-emit-index-url --no-emit-find-links --no-header -o $$name.txt $$name.in; done
