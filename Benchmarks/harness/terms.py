"""What is searched for, and in which texts: random words that can be pronounced, and articles of many languages."""
import random
import re

# One of twenty words a line: half of them Latin, a fifth Cyrillic, then Arabic, Han, Devanagari and Hangul.
SYLLABLES = {
    "latin": ("bcdfghjklmnprstvwz", "aeiou", ["", *"nrslt"]),
    "cyrillic": ("бвгджзклмнпрстфхцчш", "аеиоуя", ["", *"нрслт"]),
    "arabic": ("بتجحدرزسشصطعفقكلمن", ["", *"اوي"], [""]),
    "devanagari": ("कखगचजटडतदनपबमरलवशस", "ािीुेो", [""]),
}
SCRIPTS = ["latin"] * 10 + ["cyrillic"] * 4 + ["arabic"] * 2 + ["han"] * 2 + ["devanagari", "hangul"]
LINES_AN_ARTICLE = 16


def write_terms(path, count, seed=7):
    """A file of random terms, one a line."""
    chance = random.Random(seed)
    path.write_text("".join(word(chance) + "\n" for _ in range(count)), encoding="utf-8")
    return path


def word(chance):
    script = chance.choice(SCRIPTS)
    if script == "han":
        return "".join(chr(0x4E00 + chance.randrange(3000)) for _ in range(3))
    if script == "hangul":
        return "".join(chr(0xAC00 + chance.randrange(11000)) for _ in range(3))
    length = chance.randint(2, 4) + (script == "arabic")
    return "".join("".join(chance.choice(letters) for letters in SYLLABLES[script]) for _ in range(length))


def write_articles(folder, texts):
    """Articles of 16 lines from texts that are named after their languages: `de.txt` to `de-0000.txt`, `de-0001.txt` …"""
    folder.mkdir()
    for text in sorted(texts.iterdir()):
        if not re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]+)?\.txt", text.name):
            continue
        lines = text.read_text(encoding="utf-8").splitlines()
        for number, start in enumerate(range(0, len(lines), LINES_AN_ARTICLE)):
            article = "\n".join(lines[start:start + LINES_AN_ARTICLE]) + "\n"
            (folder / f"{text.stem}-{number:04}.txt").write_text(article, encoding="utf-8")
    return folder
