# `make` lists the targets. Each sets up what it needs in .venv; only Python 3.11 or later must be there.

VENV := .venv
RUN := $(VENV)/bin/python
RUNTIME := $(VENV)/.runtime
TOOLS := $(VENV)/.tools
PIP := $(RUN) -m pip --disable-pip-version-check --quiet
# The first Python on this machine that is new enough.
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11 python; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)

.DEFAULT_GOAL := help
.PHONY: help run test check lint lint-types lint-python lint-sql lint-imports fix sample bench coverage tasks reliability pictures

help: ## list the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-12s %s\n", $$1, $$2 }'

run: $(RUNTIME) ## open the dashboard, on the sample where nothing has been built yet
	@test -e data/builds/CURRENT || $(RUN) -m partnership build data/sample --quiet
	$(RUN) -m streamlit run dashboard.py

test: $(TOOLS) ## run the tests
	$(RUN) -m pytest $(TESTS)

check: lint test ## all that must be green: format, lint, types, import contracts, tests

lint: lint-types lint-python lint-sql lint-imports ## format, lint, types and import contracts, without the tests

lint-types: $(TOOLS)
	$(VENV)/bin/mypy

lint-python: $(TOOLS)
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .

lint-sql: $(TOOLS)
	$(VENV)/bin/sqlfmt --check --no-progressbar queries

lint-imports: $(TOOLS)
	$(VENV)/bin/lint-imports

fix: $(TOOLS) ## format Python and SQL
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .
	$(VENV)/bin/sqlfmt --no-progressbar queries

sample: $(RUNTIME) ## write data/sample/ again from its fixed seed
	$(RUN) -m partnership sample data/sample

bench: $(TOOLS) ## measure: a million submissions, each metric; who is who; the reviews' and 50 agencies' files
	$(RUN) bench/million.py
	$(RUN) bench/linkage.py
	$(RUN) bench/reviews.py
	$(RUN) bench/agency_files.py

coverage: $(TOOLS) ## measure: how many likely ranges hold the true figure, method by method
	$(RUN) bench/coverage.py

tasks: $(TOOLS) ## time everyday tasks in a real browser, at a person's pace
	$(RUN) bench/tasks.py

# Tests of many cases, of which every run tries some.
MANY = tests/browser/test_paper.py tests/browser/test_every_screen.py tests/test_against_oracle.py tests/test_checks.py \
	tests/test_oracle.py tests/test_pages.py tests/test_agency_files.py tests/test_agency_reader.py tests/test_packs.py tests/test_presenting.py \
	tests/test_review.py tests/test_review_artefacts.py tests/test_review_files.py

reliability: $(TOOLS) ## the long runs: kills at random points of a build, faults, damaged files, claims that are none
	RELIABILITY=full $(RUN) -m pytest --numprocesses=0 tests/reliability $(MANY)

pictures: $(TOOLS) ## take the README's pictures in a real browser
	$(RUN) bench/pictures.py

$(RUN):
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed: https://www.python.org/downloads/" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "This Python can't make an environment of its own; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(RUNTIME): requirements.txt | $(RUN)
	$(PIP) install -r requirements.txt
	@touch $@

$(TOOLS): requirements-dev.txt requirements.txt | $(RUN)
	$(PIP) install -r requirements-dev.txt
	@touch $(RUNTIME) $@
