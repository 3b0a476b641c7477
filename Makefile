# Two commands do everything: `make audit URL=https://www.besancon.fr` and `make test`. `make demo` needs no network.
# Each makes .venv by itself, with uv when it is there, else with venv and pip.

VENV := .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null)
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
ARGS ?=

.PHONY: help audit demo test lint types house format bench score requirements clean

help:
	@echo "make audit URL=https://www.besancon.fr   audit a commune's site (ARGS=\"--max-pages 50\" adds options)"
	@echo "make demo                                serve the sample commune on this machine and audit it"
	@echo "make test                                run the tests"
	@echo "make score                               precision and recall on sites whose answers are known"
	@echo "make bench                               measure beside other crawlers (needs nginx; ARGS=\"--growth\"); ARGS=\"--france\": a night over thousands of communes; ARGS=\"--fleet\": workers killed at random"
	@echo "make lint                                linter, formatter, type checker, import contracts"

audit: $(VENV)/.ready
	@test -n "$(URL)" || { echo "Which site? make audit URL=https://www.besancon.fr"; exit 2; }
	@$(BIN)/arobase audit "$(URL)" $(ARGS)

demo: $(VENV)/.ready
	@$(BIN)/arobase demo $(ARGS)

test: $(VENV)/.ready-test
	@$(BIN)/python -m pytest $(ARGS)

# ARGS="--corpus DIR" adds a folder of real sites, counted apart; ARGS="--markdown" prints the tables of docs/score.md.
score: $(VENV)/.ready-test
	@$(BIN)/python -m tests.score $(ARGS)

lint: $(VENV)/.ready-test
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

# The peers live apart from us; one that cannot be had is left out.
.bench/.ready: requirements/bench.txt
	@echo "Setting up the peers of the benchmark …" >&2
	@"$(PYTHON)" -m venv .bench && .bench/bin/python -m pip install -q --disable-pip-version-check -r requirements/bench.txt || echo "some peers are missing" >&2
	@if command -v npm >/dev/null; then npm install --silent --no-fund --no-audit --prefix .bench linkinator@6 >/dev/null 2>&1 || echo "linkinator is missing" >&2; fi
	@touch $@

bench: $(VENV)/.ready-test $(if $(or $(findstring --france,$(ARGS)),$(findstring --fleet,$(ARGS))),,.bench/.ready)
	@$(BIN)/python -m tests.bench $(ARGS)

format: $(VENV)/.ready-test
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

# The pinned versions, with their hashes and without the registry's address. Needs uv.
requirements:
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements/run.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml --extra documents --group test --group lint -o requirements/test.txt

$(VENV)/.made:
	@test -n "$(PYTHON)" || { echo "arobase needs Python 3.11 or newer: none was found on this machine."; exit 2; }
	@if [ -n "$(UV)" ]; then $(UV) venv -q --allow-existing --python "$(PYTHON)" $(VENV); \
	else "$(PYTHON)" -m venv $(VENV) || { echo "Python's venv module is missing (Debian and Ubuntu: apt install python3-venv)."; exit 2; }; fi
	@touch $@

$(VENV)/.ready: $(VENV)/.made pyproject.toml requirements/run.txt
	@echo "Setting up $(VENV) …" >&2
	@$(call install,requirements/run.txt)
	@touch $@

$(VENV)/.ready-test: $(VENV)/.made pyproject.toml requirements/test.txt
	@echo "Setting up $(VENV) for tests …" >&2
	@$(call install,requirements/test.txt)
	@touch $@ $(VENV)/.ready

define install
if [ -n "$(UV)" ]; then \
	$(UV) pip install -q --python $(BIN)/python --require-hashes -r $(1) && $(UV) pip install -q --python $(BIN)/python --no-deps -e .; \
else \
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r $(1) \
	&& $(BIN)/python -m pip install -q --disable-pip-version-check --no-deps -e .; \
fi || { echo "The packages could not be installed: is the network there?"; exit 2; }
endef

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
