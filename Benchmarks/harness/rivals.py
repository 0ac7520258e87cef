"""One Python rival on our material, in a process of its own: `rivals.py NAME PATH…` prints a figure a second.

Texts are in memory before the clock starts; the clock is this process's processor time. Ends with 69 where the rival
is not installed.
"""
import importlib
import json
import os
import re
import sys
import time


def trafilatura(path):
    """Pages a second, with the metadata that we read too."""
    module = needed("trafilatura")
    pages = files(path)
    for page in pages[:5]:
        module.bare_extraction(page, with_metadata=True)
    return per_second(len(pages), lambda: [module.bare_extraction(page, with_metadata=True) for page in pages])


def rensa(path):
    """Articles a second from text to the candidates of each: 128 permutations, 5-word shingles."""
    module = needed("rensa")
    texts = articles(path)

    def cluster():
        index = module.RMinHashLSH(threshold=0.5, num_perm=128, num_bands=32)
        for number, text in enumerate(texts):
            words = re.findall(r"\w+", text.lower())
            sketch = module.RMinHash(num_perm=128, seed=42)
            sketch.update([" ".join(words[at:at + 5]) for at in range(max(1, len(words) - 4))])
            index.query(sketch)
            index.insert(number, sketch)
    return per_second(len(texts), cluster)


def gaoya(path):
    """Articles a second from text to the candidates of each: 126 permutations, 5-word shingles."""
    module = importlib.import_module("gaoya.minhash") if needed("gaoya") else None
    texts = articles(path)

    def cluster():
        index = module.MinHashStringIndex(
            hash_size=32, jaccard_threshold=0.5, num_bands=42, band_size=3, num_hashes=126, analyzer="word",
            lowercase=True, ngram_range=(5, 5))
        for number, text in enumerate(texts):
            index.query(text)
            index.insert_document(number, text)
    return per_second(len(texts), cluster)


def ahocorasick(path, terms):
    """MB a second in search of a file's terms as plain strings, on texts in lower case before the clock starts.

    It finds `ran` in `Iran` and nothing that is inflected, accented or written in another way: the work is less than ours.
    """
    module = needed("ahocorasick")
    automaton = module.Automaton()
    with open(terms, encoding="utf-8") as lines:
        for term in lines.read().split():
            automaton.add_word(term.lower(), term)
    automaton.make_automaton()
    texts = [text.decode(errors="replace").lower() for text in files(path)]
    size = sum(len(text.encode()) for text in texts)
    return per_second(size / 1e6, lambda: [sum(1 for _ in automaton.iter(text)) for text in texts])


def needed(name):
    try:
        return importlib.import_module(name)
    except ImportError:
        print(f"{name} is not installed for {sys.executable}", file=sys.stderr)
        sys.exit(69)


def files(folder):
    names = sorted(os.listdir(folder))
    contents = []
    for name in names:
        with open(os.path.join(folder, name), "rb") as file:
            contents.append(file.read())
    return contents


def articles(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def per_second(amount, work):
    start = time.process_time()
    work()
    return amount / (time.process_time() - start)


if __name__ == "__main__":
    rivals = {"trafilatura": trafilatura, "rensa": rensa, "gaoya": gaoya, "ahocorasick": ahocorasick}
    print(rivals[sys.argv[1]](*sys.argv[2:]))
