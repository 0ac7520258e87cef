"""The pure stages on material in memory, one core, beside floors and rivals on the same files."""
import os
import pathlib
import re
import sys
from functools import partial

from harness.processes import Failed, Skipped, needed, run
from harness.table import alone, bounded, compared, reached
from harness.terms import write_articles, write_terms

HERE = pathlib.Path(__file__).resolve().parent.parent
# What rivals.py ends with.
NOT_INSTALLED = 69


class Bench:
    def __init__(self, programs, work):
        self.programs = programs
        self.work = work

    def feeds(self, folder):
        what = f"feeds to items ({label(folder)})"
        ours = self.measured("feeds", folder)["feeds to items"]
        floor = partial(self.floor, "feeds-sax-floor", folder)
        yield beside(what, ours, "MB/s", "libxml2 SAX", floor, at_least=0.5)
        yield beside(what, ours, "MB/s", "gofeed", partial(self.gofeed, folder), at_least=5)

    def pages(self, folder):
        what = f"pages to articles ({label(folder)})"
        ours = self.measured("pages", folder)["pages to articles"]
        floor = partial(self.floor, "pages-sax-floor", folder)
        yield beside(what, ours, "pages/s", "libxml2 SAX", floor, at_least=0.5)
        yield beside(what, ours, "pages/s", "trafilatura", partial(rival, "trafilatura", folder), at_least=10)

    def folding(self, folder):
        yield alone(f"folding ({label(folder)})", self.measured("fold", folder)["folding"], "MB/s")

    def matching(self, folder):
        """Folding and matching, beside a search of lower-case text for plain strings; the same terms in the same texts."""
        name = label(folder)
        if folder.name == "ntrex":
            folder = write_articles(self.work / "articles", folder)
        for count, wanted in [(100, 150), (10_000, 100), (100_000, 25)]:
            terms = write_terms(self.work / f"terms-{count}.txt", count)
            figures = self.measured("match", folder, terms)
            what = f"matching {count:,} words ({name})"
            found = f"{figures['matches of words']:,.0f} matches"
            yield reached(what, figures["matching words"], "MB/s", wanted, found)
            search = partial(rival, "ahocorasick", folder, terms)
            yield beside(what, figures["matching words"], "MB/s", "pyahocorasick", search, at_least=10)
            found = f"{figures['matches of names']:,.0f} matches"
            yield reached(f"matching {count:,} names ({name})", figures["matching names"], "MB/s", wanted, found)
            if count == 10_000:
                yield bounded(f"compiling {count:,} words", figures["compiling words"], "ms", 100)
                yield bounded(f"compiling {count:,} names", figures["compiling names"], "ms", 100)

    def clusters(self, file):
        what = f"articles to clusters ({label(file)})"
        figures = self.measured("cluster", file)
        ours = figures["articles to clusters"]
        yield beside(what, ours, "articles/s", "rensa", partial(rival, "rensa", file), at_least=10)
        yield beside(what, ours, "articles/s", "gaoya", partial(rival, "gaoya", file), at_least=7)
        yield bounded(f"longest article ({label(file)})", figures["longest article"], "ms", 20)
        yield bounded(f"resident an article ({label(file)})", figures["resident an article"], "kB", 1.5)
        used = run([self.programs / "wirewatch", "cluster", file], seconds=60)
        count = used.output.count("\n")
        yield alone(f"wirewatch cluster ({label(file)})", count / used.cpu, "articles/s", "from file to lines")
        yield alone(f"wirewatch cluster ({label(file)}), peak", used.peak, "MB")

    def measured(self, what, *paths):
        """Figures by name."""
        lines = run([self.programs / "Measure", what, *paths], seconds=90).output.splitlines()
        return {name: float(number) for name, number, _ in (line.split("\t") for line in lines)}

    def floor(self, name, folder):
        """What the C program of that name makes of a folder."""
        program = self.work / name
        if not program.exists():
            flags = run(["pkg-config", "--cflags", "--libs", "libxml-2.0"], seconds=10).output.split()
            run(["cc", "-O2", "-o", program, HERE / f"{name}.c", *flags], seconds=60)
        return printed(run([program, folder], seconds=60))

    def gofeed(self, folder):
        program = self.work / "gofeed"
        if not program.exists():
            go = needed("go", "golang-go")
            if not os.path.isdir("/usr/share/gocode/src/github.com/mmcdole/gofeed"):
                raise Skipped("not installed (Debian: golang-github-mmcdole-gofeed-dev)")
            run([go, "build", "-o", program, HERE / "gofeed" / "main.go"], seconds=180, env={
                "GOPATH": "/usr/share/gocode", "GO111MODULE": "off", "GOCACHE": str(self.work / "go-cache")})
        return printed(run([program, folder], seconds=60))


def beside(what, ours, unit, name, measure, at_least=None):
    """Our figure beside another's, or by itself where there is no other."""
    try:
        return compared(what, ours, unit, name, measure(), at_least=at_least)
    except Skipped as reason:
        return alone(what, ours, unit, f"no {name}: {reason}")
    except Failed as problem:
        return alone(what, ours, unit, f"{name} failed: {problem}")


def rival(name, *paths):
    """What rivals.py makes of our material."""
    command = [sys.executable, HERE / "harness" / "rivals.py", name, *paths]
    answer = run(command, seconds=90, accepts=(0, NOT_INSTALLED)).output
    if not answer:
        raise Skipped("not installed")
    return float(answer)


def printed(used):
    """The figure a floor prints: `… 215.3 MB/s, …` or `… 950.1 pages/s …`."""
    return float(re.search(r"([0-9.]+) (MB|pages)/s", used.output).group(1))


def label(path):
    """Which material it is, in a word or two."""
    of_ours = {"feeds": "newsroom", "pages": "newsroom", "texts": "newsroom", "articles.jsonl": "newsroom"}
    return of_ours.get(path.name) or "/".join(path.parts[-2:])
