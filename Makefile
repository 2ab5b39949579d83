# Two commands matter: `make serve` to read and write, `make test` to prove. README.md gives the plain commands for Windows.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Material's notice about its successor; the design notes say how we are placed for that.
export NO_MKDOCS_2_WARNING := 1

.PHONY: serve site offline check test engines lint bench lock clean

serve: $(VENV)/site
	$(BIN)/mkdocs serve

site: $(VENV)/site
	$(BIN)/mkdocs build --strict

# The same site for reading from a folder, without a server.
offline: $(VENV)/site
	OFFLINE=true $(BIN)/mkdocs build --strict --site-dir offline

check: $(VENV)/site
	$(BIN)/python hooks/quizbank check

test: $(VENV)/test
	$(BIN)/python tests/browser.py
	$(BIN)/pytest

# The same site in Firefox and WebKitGTK, apart from `test` because it needs programs that only Linux has in packages.
engines: $(VENV)/test
	PYTHONPATH=tests $(BIN)/python -m engines.engines
	$(BIN)/pytest tests/engines --dist loadgroup

lint: $(VENV)/test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy --strict hooks

bench: $(VENV)/site
	$(BIN)/python tests/bench.py

# Needs `uv`. Hashes and versions only: the lock says nothing of where the packages come from.
lock:
	uv pip compile pyproject.toml -o requirements.lock $(LOCKING)
	uv pip compile pyproject.toml --extra test -c requirements.lock -o requirements-test.lock $(LOCKING)
LOCKING := --upgrade --universal --generate-hashes --no-emit-index-url --no-header --no-annotate --quiet

clean:
	rm -rf $(VENV) site offline .pytest_cache .mypy_cache .ruff_cache

$(VENV)/created:
	sh tools/make-venv.sh $(PYTHON) $(VENV)
	touch $@

$(VENV)/site: requirements.lock $(VENV)/created
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	touch $@

$(VENV)/test: requirements-test.lock $(VENV)/site
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	touch $@
