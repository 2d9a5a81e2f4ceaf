# Two commands are all that anyone needs: `make run` and `make test`.

# `make run PYTHON=/path/to/python` takes another Python than scripts/find_python.sh would.
export PYTHON
VENV   := .venv
BIN    := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help run test lint contracts types unit ui end2end gpu hostcard mutants bundle bundle-test bundle-twice sbom deb deb-test fresh-test wheel demo clean system-run system-test

help:            ## Show this list
	@grep -E '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## */\t/' | expand -t 12

# --- Set-up: each stamp is renewed only when what it is made from changes ------------------------

$(VENV)/.made: | system-run
	@sh scripts/make_venv.sh $(VENV)
	@touch $@

INSTALLED_FROM := pyproject.toml constraints.txt scripts/install_studio.sh

$(VENV)/.installed-run: $(INSTALLED_FROM) | $(VENV)/.made
	@sh scripts/install_studio.sh $(VENV)
	@touch $@

$(VENV)/.installed-test: $(INSTALLED_FROM) | $(VENV)/.installed-run
	@sh scripts/install_studio.sh $(VENV) '[test]'
	@touch $@

$(VENV)/.installed-bundle: $(INSTALLED_FROM) | $(VENV)/.installed-run
	@sh scripts/install_studio.sh $(VENV) '[bundle]'
	@touch $@

system-run:
	@sh scripts/system_packages.sh run

system-test:
	@sh scripts/system_packages.sh test

# --- The studio ------------------------------------------------------------------------------------

run: system-run $(VENV)/.installed-run ## Set everything up and open the studio (without a screen: compose one tune)
	@sh scripts/run_studio.sh $(BIN)

demo: system-run $(VENV)/.installed-run ## Compose one tune and write it as .abc, .mid and .wav
	@$(BIN)/abcstudio demo

# --- Tests, in the order of CI ---------------------------------------------------------------------
# Types are checked beside the tests of the engine: on one core alone, they would leave the others idle.
# The journeys go beside the tests of the widgets: both wait half of their time, for sound that plays
# and for what other processes draw and compose.

test: system-test $(VENV)/.installed-test ## Run every check
	@$(MAKE) --no-print-directory lint contracts
	@sh scripts/beside.sh '$(MAKE) --no-print-directory types hostcard' '$(MAKE) --no-print-directory unit'
	@sh scripts/beside.sh '$(MAKE) --no-print-directory ui' '$(MAKE) --no-print-directory end2end'

lint: $(VENV)/.installed-test ## Style and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	@$(BIN)/python scripts/update_translations.py --figures

contracts: $(VENV)/.installed-test ## Layers and forbidden imports
	$(BIN)/lint-imports

types: $(VENV)/.installed-test ## Static types
	$(BIN)/mypy

# torch's threads sleep between steps instead of spinning beside whatever else runs.
export OMP_WAIT_POLICY := PASSIVE
# Python keeps what it has compiled, whatever the surroundings say: without, each program that the
# tests start compiles itself anew, which is half of its start.
unexport PYTHONDONTWRITEBYTECODE
PYTEST := env TMPDIR="$$(sh scripts/temp_folder.sh)" $(BIN)/python -m pytest
# On two cores half as long; more take memory and are no faster.
# Each gets one half of the files in their order: what a file's tests share is made once.
PARALLEL := -n auto --maxprocesses 4 --dist worksteal

unit: $(VENV)/.installed-test ## Tests of the engine, Qt forbidden (ABCSTUDIO_THOROUGH=4: all cases)
	$(PYTEST) $(PARALLEL) -p no:pytest-qt tests/unit

ui: $(VENV)/.installed-test ## Tests of the widgets, without a screen
	QT_QPA_PLATFORM=offscreen SDL_AUDIODRIVER=dummy $(PYTEST) $(PARALLEL) -c tests/ui/pytest.ini --rootdir=. tests/ui

end2end: $(VENV)/.installed-test ## Command line as a subprocess; the real window on a virtual screen
	SDL_AUDIODRIVER=dummy QT_QPA_PLATFORM=xcb xvfb-run -a -s '-screen 0 1280x800x24 -noreset' \
		$(PYTEST) -n auto --maxprocesses 2 --dist loadgroup -c tests/ui/pytest.ini --rootdir=. tests/end2end

hostcard: $(VENV)/.installed-test ## The path of graphics cards without one (needs g++; else a sentence)
	@card=$$($(BIN)/python scripts/build_host_card.py) || exit 1; test -z "$$card" || \
		$(PYTEST) -p no:pytest-qt -p tests.hostcard.host_card tests/hostcard

gpu: $(VENV)/.installed-test ## On a machine with CUDA: the tests and figures that need a card
	$(PYTEST) -p no:pytest-qt -m gpu tests/unit
	$(BIN)/python benchmarks/gpu.py

mutants: $(VENV)/.installed-test ## Plant 200 faults, one by one, and see whether the tests notice (an hour; AGAIN=1: only those not noticed)
	$(BIN)/python scripts/mutants.py --seed $(or $(SEED),7) --count 200 --workers 2 $(if $(AGAIN),--again)

# --- Products --------------------------------------------------------------------------------------

# EDITION=player goes for each of these: the program without PyTorch.
export EDITION
BUNDLE = dist/abcstudio$(if $(filter player,$(EDITION)),-player)

bundle: system-run $(VENV)/.installed-bundle ## One folder that runs without Python: dist/abcstudio (EDITION=player: without PyTorch)
	@$(BIN)/python packaging/draw_icons.py build/icons
	@$(BIN)/python packaging/build_record.py build/build.json
	PYTHONHASHSEED=0 SOURCE_DATE_EPOCH=$$($(BIN)/python packaging/build_record.py --epoch) \
		$(BIN)/pyinstaller --noconfirm --clean --log-level WARN build.spec
	@du -sm $(BUNDLE) | awk '{print "$(BUNDLE): " $$1 " MB"}'

bundle-test:     ## Use dist/abcstudio in a bare root without Python (as root; DIST=trixie)
	$(BIN)/python packaging/bundle_test.py --distribution $(or $(DIST),trixie)

bundle-twice: $(VENV)/.installed-bundle ## Build in two folders and compare every file
	$(BIN)/python packaging/bundle_twice.py

sbom:            ## The bill of materials of what bundle has made: dist/*.cdx.json
	$(BIN)/python packaging/sbom.py $(BUNDLE) $(BUNDLE).cdx.json

deb:             ## A Debian package of what bundle has made: dist/*.deb
	$(BIN)/python packaging/debian_package.py $(BUNDLE) dist

deb-test:        ## Install, use, upgrade, remove dist/*.deb in a bare root (as root; DIST=trixie KILLS=50)
	$(BIN)/python packaging/deb_test.py $(BUNDLE)_*.deb --distribution $(or $(DIST),trixie) $(KILLS:%=--kills %)

fresh-test:      ## Set up from the sources in bare roots (as root; DIST=bookworm, WHEELS=folder, TESTS=root|user|both)
	$(BIN)/python packaging/fresh_test.py --distribution $(or $(DIST),bookworm) $(WHEELS:%=--wheels %) $(TESTS:%=--tests %)

wheel: $(VENV)/.installed-run ## A wheel with resources and model inside: dist/*.whl
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

clean:           ## Remove what was built, keep .venv
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
