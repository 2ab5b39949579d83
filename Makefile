# Two commands matter: `make serve` to read and write, `make test` to prove. README.md gives the plain commands for Windows.
PYTHON ?= python3
VENV := .venv
# Windows has another name for the folder of programs; make itself comes with MSYS2 or Chocolatey there, and sh with Git.
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
# Material's notice about its successor; decision 1 of the engine says how we are placed for that.
export NO_MKDOCS_2_WARNING := 1

.PHONY: serve site offline pdf epub papers exports check blind test thorough quick fuzz mutants engines lint figures bench taps light wheel hosts properdocs zensical valid pdfua audit reproducible load lock clean

serve: $(VENV)/site
	$(BIN)/mkdocs serve

site: $(VENV)/site
	$(BIN)/mkdocs build --strict

# The same site in one file to hand out, the book in it as two files, for reading from a folder without a server. With BOOK=no there is no book
# in it, also where one lies in dist/, and nothing that only PDF files need is installed.
BOOK ?= yes
offline: $(VENV)/site $(if $(filter yes,$(BOOK)),pdf epub)
	$(if $(filter yes no,$(BOOK)),,$(error BOOK: expected yes or no, got '$(BOOK)'))
	OFFLINE=true BOOK=$(BOOK) $(BIN)/mkdocs build --strict --site-dir offline
	$(BIN)/python hooks/quizbank zip offline

# The notes, the quizzes and the answer key as one book. The profile course.yml says what it is called.
pdf: $(VENV)/print
	$(BIN)/python tools/print_packages.py
	$(BIN)/python hooks/quiz_book.py

# The same as an EPUB file, for phones. Needs no more than the site does.
epub: $(VENV)/site
	$(BIN)/python hooks/quiz_book.py --epub

# Every question paper in sets A, B and C, with answer sheets and keys. Others: $(BIN)/python hooks/quizbank paper --help
papers: $(VENV)/print
	$(BIN)/python tools/print_packages.py
	$(BIN)/python hooks/quizbank paper --sets A,B,C --out dist/papers

# The questions for other systems, a folder for each format. With SITE_URL set, they link to the notes.
exports: $(VENV)/exchange
	$(BIN)/python hooks/quizbank export

check: $(VENV)/site
	$(BIN)/python hooks/quizbank check

# What score wording alone makes possible, bank by bank and over all. For one bank: $(BIN)/python hooks/quizbank blind BANK
blind: $(VENV)/test
	$(BIN)/python hooks/quizbank blind

test: $(VENV)/test
	$(BIN)/python tests/support/browser.py
	$(BIN)/python tools/print_packages.py tests
	$(BIN)/pytest

# Every page where `test` looks at one of each.
thorough: $(VENV)/test
	$(BIN)/python tests/support/browser.py
	$(BIN)/pytest -m thorough

# While you edit: what needs no browser, makes no PDF file and builds no whole site. Needs nothing from the system.
quick: $(VENV)/test
	$(BIN)/pytest -m "not browser and not pdf and not site"

# Texts, files and stored data that nobody thought of, so many times as many as in `make test` and always others. How long, FUZZ=500 says.
FUZZ ?= 50
fuzz: $(VENV)/test
	FUZZ=$(FUZZ) IMPORT_FUZZ=$(FUZZ) $(BIN)/pytest tests/fuzz tests/engine/imports/test_damaged_files.py

# One thing at a time is changed in the code that marks, draws, schedules, checks and keeps, and the quick tests must notice. Takes hours,
# so MOST=100 tries so many changes of each group, and SAMPLE=2 others. Needs Node 20 or newer; not on Windows.
MOST ?= 1000000
SAMPLE ?= 1
mutants: $(VENV)/test $(VENV)/mutants
	cd tools/mutation && npm ci --silent
	PYTHONPATH=tools $(BIN)/python -m mutation.python_code --most=$(MOST) --sample=$(SAMPLE)
	PYTHONPATH=hooks:tools $(BIN)/python -m mutation.scripts --most=$(MOST) --sample=$(SAMPLE)

# The same site in Firefox and WebKitGTK, separate from `test` because it needs programs that only Linux has in packages.
engines: $(VENV)/test
	PYTHONPATH=tests $(BIN)/python -m other_browsers.engines
	$(BIN)/pytest tests/other_browsers --dist loadgroup

lint: $(VENV)/test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy --strict hooks tests tools bench
	$(BIN)/python tools/lint_front_end.py

# How the code is cut: a question's way, modules in a folder, lengths of functions and modules.
figures: $(VENV)/site
	$(BIN)/python tools/figures.py

# Speed and size beside plain Markdown and other plugins, in bench/RESULTS.md. A quick look: BENCH="--sizes 100 --rounds 1 --out /dev/stdout"
bench: $(VENV)/test
	$(BIN)/python -m bench $(BENCH)

# How soon a slow phone answers a tap, into bench/taps.md. On a machine that does nothing else.
taps: $(VENV)/test
	$(BIN)/python tests/support/browser.py
	PYTHONPATH=hooks:tests/support $(BIN)/python tools/taps.py

# What travels to a small phone: bytes, Lighthouse, the time of the processor. Needs Node.js and Chromium, and writes bench/light.md.
light: $(VENV)/test
	$(BIN)/mkdocs build --strict
	npm ci --prefix bench/light --ignore-scripts
	$(BIN)/python tools/light site

# The engine as a package, dist/quizbank-VERSION-py3-none-any.whl, tried in an environment of its own. The same files give the same bytes.
wheel: $(VENV)/test $(VENV)/build
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir dist .
	$(BIN)/pytest -n 0 tests/other_builders/test_wheel.py

# The recipes of publish/, each with its program, as far as nginx, caddy and apache2 are installed.
hosts: $(VENV)/test
	$(BIN)/pytest -n 0 tests/other_builders/test_hosts.py

# The same site by ProperDocs, the fork of MkDocs, compared file by file.
properdocs: $(VENV)/test $(VENV)/properdocs
	$(BIN)/pytest -n 0 tests/other_builders/test_properdocs.py

# The site as plain pages by Zensical, which runs no hooks, in the browser.
zensical: $(VENV)/test $(VENV)/zensical
	$(BIN)/python tests/support/browser.py
	$(BIN)/pytest -n 0 tests/other_builders/test_zensical.py

# Every page of both editions through the Nu HTML Checker, which needs Java and comes by npm.
valid: $(VENV)/vnu site
	OFFLINE=true BOOK=no $(BIN)/mkdocs build --strict --site-dir offline
	PYTHONPATH=tools $(BIN)/python -m validity pages site offline

# The book, the papers and whatever else lies in dist/ through an independent checker of PDF/UA-1.
pdfua: $(VENV)/valid pdf papers
	PYTHONPATH=tools $(BIN)/python -m validity pdf dist

# What the project takes from others: locks, licences (into publish/LICENCES.md), wheels for three systems, known vulnerabilities. It
# asks the package index.
audit: $(VENV)/test $(addprefix $(VENV)/,build properdocs zensical valid audit mutants apart/bench apart/bench-superquiz)
	PYTHONPATH=tools:$(VENV)/apart/bench:$(VENV)/apart/bench-superquiz $(BIN)/python -m supply_chain

# The whole course by every Python from 3.11 on that is installed, each under another path, time zone, locale, hash seed and umask. What
# they take is fetched into an environment for each.
reproducible: $(VENV)/test
	$(BIN)/python tools/print_packages.py
	$(BIN)/pytest -n 0 tests/other_builders/test_reproducible.py

# Requests a second on this machine, and what a learner's visits weigh, into bench/load.md. Needs nginx and wrk; takes half a minute.
load: $(VENV)/test
	$(BIN)/python tests/support/browser.py
	PYTHONPATH=hooks:tools:tests:tests/support $(BIN)/python -m load

# Needs `uv`. Hashes and versions only: the lock says nothing of where the packages come from.
lock:
	uv pip compile pyproject.toml -o requirements.lock $(LOCKING)
	uv pip compile pyproject.toml --extra print -c requirements.lock -o requirements-print.lock $(LOCKING)
	uv pip compile pyproject.toml --extra exchange -c requirements.lock -o requirements-exchange.lock $(LOCKING)
	uv pip compile pyproject.toml --extra print --extra exchange --extra test -c requirements-print.lock -c requirements-exchange.lock -o requirements-test.lock $(LOCKING)
	uv pip compile --group build -c requirements-test.lock -o requirements-build.lock $(LOCKING)
	uv pip compile --group properdocs -c requirements-test.lock -o requirements-properdocs.lock $(LOCKING)
	uv pip compile --group zensical -c requirements-test.lock -o requirements-zensical.lock $(LOCKING)
	uv pip compile --group bench -o requirements-bench.lock $(LOCKING)
	uv pip compile --group bench-superquiz -o requirements-bench-superquiz.lock $(LOCKING)
	uv pip compile --group mutants -c requirements-test.lock -o requirements-mutants.lock $(LOCKING)
	uv pip compile --group audit -c requirements-test.lock -o requirements-audit.lock $(LOCKING)
	uv pip compile --group valid -c requirements-test.lock -o requirements-valid.lock $(LOCKING)
LOCKING := --upgrade --universal --generate-hashes --no-emit-index-url --no-header --no-annotate --quiet

clean:
	rm -rf $(VENV) site offline dist exports mutants .bench $(wildcard */*/node_modules) .pytest_cache .mypy_cache .ruff_cache

$(VENV)/created:
	sh tools/make-venv.sh $(PYTHON) $(VENV)
	touch $@

$(VENV)/site: requirements.lock $(VENV)/created
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	touch $@

# What the locks name besides; pyproject.toml says what each is for, and building the site needs none of it.
$(VENV)/%: requirements-%.lock $(VENV)/site
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	touch $@

# What cannot stand beside the rest: only its licences are looked at.
$(VENV)/apart/%: requirements-%.lock $(VENV)/site
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --target $@ -r $<

# The checker of HTML. Its lock holds hashes, as those of Python do; what it would fetch besides, a Java, is not asked for.
$(VENV)/vnu: tools/validity/package.json tools/validity/package-lock.json $(VENV)/site
	mkdir -p $@
	cp tools/validity/package.json tools/validity/package-lock.json $@
	cd $@ && npm ci --ignore-scripts --no-audit --no-fund --silent
	touch $@
