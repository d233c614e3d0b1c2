# What can be asked for: `make serve` and `make test` are all a newcomer needs.
# Every target installs what it lacks (.ci/install) and says what it does and how long it took (.ci/step).

CARGO ?= cargo
STEP := @.ci/step
NEED := @.ci/install
WASM32 := --target wasm32-unknown-unknown

export PATH := $(shell .ci/install path):$(PATH):$(HOME)/.cargo/bin
export ARTICLE_EXPLORER_AXE := $(shell .ci/install axe_path)
export ARTICLE_EXPLORER_SITE ?= $(CURDIR)/dist

# Tests that need neither a site nor a browser: files in tests/ but these.
QUICK := $(filter-out size pictures,$(basename $(notdir $(wildcard tests/*.rs))))

.NOTPARALLEL:
.PHONY: help serve build check quick site size reader test bench pictures

help:
	@echo 'make serve     build the site and serve it on http://127.0.0.1:8080, again at every change'
	@echo 'make build     the site, as published, in dist/'
	@echo 'make check     style and lints, for the build machine and for the browser'
	@echo 'make test      everything: lints, rules, findings, pages, sizes, and the reader in three browsers'
	@echo 'make bench     speed, against the same page without scripts'
	@echo 'make pictures  one sheet with every state at every width'

serve:
	$(NEED) wasm trunk wasm_bindgen
	trunk serve --address 127.0.0.1 --port 8080

build:
	$(NEED) wasm trunk wasm_bindgen
	$(STEP) 'site: compile the app, draw every page into dist/' 'read the finding or error above' \
		trunk build --release

check:
	$(NEED) wasm
	$(STEP) 'style: rustfmt' 'cargo fmt' $(CARGO) fmt --check
	$(STEP) 'lints: the build machine' 'mend what clippy names' \
		$(CARGO) clippy --locked --all-targets -- -D warnings
	$(STEP) 'lints: the browser' 'mend what clippy names' \
		$(CARGO) clippy --locked $(WASM32) -- -D warnings

quick:
	$(NEED) rust
	$(STEP) 'rules, findings, pages, walls' 'run one alone: cargo test NAME' \
		$(CARGO) test --locked --lib --bins $(QUICK:%=--test %)

size:
	$(NEED) rust
	$(STEP) 'size: what a reader downloads' 'see which part grew in the lines above' \
		$(CARGO) test --locked --test size -- --nocapture

reader:
	$(NEED) rust chromium firefox webkit axe
	$(STEP) 'the reader, in Chromium, Firefox and WebKitGTK' \
		'run one alone: make reader ONLY=NAME; pictures of failures lie in the target folder, under tmp' \
		$(CARGO) test --locked --test reader -- $(ONLY)

test: check quick build size reader

bench: build
	$(NEED) rust chromium
	$(STEP) 'growth of building' 'close what else runs, then again' $(CARGO) bench --locked --bench scale
	$(STEP) 'speed' 'close what else runs, then again' $(CARGO) bench --locked --bench reader

pictures: build
	$(NEED) rust chromium
	$(STEP) 'pictures' 'see the lines above' $(CARGO) test --locked --test pictures -- --nocapture
