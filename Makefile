# Two commands on a fresh machine with Python 3.11, git and make: `make demo` and `make test`.
PYTHON ?= $(shell for name in python3.11 python3 python; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: demo test lint docs wheel clean

demo: $(VENV)/package
	rm -rf .demo && mkdir .demo
	$(BIN)/claimcheck ledger add examples/earlier --ledger .demo/newsroom.sqlite
	$(BIN)/claimcheck check examples/draft.md --ledger .demo/newsroom.sqlite --fail-on never

test: $(VENV)/tools
	$(BIN)/python -m pytest

lint: $(VENV)/tools
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

docs: $(VENV)/package
	$(BIN)/python docs/build.py

wheel: $(VENV)/package
	rm -rf dist
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

clean:
	rm -rf $(VENV) .demo dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/package: pyproject.toml
	@test -n "$(PYTHON)" || { echo "claimcheck needs Python 3.11 or later; install it, or name it: make PYTHON=/path/to/python3" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/tools: $(VENV)/package
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[test,lint]"
	touch $@
