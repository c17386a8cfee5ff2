# Two commands: `make run` starts the portal, `make test` checks everything.

VENV := .venv
PYTHON := $(VENV)/bin/python
PIP_INSTALL := $(PYTHON) -m pip install --disable-pip-version-check -qq --require-hashes
MESSAGES := locale/es/LC_MESSAGES/django.mo
export STATIC_ROOT ?= $(CURDIR)/var/static
STATIC_STAMP := $(STATIC_ROOT).stamp

.PHONY: run
run: $(VENV)/.installed $(MESSAGES) $(STATIC_STAMP)
	@exec $(PYTHON) manage.py serve

$(PYTHON):
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "The portal needs Python 3.11 or newer as python3 (Debian: apt install python3)." >&2; exit 1; }
	@python3 -c 'import ensurepip' 2>/dev/null || \
		{ echo "Python cannot make virtual environments here (Debian: apt install python3-venv)." >&2; exit 1; }
	@echo "Making $(VENV)"
	@python3 -m venv $(VENV)

$(VENV)/.installed: requirements.txt | $(PYTHON)
	@echo "Installing requirements.txt"
	@$(PIP_INSTALL) -r requirements.txt
	@touch $@

$(MESSAGES): locale/es/LC_MESSAGES/django.po $(VENV)/.installed
	@$(PYTHON) manage.py compile_portal_messages

$(STATIC_STAMP): $(VENV)/.installed $(shell find static)
	@echo "Collecting static files"
	@mkdir -p $(@D)
	@$(PYTHON) manage.py collectstatic --noinput --verbosity 0
	@touch $@
