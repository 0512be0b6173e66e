# Everything is the command line of `roadmap`; make only prepares the virtual environment and calls it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: build test serve bench contact-sheet clean
build: $(READY)
	@$(BIN)/roadmap build

test: $(READY)
	@$(BIN)/python -m pytest --numprocesses=auto --dist=loadfile $(TESTS)

serve: $(READY)
	@$(BIN)/roadmap serve

bench: $(READY)
	@$(BIN)/python benchmarks/bench.py; one=$$?; $(BIN)/python benchmarks/check.py; two=$$?; \
	$(BIN)/python benchmarks/sheets.py && exit $$((one + two))

contact-sheet: $(READY)
	@$(BIN)/python tools/contact_sheet.py

clean:
	rm -rf $(VENV) .cache site

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[test]'
	@touch $@
