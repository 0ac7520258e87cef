# make demo and make test are all a newcomer needs; each installs what is missing first.
PREFIX ?= /usr/local
DESTDIR ?=
CONFIG ?= feeds.json
SECONDS ?= 60

BUILD = swift build --explicit-target-dependency-import-check error
RELEASE = $(BUILD) -c release --static-swift-stdlib

.PHONY: help demo run test lint bench fuzz release install uninstall clean setup

help:
	@echo "make demo     a simulated newsroom and the real daemon, for a minute (SECONDS=60)"
	@echo "make test     builds, lints and tests everything"
	@echo "make run      the daemon in the foreground on your sources (CONFIG=feeds.json)"
	@echo "make bench    speed and memory beside named floors and rivals"
	@echo "make fuzz     invented input for everything that reads strangers' bytes, for a minute (SECONDS=60)"
	@echo "make release  the program as it is installed: .build/release/wirewatch"
	@echo "make install  binary, unit and settings (PREFIX=/usr/local DESTDIR=)"

setup:
	@.ci/setup

demo: setup
	$(BUILD) --product wirewatch
	$(BUILD) --product newsroom
	rm -rf demo
	.build/debug/newsroom demo --wirewatch .build/debug/wirewatch --out demo --seconds $(SECONDS)

run: setup
	$(RELEASE) --product wirewatch
	.build/release/wirewatch run --config $(CONFIG)

test: setup lint
	@systemd-analyze --version >/dev/null 2>&1 || .ci/setup systemd
	$(BUILD) --build-tests
	swift test --skip-build

lint: setup
	swift format lint --strict --recursive Sources Tests Benchmarks Fuzz Package.swift

bench: setup
	@command -v python3 >/dev/null || .ci/setup python3
	$(RELEASE) --product wirewatch
	$(RELEASE) --product newsroom
	$(RELEASE) --product Measure
	Benchmarks/run .build/release

fuzz: setup
	Fuzz/run $(SECONDS)

release: setup
	$(RELEASE) --product wirewatch

# Only copies, so that it can run as root without a toolchain: `make release` first.
install:
	@test -x .build/release/wirewatch || { echo "run make release first, as yourself" >&2; exit 69; }
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/systemd/system $(DESTDIR)/etc/wirewatch
	install -m 755 .build/release/wirewatch $(DESTDIR)$(PREFIX)/bin/wirewatch
	install -d $(DESTDIR)$(PREFIX)/share/doc/wirewatch
	install -m 644 README.md CHANGELOG.md Docs/*.md $(DESTDIR)$(PREFIX)/share/doc/wirewatch/
	sed 's|@prefix@|$(PREFIX)|' systemd/wirewatch.service \
		> $(DESTDIR)$(PREFIX)/lib/systemd/system/wirewatch.service
	test -e $(DESTDIR)/etc/wirewatch/feeds.json || \
		sed 's|corpus: "corpus"|corpus: "/var/lib/wirewatch/corpus"|; s|state: "state"|state: "/var/lib/wirewatch/state"|' \
		feeds.json > $(DESTDIR)/etc/wirewatch/feeds.json

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/wirewatch $(DESTDIR)$(PREFIX)/lib/systemd/system/wirewatch.service
	rm -rf $(DESTDIR)$(PREFIX)/share/doc/wirewatch

clean:
	rm -rf .build demo
