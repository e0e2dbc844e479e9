# Each target makes the environment it needs by itself; an existing one is used at once.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
ARGS ?=
TESTS ?= -n auto

.PHONY: run test check test-all lint types imports pictures clean

run: $(VENV)/run.stamp
	@$(BIN)/campaign-timeline $(ARGS)

test: $(VENV)/dev.stamp
	$(BIN)/python -m pytest $(TESTS)

check: lint types imports

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/dev.stamp
	$(BIN)/mypy

imports: $(VENV)/dev.stamp
	$(BIN)/lint-imports

# The pictures of the README, drawn by the app itself.
pictures: $(VENV)/run.stamp
	$(BIN)/python docs/pictures.py

# Every Python of 3.11 or newer that the machine has, each in an environment of its own.
test-all:
	@set -e; found=0; for version in 3.11 3.12 3.13 3.14; do \
	  if python$$version -c '' 2>/dev/null; then found=1; echo "== Python $$version"; \
	    $(MAKE) --no-print-directory test PYTHON=python$$version VENV=.venv-$$version; \
	  else echo "== Python $$version is not on this machine"; fi; \
	done; test $$found = 1

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Campaign Timeline needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)

# The stamps depend on pyproject.toml, so that a pull which changes the dependencies installs them.
$(VENV)/run.stamp: $(VENV)/bin/python pyproject.toml
	@echo "Setting up (once) ..." >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . >&2
	@touch $@

$(VENV)/dev.stamp: $(VENV)/bin/python pyproject.toml
	@echo "Setting up for development (once) ..." >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]' >&2
	@touch $@ $(VENV)/run.stamp

clean:
	rm -rf .venv .venv-* dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
