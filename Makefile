# The two commands of the README: `make site` and `make test`. Both install what is missing first.

SHELL := bash
BIN := .venv/bin
LOCALE := plugins/bekwaam/locale
POT := .cache/bekwaam.pot
# As a module, so that it finds our own method of extraction in reference/.
BABEL := $(BIN)/python -m babel.messages.frontend
PORT ?= 8000

# make site AUDIENCE=public: what this audience may see. Without it, what mkdocs.yml says.
AUDIENCE ?=
# make site AUDIENCE=handover LEARNER=anna-peeters: a handover is for one learner.
LEARNER ?=

.PHONY: site serve test lint lock locale docs bench clean help
.DEFAULT_GOAL := help

help: ## what you can ask for
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

site: .venv/.site-ready ## build the site into site/  (AUDIENCE=team, handover or public)
	@$(BIN)/bekwaam build --site-dir site $(if $(AUDIENCE),--audience $(AUDIENCE)) $(if $(LEARNER),--learner $(LEARNER))
	@printf '\nThe site is in %s\nTo look at it:  %s\nand open        %s\n' "$(CURDIR)/site/" \
	  "$(BIN)/python -m http.server --bind 127.0.0.1 --directory site $(PORT)" "http://127.0.0.1:$(PORT)/"

serve: .venv/.site-ready ## the site, live: it follows what you change
	@$(if $(AUDIENCE),BEKWAAM_AUDIENCE=$(AUDIENCE)) $(BIN)/bekwaam serve

test: .venv/.test-ready lint ## everything that must hold before a change goes in
	@$(BIN)/pytest $(ARGS)

lint: .venv/.test-ready
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --check --quiet --output-format concise .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

lock: .venv/.test-ready ## take the newest versions that pyproject.toml allows into the lock files
	$(BIN)/uv pip compile --quiet --upgrade --python-version 3.11 pyproject.toml --group build -o requirements.txt
	$(BIN)/uv pip compile --quiet --upgrade --python-version 3.11 pyproject.toml --extra dask --extra parquet --group dev \
	  -c requirements.txt -o requirements-dev.txt
	@.ci/bootstrap test

locale: .venv/.test-ready ## collect the texts to translate, compile the translations  (NEW=fr: another language)
	@mkdir -p .cache
	$(BABEL) --quiet extract -F pyproject.toml -k say -k N_ -k _ -k ngettext:1,2 --add-location file \
	  --sort-by-file --no-wrap --project bekwaam --copyright-holder 'bekwaam contributors' -o $(POT) .
	$(if $(NEW),$(BABEL) --quiet init -i $(POT) -d $(LOCALE) -D bekwaam -l $(NEW) --no-wrap)
	$(BABEL) --quiet update -i $(POT) -d $(LOCALE) -D bekwaam --no-fuzzy-matching --no-wrap \
	  --ignore-obsolete --ignore-pot-creation-date
	$(BABEL) --quiet compile -d $(LOCALE) -D bekwaam

docs: .venv/.test-ready ## write the reference pages again, from schemas, findings and commands
	@$(BIN)/python -m reference

bench: .venv/.test-ready ## speed and memory, against a big invented school
	@$(BIN)/uv pip install --quiet --group bench
	@$(BIN)/python -m benchmarks

clean: ## take away everything that can be made again
	rm -rf .venv .cache site dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find plugins tests -name __pycache__ -type d -prune -exec rm -rf {} +

# pyproject.toml and the lock say what belongs in .venv; the stamp says that it is there.
.venv/.site-ready: requirements.txt pyproject.toml .ci/bootstrap
	@.ci/bootstrap site

.venv/.test-ready: requirements-dev.txt pyproject.toml .ci/bootstrap
	@.ci/bootstrap test
