# The one door for people and CI. Every target first builds a private environment; nothing is needed beforehand
# but Python 3.12 or newer.
.PHONY: help env run test check bench drill lock format vendor

help:            ## this list
	@sed -n 's/^\([a-z]*\): *## */  make \1\t/p' Makefile | expand -t 16

env:             ## private environment in .tools and .venv
	@scripts/env

run:             ## the demo world on http://localhost:8000 (PORT and HOST change that)
	@scripts/run

test:            ## all tests on SQLite, then all but the browser tests on PostgreSQL
	@scripts/test

check:           ## format, lint, types, floors, migrations, settings, templates
	@scripts/check

bench: env       ## ratios against bare Django and bare WeasyPrint
	@.venv/bin/python -m tests.bench

drill: env       ## 200 kills and 500 interleavings: no edit and no mail lost (half an hour)
	@.venv/bin/python -m tests.drill

lock:            ## make the lock files again from pyproject.toml
	@scripts/lock

format:          ## put Python and templates in the house format
	@scripts/env
	@.venv/bin/ruff check --fix-only --quiet .
	@.venv/bin/ruff format --quiet .
	@.venv/bin/djlint templates --reformat --quiet || true

vendor: env      ## fetch the vendored browser files again (needs npm)
	@.venv/bin/python scripts/vendor.py
	@scripts/vendor_axe
