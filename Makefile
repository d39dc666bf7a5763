# The five commands a developer types: make demo, test, lint, bench, docs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --upgrade
STAMP := $(VENV)/.installed
TESTED := $(VENV)/.installed-test

.PHONY: demo test lint bench docs fast lock clean

$(STAMP): requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || (echo "python3-venv is missing: apt-get install python3-venv" && rm -rf $(VENV) && exit 1)
	@$(BIN)/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' || (echo "habeas needs Python 3.11 or newer" && exit 1)
	@echo "setting up $(VENV) from the locked requirements (once)"
	@$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $(STAMP)

$(TESTED): $(STAMP) requirements-test.lock requirements-test-ftm.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-test.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-test-ftm.lock || echo "left out: the tests by followthemoney and nomenklatura (they need apt-get install g++ libicu-dev pkg-config)"
	@touch $(TESTED)

demo: $(STAMP)  ## the dossier of the bundled sample reports
	@$(BIN)/habeas build samples --out demo
	@echo "open $(CURDIR)/demo/index.html"

test: $(TESTED)  ## everything that can be tested here
	@$(BIN)/pytest

fast: $(TESTED)  ## the reading core as machine code, where a C compiler is there
	@$(BIN)/habeas compile

lint: $(TESTED)
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports

bench: $(TESTED)  ## every figure in the docs; needs the public checkouts named in docs/benchmarks.md
	@$(BIN)/python bench/all.py $(DATA)

docs: $(STAMP)  ## regenerate the generated pages of docs/
	@$(BIN)/python docs/generate.py

lock:
	@$(BIN)/pip install --quiet --disable-pip-version-check uv
	@$(LOCK) --extra test --output-file requirements-test.lock pyproject.toml
	@$(LOCK) -c requirements-test.lock --output-file requirements.lock pyproject.toml
	@$(LOCK) --no-universal -c requirements-test.lock --extra test-ftm --output-file requirements-test-ftm.lock pyproject.toml

clean:
	@rm -rf demo dossier .pytest_cache .mypy_cache .ruff_cache
