# Needs only python3 (3.11 to 3.13), pip, make and git; everything else comes into .tools and .venv.
UV := .tools/bin/uv
RUN := $(UV) run --locked
# pip trusts what the system trusts, a company's proxy included; uv is told to do the same.
export UV_SYSTEM_CERTS := true

.PHONY: demo test test-all installs check fix mutate clean

demo: .venv/ready
	@.venv/bin/verbale demo

test: check
	$(RUN) pytest -n 2

# all bombs, long texts, and many more examples of each property
test-all: check
	$(RUN) pytest -n 2 -m ""

# the wheel as others install it, without the lock: by an old pip, at the lowest bounds, with the newest of all
installs: .tools/bin/uv
	python3 -m tests.installs

check: .venv/ready
	$(RUN) ruff check .
	$(RUN) ruff format --check .
	$(RUN) mypy

fix: .venv/ready
	$(RUN) ruff check --fix .
	$(RUN) ruff format .

.tools/bin/uv: tools.txt
	python3 -m pip install --quiet --require-hashes --upgrade --target .tools -r tools.txt
	touch $@

.venv/ready: .tools/bin/uv pyproject.toml uv.lock
	$(UV) sync --locked --quiet --python python3
# where Python may not write its caches (containers), ours would be compiled anew at every start
	.venv/bin/python -m compileall -q src
	touch $@

# Puts 400 small faults into the code, one at a time, and counts those that no test sees; about half an hour.
# MUTATE="--only src/verbale/check/choice.py --mutants 0" looks at one module whole.
mutate: .venv/ready
	$(RUN) --with coverage==7.17.5 python bench/mutation $(MUTATE)

clean:
	rm -rf .venv .tools demo-record
