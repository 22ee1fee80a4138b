# make demo    install, convert the first article, validate it
# make test    every check: style, types, layers, schemas, tests, the wheel
# make train   train the language model anew from ../shared/data (about an hour on two cores)
# make schemas write schemas/ (with the vocabulary of the RDF exports) and docs/record-model.md from the models
# make bench   speed, memory, start-up times

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
DATA ?= ../shared/data
JOBS ?= 2

.PHONY: demo test lint types layers unit train schemas bench scores clean

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "communique needs Python 3.11 or newer: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: pyproject.toml .ci/constraints.txt | $(BIN)/python
	$(PIP) install --quiet --constraint .ci/constraints.txt --editable '.[all]'
	@touch $@

$(VENV)/.dev: pyproject.toml .ci/constraints.txt | $(BIN)/python
	$(PIP) install --quiet --constraint .ci/constraints.txt --editable '.[dev]'
	-@$(PIP) install --quiet --constraint .ci/constraints.txt --editable '.[ftm-check]' \
	  || echo "followthemoney could not be installed (it needs ICU's headers, as in Debian's libicu-dev): its tests skip"
	@touch $@ $(VENV)/.run

$(VENV)/.train: $(VENV)/.dev
	$(PIP) install --quiet --constraint .ci/constraints.txt --editable '.[dev,train]'
	@touch $@

demo: $(VENV)/.run
	$(BIN)/communique convert seeds/trump-putin.txt -o examples/trump-putin.json
	$(BIN)/communique validate examples/trump-putin.json

test: lint types layers unit

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

layers: $(VENV)/.dev
	$(BIN)/lint-imports

# The wheelhouse is what the wheel test installs from, with the network cut off.
build/wheelhouse: $(VENV)/.dev $(shell find src schemas -type f -not -name '*.pyc')
	@rm -rf $@
	$(PIP) wheel --quiet --constraint .ci/constraints.txt --wheel-dir $@ .
	@touch $@

unit: build/wheelhouse
	$(BIN)/pytest -n $(JOBS) --cov --cov-report=term:skip-covered

train: $(VENV)/.train
	$(BIN)/python -m communique.analyse.model.train --data $(DATA) --out src/communique/analyse/model

schemas: $(VENV)/.dev
	$(BIN)/python -m communique.schema
	$(BIN)/python -m communique.export.vocabulary

bench: $(VENV)/.dev
	$(BIN)/python tests/bench.py

clean:
	rm -rf build dist .mypy_cache .ruff_cache .hypothesis
