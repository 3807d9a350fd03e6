# demo test battery browser lint verify lab bench clean; each makes .venv first if it is missing or out of date
PYTHON ?= python3
BIN := .venv/bin
# student code and matrix products run on one thread each; more only get into each other's way
export OPENBLAS_NUM_THREADS := 1
export OMP_NUM_THREADS := 1
# files in their own order: sorted by their number of tests, the longest would come last, and one core be idle
TWO := -n 2 --dist loadfile --no-loadscope-reorder

.PHONY: demo test battery browser lint verify lab bench clean

demo: .venv/installed
	$(BIN)/course demo

test: .venv/installed
	$(BIN)/python -m pytest $(TWO)

battery: .venv/installed
	$(BIN)/python -m pytest $(TWO) -m battery

browser: .venv/installed
	$(BIN)/python -m pytest -m browser

lint: .venv/installed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

verify: .venv/installed
	$(BIN)/course verify

lab: .venv/installed
	$(BIN)/course lab

bench: .venv/installed
	$(BIN)/python benchmarks/run.py

clean:
	rm -rf .venv demo-course .pytest_cache .ruff_cache .mypy_cache .hypothesis build dist

.venv/installed: pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed; name one: make PYTHON=python3.12 ...") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check 'pip>=25'  # Python's own may be older, and takes twice as long
	$(BIN)/pip install --quiet --disable-pip-version-check --no-compile --constraint constraints.txt --editable '.[dev]'
	-$(BIN)/python -m compileall -qq -j 0 .venv/lib  # pip would compile on one core
	touch $@
