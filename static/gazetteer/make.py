"""Makes places.tsv out of what registries ship. How to run it stands in README.md."""

import json
import math
import pathlib
import re
import sys
import unicodedata

FOLDER = pathlib.Path(__file__).parent
# Whose names of countries are taken from CLDR.
LANGUAGES = "en de fr ru uk pl kk tr fi hu es it pt nl cs sv el ar he zh ja th hi ka ko".split()
# Continents and their parts, by CLDR's numbers.
REGIONS = "002 003 005 009 019 142 150 013 021 029 030 034 035 039 143 145 151 154 155".split()
# Lands that are no states, by hand.
LANDS = """England|Angleterre|Англия|Англія|Anglia|Englanti|Inglaterra|Inghilterra
Scotland|Schottland|Écosse|Шотландия|Шотландія|Szkocja|Skotlanti|Skócia|Escocia|Scozia
Wales|Pays de Galles|Уэльс|Уельс|Walia
Siberia|Sibirien|Sibérie|Сибирь|Сибір|Syberia|Siperia|Szibéria
Crimea|Krim|Crimée|Крым|Крим|Krym
Prussia|Preußen|Prusse|Пруссия|Пруссія|Prusy|Preussi|Poroszország
Bavaria|Bavière|Бавария|Bawaria
Sicily|Sizilien|Sicile|Сицилия|Sycylia|Szicília
Tibet|Тибет|Tybet
Xinjiang|Синьцзян
Kashmir|Kaschmir|Cachemire|Кашмир
Catalonia|Katalonien|Catalogne|Каталония
Soviet Union|Sowjetunion|Union soviétique|Советский Союз|СССР|USSR|UdSSR|URSS"""
# Cities with fewer people have no names in other languages here, and below MANY none at all but where they share a name.
MANY, KNOWN = 100_000, 300_000
CASELESS = "ARABIC HEBREW CJK HIRAGANA KATAKANA HANGUL THAI GEORGIAN DEVANAGARI".split()
# The letters of the languages that suggestions know best.
LATIN = "abcdefghijklmnopqrstuvwxyz -'’äöüßéèêëàâçîïôùûœæñáíóúłąęśćźżńőűğışãõčďěňřšťůýžåø"
CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґәғқңөұүһ -’"


def script(name):
    for letter in name:
        if letter.isalpha():
            return unicodedata.name(letter, "?").split()[0]
    return "?"


def is_name(name):
    """Whether a text may hold it as a name: no code, no remark, no transcription for machines."""
    if len(name) < 2 or re.search(r"[0-9(),;/|\t«»]|\.$", name) or name.count(" ") > 3:
        return False
    kind = script(name)
    if kind == "LATIN":
        small = {"de", "del", "la", "las", "los", "el", "du", "des", "le", "di", "da", "do", "am", "an", "der", "den", "im", "of", "the", "upon", "und"}
        words = re.split(r"[ -]", name)
        return (
            len(name) >= 4
            and not name.isupper()
            and all(word[:1].isupper() or word in small for word in words)
            and words[0][:1].isupper()
            and all(letter.lower() in LATIN for letter in name)
            and not re.search(r"^(Gorad|Gorod|Grad|Cidade|Ciudad|Comune|Commune|City|Stadt|Ville|Municipality) ", name)
        )
    if kind == "CYRILLIC":
        return len(name) >= 3 and name[0].isupper() and all(letter.lower() in CYRILLIC for letter in name)
    return kind in CASELESS


def worth(name, people):
    kind = script(name)
    if kind == "LATIN":
        return people >= KNOWN or any(ord(letter) > 0x7F for letter in name)
    if kind == "CYRILLIC":
        return True
    return people >= 3 * KNOWN


def main(cities, countries, localenames, world):
    cities = list(json.load(open(cities)).values())
    countries = json.load(open(countries))
    capitals = {(one["iso"], one["capital"]) for one in countries.values()}
    is_capital = lambda one: (one["countrycode"], one["name"]) in capitals
    cities = [one for one in cities if not re.search(r"[0-9]", one["name"])]
    chosen = [one for one in cities if one["population"] >= MANY or is_capital(one)]
    rows, names = [], set()
    for one in chosen:
        people = one["population"] if not is_capital(one) else max(one["population"], 3 * KNOWN)
        others = [name for name in one["alternatenames"] if is_name(name) and name != one["name"] and worth(name, people)]
        names.add(one["name"])
        rows.append((one["name"], one["countrycode"], one["latitude"], one["longitude"], f"g{one['geonameid']}", one["population"], others))
    taken = {one["geonameid"] for one in chosen}
    for one in cities:
        if one["geonameid"] not in taken and one["name"] in names:
            rows.append((one["name"], one["countrycode"], one["latitude"], one["longitude"], f"g{one['geonameid']}", one["population"], []))
    rows.sort(key=lambda row: (-row[5], row[4]))
    lines = []
    for name, country, latitude, longitude, number, people, others in rows:
        others = "|".join(sorted(set(others)))
        lines.append(f"{name}\t{country}\t{latitude:.2f}\t{longitude:.2f}\t{number}\t{others}".rstrip("\t"))
    lines = country_lines(countries, localenames, world) + lines
    (FOLDER / "places.tsv").write_text("\n".join(lines) + "\n")


def country_lines(countries, localenames, world):
    middles = outlines(world)
    territories = {}
    for language in LANGUAGES:
        path = pathlib.Path(localenames) / "main" / language / "territories.json"
        territories[language] = json.load(open(path))["main"][language]["localeDisplayNames"]["territories"]
    lines = []
    for iso, one in sorted(countries.items()):
        names = named(territories, iso)
        if not names:
            continue
        middle = middles.get(int(one["isonumeric"]))
        place = f"{middle[0]:.1f}\t{middle[1]:.1f}\tn{middle[2]}" if middle else "\t\tn"
        lines.append(f"{names[0]}\t{iso}\t{place}\t{'|'.join(names[1:])}")
    for code in REGIONS:
        names = named(territories, code)
        lines.append(f"{names[0]}\t\t\t\tr\t{'|'.join(names[1:])}")
    for land in LANDS.splitlines():
        name, others = land.split("|", 1)
        lines.append(f"{name}\t\t\t\tr\t{others}")
    return lines


def named(territories, code):
    names = []
    for language in LANGUAGES:
        of = territories[language]
        for key in (code, f"{code}-alt-short", f"{code}-alt-variant"):
            name = of.get(key)
            if name and len(name) > 2 and not re.search(r"[()\[\]&]", name) and name not in names:
                names.append(name)
    return names


def outlines(world):
    """The middle of each country's largest part and how far it is to about its edge, by ISO number."""
    world = json.load(open(world))
    scale, shift = world["transform"]["scale"], world["transform"]["translate"]
    arcs = []
    for arc in world["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale[0] + shift[0], y * scale[1] + shift[1]))
        arcs.append(points)
    middles = {}
    for country in world["objects"]["countries"]["geometries"]:
        if "id" not in country:
            continue
        parts = [country["arcs"]] if country["type"] == "Polygon" else country["arcs"]
        best = max((middle(ring(part[0], arcs)) for part in parts), key=lambda one: one[0])
        area, longitude, latitude = best
        extent = max(5, round(math.sqrt(area / math.pi), -1 if area > 50_000 else 0))
        middles[int(country["id"])] = (latitude, longitude, int(extent))
    return middles


def ring(numbers, arcs):
    points = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return points


def middle(points):
    """Area in square kilometers, longitude and latitude of the middle, on a plane that keeps areas."""
    flat = [(111.32 * x, 6371 * math.sin(math.radians(y))) for x, y in points]
    twice = across = along = 0
    for (x1, y1), (x2, y2) in zip(flat, flat[1:]):
        cross = x1 * y2 - x2 * y1
        twice += cross
        across += (x1 + x2) * cross
        along += (y1 + y2) * cross
    if not twice:
        return 0, *points[0]
    x, y = across / (3 * twice), along / (3 * twice)
    return abs(twice) / 2, x / 111.32, math.degrees(math.asin(max(-1, min(1, y / 6371))))


main(*sys.argv[1:])
