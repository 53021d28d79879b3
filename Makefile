# make site: build the site into site/.  make test: everything that must hold.  make lint, make serve: what they say.
# make quick: lint and every test without the whole site, a browser or Java; a good minute on two cores.
# make audit: axe on every page and Lighthouse on ten.  make fonts: the Chinese characters of the data into the fonts.
# make bench: builds of the same briefs by sitegen and four other generators, which it installs into .venv/peers.
# What a target needs is installed once and remembered by a stamp in .venv/; nothing else asks the network.
PYTHON ?= python3
BIN := .venv/bin
# One more than there are processors, for a test of a page waits now and then.
WORKERS = $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1)

.PHONY: site serve test quick lint audit fonts bench clean

site: .venv/site.stamp
	@$(BIN)/sitegen build

serve: .venv/site.stamp
	@trap : INT; $(BIN)/sitegen serve || [ $$? -eq 130 ]  # Ctrl-C is how it ends, and no failure

test: lint .venv/tools.stamp
	@$(BIN)/pytest -n $(WORKERS) --dist worksteal

quick: lint
	@$(BIN)/pytest -n auto --dist worksteal -m "not slow"

lint: .venv/test.stamp
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy

audit: .venv/tools.stamp
	@[ -d .venv/lighthouse ] || npm install --silent --no-save --prefix .venv/lighthouse lighthouse@12
	@PYTHONPATH=tests $(BIN)/python bench/audit.py

fonts: .venv/test.stamp
	@[ -f /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc ] || .ci/apt fonts-noto-cjk
	@$(BIN)/pip install --quiet --disable-pip-version-check 'brotli>=1.1,<2'
	@$(BIN)/python bench/fonts.py

bench: .venv/peers.stamp
	@$(BIN)/python bench/run.py $(BENCH)

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

.venv/peers.stamp: bench/peers.txt | .venv/site.stamp
	@command -v npm >/dev/null || .ci/apt npm
	@$(PYTHON) -m venv .venv/peers
	@.venv/peers/bin/pip install --quiet --disable-pip-version-check -r bench/peers.txt
	@npm install --silent --no-save --prefix .venv/peers @11ty/eleventy@3
	@touch $@
