//! A book to measure with: 100,000 words, 20,000 mentions, 5,000 entities in one article, the same at every run.

use std::fmt::Write;
use std::fs;
use std::path::Path;

const SECTIONS: usize = 200;
const BLOCKS_A_SECTION: usize = 5;
const WORDS_A_BLOCK: usize = 100;
const MENTIONS_A_BLOCK: usize = 20;
const ENTITIES: usize = 5_000;
const EVENTS: usize = 200;
/// One entity in so many is a place on the map, and one is told to be another's friend.
const ONE_IN: usize = 40;

/// Numbers from a seed (xorshift64*, Marsaglia 2003; Vigna 2016).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.roll() >> 33) as usize % limit
    }

    /// Small numbers often, large ones seldom, as words and names come (Zipf's law, roughly).
    fn seldom(&mut self, limit: usize) -> usize {
        let spread = (self.roll() >> 11) as f64 / (1u64 << 53) as f64;
        ((limit as f64).powf(spread) - 1.0) as usize
    }
}

/// Writes the book's content folder.
pub(crate) fn write(folder: &Path) {
    let mut dice = Dice(0x0A57_1C1E);
    let words: Vec<String> = (0..8_000).map(|_| word(&mut dice)).collect();
    let kinds = [
        "person",
        "people",
        "place",
        "organisation",
        "event",
        "law",
        "policy",
        "concept",
    ];
    fs::create_dir_all(folder.join("articles")).expect("the target folder is ours");
    fs::create_dir_all(folder.join("entities")).expect("the target folder is ours");
    let put = |path: &str, text: &str| {
        fs::write(folder.join(path), text).expect("the target folder is ours");
    };
    put(
        "site.toml",
        "format = 1\ntitle = \"Book\"\nlanguage = \"en\"\n",
    );
    put(
        "sources.toml",
        "[work]\npublisher = \"Press\"\ntitle = \"Work\"\nurl = \"https://example.org/\"\ndate = \"2001-02-03\"\n",
    );
    put("articles/book.md", &article(&mut dice, &words));
    put("events.toml", &events(&mut dice, &words));
    for row in 0..ENTITIES {
        let kind = kinds[row % kinds.len()];
        put(
            &format!("entities/e{row}.toml"),
            &entity(&mut dice, &words, row, kind),
        );
    }
}

fn article(dice: &mut Dice, words: &[String]) -> String {
    let mut text =
        String::from("+++\ntitle = \"A book\"\ndate = \"2020\"\nautolink = false\n+++\n");
    // Every entity once, the rest as names come.
    let mut next = 0;
    for section in 0..SECTIONS {
        write!(text, "\n## Section {section}\n").expect("a string takes all");
        for _ in 0..BLOCKS_A_SECTION {
            text.push('\n');
            for place in 0..WORDS_A_BLOCK {
                if place % (WORDS_A_BLOCK / MENTIONS_A_BLOCK) == 2 {
                    let entity = if next < ENTITIES {
                        next
                    } else {
                        dice.seldom(ENTITIES)
                    };
                    next += 1;
                    write!(text, "[[e{entity}|{}]] ", pick(dice, words))
                        .expect("a string takes all");
                } else {
                    write!(text, "{} ", pick(dice, words)).expect("a string takes all");
                }
            }
            text.push_str("end.\n");
        }
    }
    text
}

fn entity(dice: &mut Dice, words: &[String], row: usize, kind: &str) -> String {
    let mut text = format!(
        "kind = \"{kind}\"\nnames = [{{ text = \"Name {row}\" }}]\ndescription = \"{}\"\nsummary = \"{}\"\n",
        phrase(dice, words, 2),
        phrase(dice, words, 14)
    );
    if kind == "place" && row % ONE_IN == 2 {
        let place = [dice.below(100), dice.below(300)].map(|degrees| degrees as i64);
        writeln!(
            text,
            "place = {{ lat = {}, lon = {} }}",
            place[0] - 50,
            place[1] - 150
        )
        .expect("a string takes all");
    }
    for fact in 0..2 + dice.below(3) {
        let source = if fact == 0 { "book#p3" } else { "work" };
        write!(
            text,
            "\n[[facts]]\ntext = \"{}.\"\nsource = \"{source}\"\n",
            phrase(dice, words, 12)
        )
        .expect("a string takes all");
    }
    if row.is_multiple_of(ONE_IN) {
        write!(
            text,
            "\n[[relations]]\npredicate = \"friend of\"\nobject = \"e{}\"\ninverse = \"friend of\"\nsource = \"work\"\n",
            (row + 1 + dice.below(300)) % ENTITIES
        )
        .expect("a string takes all");
    }
    text
}

fn events(dice: &mut Dice, words: &[String]) -> String {
    let mut text = String::new();
    for row in 0..EVENTS {
        write!(
            text,
            "[[events]]\nid = \"event-{row}\"\ndate = \"{}-{:02}\"\ntext = \"{}.\"\nentities = [\"e{}\"]\nsource = \"work\"\n",
            1800 + dice.below(200),
            1 + dice.below(12),
            phrase(dice, words, 10),
            dice.below(ENTITIES)
        )
        .expect("a string takes all");
    }
    text
}

fn phrase(dice: &mut Dice, words: &[String], length: usize) -> String {
    (0..length)
        .map(|_| pick(dice, words))
        .collect::<Vec<_>>()
        .join(" ")
}

fn pick<'a>(dice: &mut Dice, words: &'a [String]) -> &'a str {
    &words[dice.seldom(words.len())]
}

fn word(dice: &mut Dice) -> String {
    let syllables = [
        "an", "ter", "lo", "mi", "ra", "ses", "ton", "ve", "ka", "il", "or", "den", "pa", "un",
        "sha", "be", "ric", "el", "do", "gi",
    ];
    (0..1 + dice.below(3))
        .map(|_| syllables[dice.below(syllables.len())])
        .collect()
}
