//! Content to measure with, of any size and the same at every run: sites of many articles, one long article, one
//! crowded paragraph.

use std::fmt::Write;

/// Paths below a content folder, each with its text.
pub type Texts = Vec<(String, String)>;

/// What a site of many articles is made of.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    pub articles: usize,
    /// Of each article, about.
    pub words: usize,
    pub entities: usize,
}

impl Shape {
    /// As newsrooms have it: 1,000 words an article, four entities for each.
    pub fn of_articles(articles: usize) -> Self {
        Self {
            articles,
            words: 1_000,
            entities: 4 * articles,
        }
    }
}

/// Words of a block, and one word in so many is a name.
const BLOCK: usize = 80;
const NAMED: usize = 20;
/// One entity in so many is a private person, and one place in so many has no coordinates.
const PRIVATE: usize = 512;
const UNPLACED: usize = 4;

const KINDS: [&str; 8] = [
    "person",
    "people",
    "place",
    "organisation",
    "event",
    "law",
    "policy",
    "concept",
];

/// A site of articles that share entities: a few stand in most articles, most in a few. Half of the names are linked by
/// the author, half by themselves.
pub fn site(shape: Shape) -> Texts {
    let mut dice = Dice(0x51_7E);
    let words = vocabulary(&mut dice);
    let mut texts = vec![settings("Site")];
    let mut met = vec![None; shape.entities];
    for number in 0..shape.articles {
        let text = article(&mut dice, &words, shape, number, &mut met);
        texts.push((format!("articles/a{number}.md"), text));
    }
    for (row, met) in met.iter().enumerate() {
        texts.push(entity(&mut dice, &words, shape.entities, row, *met));
    }
    texts.push((
        "sources.toml".to_owned(),
        sources(&mut dice, &words, shape.entities),
    ));
    texts.push((
        "events.toml".to_owned(),
        events(&mut dice, &words, shape.entities),
    ));
    texts
}

/// An article of so many words, with a name in every fifty and as many entities as one in a thousand words.
pub fn long_article(count: usize) -> Texts {
    let shape = Shape {
        articles: 1,
        words: count,
        entities: count / 1_000 + 1,
    };
    let mut dice = Dice(4_118);
    let words = vocabulary(&mut dice);
    let mut text = "+++\ntitle = \"Long\"\nautolink = false\n+++\n".to_owned();
    for word in 0..count {
        if word % 4_000 == 0 {
            text.push_str("\n\n## ");
            text.push_str(&phrase(&mut dice, &words, 3));
        }
        if word % 100 == 0 {
            text.push_str("\n\n");
        }
        if word % 50 == 20 {
            mention(&mut text, &mut dice, &words, shape.entities);
        } else {
            text.push_str(pick(&mut dice, &words));
        }
        text.push_str(if word % 13 == 12 { ". " } else { " " });
    }
    one(text, &mut dice, &words, shape)
}

/// One paragraph of so many mentions, most with words of their own between them, some emphasised, some with a note.
pub fn paragraph(mentions: usize) -> Texts {
    let shape = Shape {
        articles: 1,
        words: 0,
        entities: 200,
    };
    let mut dice = Dice(0x9A_5A);
    let words = vocabulary(&mut dice);
    let mut text = "+++\ntitle = \"Crowded\"\n+++\n".to_owned();
    for number in 0..mentions {
        match number % 8 {
            0 => {
                let (entity, word) = (dice.below(shape.entities), pick(&mut dice, &words));
                let other = dice.below(shape.entities);
                write!(text, "[[e{entity}|{word}|Of [[e{other}|another]].]] ").expect(GROWS);
            }
            1 => {
                text.push('*');
                mention(&mut text, &mut dice, &words, shape.entities);
                text.push_str("* ");
            }
            2 => {
                // Linked by itself.
                text.push_str(&name(dice.below(shape.entities)));
                text.push_str(". ");
            }
            _ => {
                mention(&mut text, &mut dice, &words, shape.entities);
                text.push(' ');
            }
        }
        text.push_str(pick(&mut dice, &words));
        text.push(' ');
    }
    text.push('\n');
    one(text, &mut dice, &words, shape)
}

fn one(article: String, dice: &mut Dice, words: &[String], shape: Shape) -> Texts {
    let mut texts = vec![settings("One"), ("articles/a0.md".to_owned(), article)];
    for row in 0..shape.entities {
        texts.push(entity(dice, words, shape.entities, row, Some((0, 2))));
    }
    texts.push((
        "sources.toml".to_owned(),
        sources(dice, words, shape.entities),
    ));
    texts
}

fn settings(title: &str) -> (String, String) {
    let text = format!("format = 1\ntitle = \"{title}\"\nlanguage = \"en\"\n");
    ("site.toml".to_owned(), text)
}

/// Why writing to a string cannot fail.
const GROWS: &str = "a string takes all";

/// An article about some entities of its own and some that others share; where each entity is met first is kept.
fn article(
    dice: &mut Dice,
    words: &[String],
    shape: Shape,
    number: usize,
    met: &mut [Option<(usize, usize)>],
) -> String {
    let (title, year, month) = (phrase(dice, words, 4), 2000 + number % 25, 1 + number % 12);
    let mut text = format!(
        "+++\ntitle = \"{title} {number}\"\nbyline = \"{}\"\ndate = \"{year}-{month:02}\"\n+++\n",
        phrase(dice, words, 2)
    );
    let own = number * shape.entities / shape.articles;
    let mut block = 1;
    for word in 0..shape.words {
        if word % (5 * BLOCK) == 0 {
            block += 1;
            write!(text, "\n\n## {}", phrase(dice, words, 3)).expect(GROWS);
        }
        if word % BLOCK == 0 {
            block += 1;
            text.push_str("\n\n");
        }
        if word % NAMED == NAMED / 2 {
            let entity = match dice.below(2) {
                0 => (own + dice.below(8)) % shape.entities,
                _ => dice.seldom(shape.entities),
            };
            met[entity].get_or_insert((number, block));
            match dice.below(2) {
                0 => write!(text, "[[e{entity}|{}]]", pick(dice, words)).expect(GROWS),
                _ => text.push_str(&name(entity)),
            }
        } else {
            text.push_str(pick(dice, words));
        }
        text.push_str(if word % 13 == 12 { ". " } else { " " });
    }
    text
}

fn mention(text: &mut String, dice: &mut Dice, words: &[String], entities: usize) {
    let entity = dice.below(entities);
    write!(text, "[[e{entity}|{}]]", pick(dice, words)).expect(GROWS);
}

/// A name that no other words are.
fn name(entity: usize) -> String {
    format!("Name{entity} Surname{}", entity % 97)
}

/// An entity's file. A private person is what the article says where it is met first, and nothing else.
fn entity(
    dice: &mut Dice,
    words: &[String],
    entities: usize,
    row: usize,
    met: Option<(usize, usize)>,
) -> (String, String) {
    let path = format!("entities/e{row}.toml");
    let kind = KINDS[row % KINDS.len()];
    let mut text = format!(
        "kind = \"{kind}\"\nnames = [{{ text = \"{}\" }}]\ndescription = \"{}\"\n",
        name(row),
        phrase(dice, words, 2)
    );
    let near = row + 1 + dice.below(20);
    let near = (near + usize::from(is_private(near % entities))) % entities;
    if is_private(row) {
        writeln!(
            text,
            "summary = \"{}\"\nprivate = true",
            phrase(dice, words, 9)
        )
        .expect(GROWS);
        let (article, block) = met.unwrap_or((0, 2));
        fact(&mut text, dice, words, &format!("a{article}#p{block}"));
        return (path, text);
    }
    let summary = [phrase(dice, words, 9), phrase(dice, words, 4)];
    writeln!(
        text,
        "summary = \"{} [[e{near}]] {}\"",
        summary[0], summary[1]
    )
    .expect(GROWS);
    if kind == "place" && !(row / KINDS.len()).is_multiple_of(UNPLACED) {
        let place = place(dice, row);
        writeln!(
            text,
            "place = {{ lat = {:.1}, lon = {:.1} }}",
            place[0], place[1]
        )
        .expect(GROWS);
    }
    if let Some((article, block)) = met {
        fact(&mut text, dice, words, &format!("a{article}#p{block}"));
    }
    for _ in 0..2 + dice.below(2) {
        let source = work(dice, entities, row);
        fact(&mut text, dice, words, &source);
    }
    let source = work(dice, entities, row);
    write!(
        text,
        "\n[[relations]]\npredicate = \"{}\"\nobject = \"e{near}\"\nsource = \"{source}\"\n",
        phrase(dice, words, 2)
    )
    .expect(GROWS);
    (path, text)
}

/// Latitude and longitude: in the region of those that stand near it, the best known all over the world.
fn place(dice: &mut Dice, row: usize) -> [f64; 2] {
    let region = row / 64;
    let middle = [region * 37 % 90, region * 101 % 280].map(|degrees| degrees as f64);
    let [north, east] = match region {
        0 => [dice.below(90), dice.below(280)].map(|degrees| degrees as f64),
        _ => middle.map(|middle| middle + dice.below(80) as f64 / 10.0),
    };
    [north - 35.0, east - 140.0]
}

/// A person, since the first kind is.
fn is_private(row: usize) -> bool {
    row % PRIVATE == KINDS.len()
}

/// One of the works that entities in the neighbourhood of a row cite.
fn work(dice: &mut Dice, entities: usize, row: usize) -> String {
    format!("w{}", (row / 2 + dice.below(6)) % works(entities))
}

fn works(entities: usize) -> usize {
    (entities / 2).max(1)
}

fn fact(text: &mut String, dice: &mut Dice, words: &[String], source: &str) {
    let phrase = phrase(dice, words, 14);
    write!(
        text,
        "\n[[facts]]\ntext = \"{phrase}.\"\nsource = \"{source}\"\n"
    )
    .expect(GROWS);
}

fn sources(dice: &mut Dice, words: &[String], entities: usize) -> String {
    let mut text = String::new();
    for row in 0..works(entities) {
        write!(
            text,
            "[w{row}]\npublisher = \"{}\"\ntitle = \"{}\"\nurl = \"https://example.org/{row}\"\ndate = \"{}\"\n",
            phrase(dice, words, 2),
            phrase(dice, words, 5),
            1990 + dice.below(35)
        )
        .expect(GROWS);
    }
    text
}

/// An event for every two entities, of those that stand near each other.
fn events(dice: &mut Dice, words: &[String], entities: usize) -> String {
    let mut text = String::new();
    for row in 0..entities / 2 {
        let concerned = [2 * row + 1, 2 * row + 2].map(|entity| entity % entities);
        let listed: Vec<String> = concerned
            .into_iter()
            .filter(|entity| !is_private(*entity))
            .map(|entity| format!("\"e{entity}\""))
            .collect();
        write!(
            text,
            "[[events]]\nid = \"event-{row}\"\ndate = \"{}-{:02}\"\ntext = \"{}.\"\nentities = [{}]\nsource = \"{}\"\n",
            1950 + dice.below(75),
            1 + dice.below(12),
            phrase(dice, words, 10),
            listed.join(", "),
            work(dice, entities, 2 * row)
        )
        .expect(GROWS);
    }
    text
}

fn vocabulary(dice: &mut Dice) -> Vec<String> {
    (0..8_000).map(|_| word(dice)).collect()
}

fn phrase(dice: &mut Dice, words: &[String], length: usize) -> String {
    let words: Vec<&str> = (0..length).map(|_| pick(dice, words)).collect();
    words.join(" ")
}

fn pick<'a>(dice: &mut Dice, words: &'a [String]) -> &'a str {
    &words[dice.seldom(words.len())]
}

fn word(dice: &mut Dice) -> String {
    let syllables = [
        "an", "ter", "lo", "mi", "ra", "ses", "ton", "ve", "ka", "il", "or", "den", "pa", "un",
        "sha", "be", "ric", "el", "do", "gi",
    ];
    let count = 1 + dice.below(3);
    (0..count)
        .map(|_| syllables[dice.below(syllables.len())])
        .collect()
}

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
        let spread = (self.roll() >> 11) as f64 / (1_u64 << 53) as f64;
        ((limit as f64).powf(spread) - 1.0) as usize
    }
}
