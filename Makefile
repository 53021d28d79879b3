# make site: build the site into site/.  make test: everything that must hold.  make lint, make serve: what they say.
# What a target needs is installed once and remembered by a stamp in .venv/; nothing else asks the network.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: site serve test lint clean

site: .venv/site.stamp
	@$(BIN)/sitegen build

serve: .venv/site.stamp
	@trap : INT; $(BIN)/sitegen serve || [ $$? -eq 130 ]  # Ctrl-C is how it ends, and no failure

test: lint .venv/tools.stamp
	@$(BIN)/pytest -n auto

lint: .venv/test.stamp
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy

clean:
	rm -rf .venv .sitegen-cache dist test-output .pytest_cache .mypy_cache .ruff_cache .hypothesis

.venv/site.stamp: pyproject.toml
	@.ci/python $(PYTHON)
	@$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/test.stamp: pyproject.toml | .venv/site.stamp
	@$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@

.venv/tools.stamp: .ci/tools | .venv/test.stamp
	@.ci/tools
	@touch $@
