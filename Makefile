# Two commands do everything: `make start` runs the main job, `make test` passes the tests.
PYTHON ?= python3
BIN := .venv/bin

# Compiled modules are kept: without them every command takes twice as long to start.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: setup start test test-web check bench endure pictures lock

setup: .venv/.ready  ## the command at .venv/bin/talktrack

.venv/.ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Talktrack needs Python 3.11 or newer; '$(PYTHON)' is older. Try: make setup PYTHON=python3.12"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Setting up in .venv (about a minute the first time) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@$(BIN)/uv pip sync --quiet --compile-bytecode --python $(BIN)/python --require-hashes requirements.lock
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@

start: setup  ## the main job: the workbook in the browser
	@$(BIN)/talktrack start

test: setup
	@$(BIN)/python -m pytest -n 2

test-web: setup  ## the tests of the workbook alone, on the database that TALKTRACK_DATABASE_URL names; walks serve their own
	@$(BIN)/python -m pytest -n 2 tests/web --ignore tests/web/design --ignore tests/web/walks

check: setup
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m pytest tests/house

bench: setup  ## every figure that the README and the docs state
	@$(BIN)/python -m bench

endure: setup  ## the long runs
	@$(BIN)/python -m bench --endure

pictures: setup  ## the pictures of the workbook in docs/pictures
	@PYTHONPATH=tests $(BIN)/python -m design.pictures

lock:  ## after a change of dependencies
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-annotate --no-header --extra dev pyproject.toml -o requirements.lock
