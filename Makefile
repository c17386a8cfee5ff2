# `make run` starts the portal; `make test` checks everything; `make backup FILE=` and
# `make restore FILE=` keep it and bring it back.
# Variables: PORT, DATABASE_URL or DB_PATH, MEDIA_ROOT, DEMO_PASSWORD, TEST_DATABASE_URL.

VENV := .venv
PYTHON := $(VENV)/bin/python
PIP_INSTALL := $(PYTHON) -m pip install --disable-pip-version-check -qq --require-hashes
MESSAGES := locale/es/LC_MESSAGES/django.mo
export STATIC_ROOT ?= $(CURDIR)/var/static
STATIC_STAMP := $(STATIC_ROOT).stamp
TEST_DATABASE_URL ?= postgres://postgres@127.0.0.1:5432/postgres
CHROMIUM ?= $(firstword $(foreach name,chromium chromium-browser google-chrome,$(shell sh -c 'command -v $(name)')))
NOT_RUN := var/tests/not-run
PYTEST := $(PYTHON) -m pytest -q --dist loadfile --no-loadscope-reorder -n 2
# No test may reach the portal's own database or files; and what Python compiled is kept
# for the many processes that tests start, whatever the caller's shell says.
OWN_STATE := env -u DATABASE_URL -u DB_PATH -u MEDIA_ROOT -u PYTHONDONTWRITEBYTECODE
PRODUCTION := env AMUPREV_PROFILE=production SITE_URL=https://portal.example ALLOWED_HOSTS=portal.example \
	SECRET_KEY=only-for-the-check-and-long-enough-0123456789-abcdefghijk \
	DATABASE_URL=postgres://portal@127.0.0.1/portal

.PHONY: run test lint types house unit browser postgres seed-bulk urls
.PHONY: bench backup restore digest audit-verify soak
.DELETE_ON_ERROR:

run: $(VENV)/.installed $(MESSAGES) $(STATIC_STAMP)
	@exec $(PYTHON) manage.py serve

# Marked samples in the portal's own database; REMOVE=yes takes them out again.
ACTIVITIES ?= 20000
EXPERIENCES ?= 0
TWINNINGS ?= 0
SEED ?= 1
seed-bulk: $(VENV)/.installed $(MESSAGES)
	@$(PYTHON) manage.py prepare
	@$(PYTHON) manage.py seed_bulk --activities $(ACTIVITIES) --experiences $(EXPERIENCES) \
		--twinnings $(TWINNINGS) --seed $(SEED) $(if $(REMOVE),--remove)

urls: $(VENV)/.installed
	@$(PYTHON) manage.py urls

# What the portal costs as it grows; BENCH_DATABASE_URL=postgres://… for PostgreSQL.
ROWS ?= 200000
bench: $(VENV)/.installed $(MESSAGES)
	@$(PYTHON) -m bench --rows $(ROWS) --server "$(BENCH_DATABASE_URL)" --only "$(ONLY)"

backup: $(VENV)/.installed
	@$(PYTHON) manage.py backup "$(FILE)"

# REPLACE=yes puts the backup in the place of records that are there.
restore: $(VENV)/.installed
	@$(PYTHON) manage.py restore "$(FILE)" $(if $(filter yes,$(REPLACE)),--replace)

digest: $(VENV)/.installed
	@$(PYTHON) manage.py digest

audit-verify: $(VENV)/.installed
	@$(PYTHON) manage.py audit_verify

# Cheapest first; the first that fails ends the run. What needs one core leaves the other
# to the databases that tests copy.
test: $(VENV)/.installed-dev $(MESSAGES)
	@mkdir -p $(dir $(NOT_RUN)) && : > $(NOT_RUN)
	@$(OWN_STATE) DJANGO_SETTINGS_MODULE=tests.settings $(PYTHON) -m tests.templates "$(TEST_DATABASE_URL)" & \
	for part in lint types house unit browser postgres; do \
		echo "== $$part"; $(MAKE) --no-print-directory $$part || exit 1; \
	done; wait
	@if [ -s $(NOT_RUN) ]; then \
		echo "Passed, but this was NOT run:"; cat $(NOT_RUN); \
	else echo "Everything was run and passed."; fi

lint: $(VENV)/.installed-dev
	@$(PYTHON) -m ruff check
	@$(PYTHON) -m ruff format --check
	@$(PYTHON) -m djlint templates --lint --quiet
	@$(VENV)/bin/djhtml --check --tabwidth 2 templates
	@$(VENV)/bin/lint-imports --no-logo

types: $(VENV)/.installed-dev
	@$(PYTHON) -m mypy

house: $(VENV)/.installed-dev $(MESSAGES)
	@$(PYTHON) manage.py check --fail-level WARNING
	@$(PRODUCTION) $(PYTHON) manage.py check --deploy --fail-level WARNING
	@$(PYTHON) manage.py makemigrations --check --dry-run
	@$(OWN_STATE) $(PYTHON) -m pytest -q tests/test_house.py tests/test_catalogue.py tests/test_other_catalogues.py
	@command -v xgettext >/dev/null || \
		echo "  the freshness of the translations: no gettext here" >> $(NOT_RUN)

unit: $(VENV)/.installed-dev $(MESSAGES)
	@command -v strace >/dev/null || \
		echo "  the count of syncs per save: no strace here" >> $(NOT_RUN)
	@$(OWN_STATE) $(PYTEST) -m "not browser" --ignore tests/test_house.py --ignore tests/test_catalogue.py

browser: $(VENV)/.installed-dev $(MESSAGES)
	@if [ -n "$(CHROMIUM)" ]; then \
		$(OWN_STATE) CHROMIUM="$(CHROMIUM)" $(PYTEST) -m browser; \
	else echo "  the browser tests: no Chromium here" >> $(NOT_RUN); fi

# Half of the time the server works and the tests wait: one process more than elsewhere.
postgres: $(VENV)/.installed-dev $(MESSAGES)
	@if $(PYTHON) -c 'import psycopg, sys; psycopg.connect(sys.argv[1], connect_timeout=5)' "$(TEST_DATABASE_URL)" 2>/dev/null; then \
		$(OWN_STATE) DATABASE_URL="$(TEST_DATABASE_URL)" CHROMIUM="$(CHROMIUM)" $(PYTEST) -n 3 -m postgres; \
	else echo "  the tests on PostgreSQL: nothing answers at TEST_DATABASE_URL" >> $(NOT_RUN); fi

# What takes long: one after the other, and what each counted. A browser is driven by a
# loop that stays in its process, where the database then cannot be asked.
SOAK := $(PYTHON) -m pytest -n 0 -o log_cli=true --log-cli-level=INFO
# The Observatory's scan takes ports 80 and 443 for a minute.
FOR_THE_SCAN := npm node nginx openssl
NO_SCAN := $(strip $(foreach name,$(FOR_THE_SCAN),$(shell sh -c 'command -v $(name) >/dev/null || echo $(name)')) \
	$(shell [ "$$(id -u)" = 0 ] || echo the rights of root))
# The checker of pages comes by npm and is run by java (Debian: default-jre-headless).
NO_CHECKER := $(strip $(foreach name,npm java,$(shell sh -c 'command -v $(name) >/dev/null || echo $(name)')))
soak: $(VENV)/.installed-dev $(MESSAGES)
	@$(OWN_STATE) CHROMIUM="$(CHROMIUM)" $(SOAK) -m soak tests/browser \
		$(if $(NO_CHECKER),--ignore tests/browser/test_html_validator.py)
	@$(if $(NO_CHECKER),echo "The Nu HTML checker was NOT run: it lacks $(NO_CHECKER)",:)
	@$(OWN_STATE) CHROMIUM="$(CHROMIUM)" $(SOAK) -m soak --ignore tests/browser \
		$(if $(NO_SCAN),--ignore tests/security/test_observatory.py)
	@$(if $(NO_SCAN),echo "The HTTP Observatory's scan was NOT run: it lacks $(NO_SCAN)",:)
	@if $(PYTHON) -c 'import psycopg, sys; psycopg.connect(sys.argv[1], connect_timeout=5)' "$(TEST_DATABASE_URL)" 2>/dev/null; then \
		$(OWN_STATE) DATABASE_URL="$(TEST_DATABASE_URL)" CHROMIUM="$(CHROMIUM)" $(SOAK) -m "soak and postgres"; \
	else echo "The long runs on PostgreSQL were NOT run: nothing answers at TEST_DATABASE_URL"; fi

$(PYTHON):
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "The portal needs Python 3.11 or newer as python3 (Debian: apt install python3)." >&2; exit 1; }
	@python3 -c 'import ensurepip' 2>/dev/null || \
		{ echo "Python cannot make virtual environments here (Debian: apt install python3-venv)." >&2; exit 1; }
	@echo "Making $(VENV)"
	@python3 -m venv $(VENV)

$(VENV)/.installed: requirements.txt | $(PYTHON)
	@echo "Installing $<"
	@$(PIP_INSTALL) -r $<
	@touch $@

$(VENV)/.installed-dev: requirements-dev.txt | $(PYTHON)
	@echo "Installing $<"
	@$(PIP_INSTALL) -r $<
	@touch $@ $(VENV)/.installed

$(MESSAGES): $(wildcard locale*/es/LC_MESSAGES/*.po) | $(VENV)/.installed
	@$(PYTHON) manage.py compile_portal_messages

$(STATIC_STAMP): $(VENV)/.installed $(shell find static)
	@echo "Collecting static files"
	@mkdir -p $(@D)
	@$(PYTHON) manage.py collectstatic --noinput --verbosity 0
	@touch $@
