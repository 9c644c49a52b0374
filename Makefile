# One command does what CI does. Everything is installed into .venv from requirements.lock.

PYTHON ?= python3
VENV := .venv
READY := $(VENV)/.ready
MINGSHAN := $(VENV)/bin/mingshan

.PHONY: install site serve check test test-pages test-builds test-sites test-verbs test-features test-rest test-programs test-knowledge test-standards golden lint fuzz edits kills features bench demonstration attack hooks cluster lock clean contribution review waiting comment publish nightly package pictures

# All that the verbs need, in .venv; guides name it.
install: $(READY)

site: $(READY)
	$(MINGSHAN) build

serve: $(READY)
	$(MINGSHAN) serve

check: $(READY)
	$(MINGSHAN) check

lint: $(READY)
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

# Parts, three at a time, the longest first: two cores are busy while Chromium and builds wait, and the last to end is
# a short one. Before them, beside what takes one core alone, what several parts ask for is worked out once.
BUILDS := $(wildcard tests/test_[a-g]*.py)
SITES := $(wildcard tests/test_[h-z]*.py)
VERBS := tests/cli tests/verbs tests/fuzz tests/edits
FEATURES := tests/features tests/attackers

test: $(READY)
	$(MAKE) --jobs=3 lint test-programs test-knowledge
	$(MAKE) --jobs=3 test-sites test-pages test-builds test-features test-verbs test-rest

test-programs:
	tests/browser/install-chromium
	tests/install-java
	tests/install-servers

test-knowledge: $(READY)
	$(VENV)/bin/python -m tests.demonstration

test-pages:
	$(VENV)/bin/pytest tests/browser

test-builds:
	$(VENV)/bin/pytest $(BUILDS)

test-sites:
	$(VENV)/bin/pytest $(SITES)

test-verbs:
	$(VENV)/bin/pytest $(VERBS)

test-features:
	$(VENV)/bin/pytest $(FEATURES)

test-rest:
	$(VENV)/bin/pytest $(addprefix --ignore=,tests/browser tests/validators $(BUILDS) $(SITES) $(VERBS) $(FEATURES))

# Other people's validators and programs on all that the demonstration gives away; CI runs them beside `test`.
test-standards: $(READY)
	$(VENV)/bin/pytest tests/validators

# Accept the golden pages and expected reports as they are now; read the diff before committing it.
golden: $(READY)
	$(VENV)/bin/pytest --accept tests/test_golden_pages.py tests/test_invalid_sites.py

# All that the workflows run; they do the same under cron or on another forge. The program is the main branch's: a
# request lies beside it in `contribution`, as files that are read and never run, its links as plain text. What main
# worked out before is laid into it, unless it brings something of that name, which is refused.
contribution: $(READY)
	git fetch --quiet --no-tags origin "$(COMMIT)"
	@git worktree remove --force contribution 2>/dev/null || true
	git -c core.symlinks=false -c core.hooksPath=/dev/null worktree add --quiet --force --detach contribution "$(COMMIT)"
	@test -e contribution/.mingshan || test ! -d .mingshan || cp -a .mingshan contribution/

review: $(READY)
	$(MINGSHAN) vet "$(BASE)" --root "$(or $(ROOT),.)" --format github -o review

waiting: $(READY)
	$(MINGSHAN) comment review --commit "$(COMMIT)" --waiting

comment: $(READY)
	$(MINGSHAN) comment review --commit "$(COMMIT)" --details "$(DETAILS)"

publish: $(READY)
	@test -n "$(DIR)" || { echo "请写上网站放在哪里：make publish DIR=/srv/www" >&2; exit 2; }
	$(MINGSHAN) publish "$(DIR)"

nightly: $(READY)
	( $(MINGSHAN) duties --overdue; $(MINGSHAN) freshness; $(MINGSHAN) links ) | tee nightly.md

# The pictures that the guides show, taken anew; look at them before they are committed.
pictures: $(READY)
	$(VENV)/bin/pytest tests/browser/test_guides.py --accept

package: $(READY)
	$(VENV)/bin/uv build --no-build-isolation --out-dir dist
	$(VENV)/bin/python -m bench.shipped bill dist

# Random changes to good files, more of them than `test` tries; FUZZ=20000 for a night.
fuzz: $(READY)
	FUZZ="$${FUZZ:-2000}" $(VENV)/bin/pytest tests/fuzz tests/test_hostile_sites.py

# Builds a site without each feature, one after the other; `test` takes away several at once.
features: $(READY)
	EACH_FEATURE=1 $(VENV)/bin/pytest tests/test_features.py

# Edits a small site at random, building it after each, and holds it against one built from nothing.
edits: $(READY)
	EDITS="$${EDITS:-400}" $(VENV)/bin/pytest tests/edits

# Verbs killed before each change they make to the disk: before every one, and 700 of the 1,800 of `publish`.
kills: $(READY)
	KILLS="$${KILLS:-3000}" $(VENV)/bin/pytest tests/kills

bench: $(READY)
	$(VENV)/bin/python -m bench

# From now on git refuses commits while the data have errors.
hooks:
	git config core.hooksPath .githooks

# The invented figures in data/statistics/ and data/needs/, the same bytes again; raw cases exist only for as long as it runs.
demonstration: $(READY)
	$(VENV)/bin/python -m bench.demonstration

# The third attacker on hundreds of tables; a few are part of `make test`.
attack: $(READY)
	ATTACKED_TABLES=200 $(VENV)/bin/pytest -q tests/attackers

# A scheduler and a worker for each processor, with keys made on the spot; prints what to give `mingshan build`.
cluster: $(READY)
	$(VENV)/bin/python -m generator.base.cluster_here

# Names, versions and hashes; no addresses. Who adds a package says what its licence is, or NOTICE is not written.
lock: $(READY)
	$(VENV)/bin/uv pip compile pyproject.toml --extra bucket --extra cluster --extra dev --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --no-annotate -q -o requirements.lock
	$(VENV)/bin/pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(VENV)/bin/python -m bench.shipped notice

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(VENV)/bin/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $(READY)

clean:
	rm -rf $(VENV) .mingshan .pytest_cache site
