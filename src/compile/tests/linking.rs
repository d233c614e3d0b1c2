//! Automatic linking, and what a naive matcher of names gets wrong.

use super::{article, check_in, site};
use crate::model::text::plain;

/// Entities by id and names, `|` between names.
const TRAPS: &[(&str, &str)] = &[
    ("kazakhs", "Kazakhs|ethnic Kazakhs"),
    ("kazakhstan", "Kazakhstan"),
    ("xi-jinping", "Xi Jinping|Xi"),
    ("xinjiang", "Xinjiang"),
    ("china", "China"),
    ("almaty", "Almaty|Almaty-based"),
    ("almaty-region", "Almaty Region"),
    ("uyghurs", "Uyghurs"),
    ("turkic-peoples", "Turkic"),
    ("strike-hard", "Strike Hard|“Strike Hard” crackdown"),
    ("kalzhat", "Kalzhat-Dulata"),
    ("home", "home"),
    ("aosta", "Vallée d’Aoste"),
    ("urumchi", "Ürümchi"),
    ("xi-zh", "习近平"),
    ("atajurt", "Atajurt"),
];

/// Automatic linking alone.
#[track_caller]
fn check_links(body: &str, drawn: &str) {
    check_in(TRAPS, "", body, drawn);
}

#[test]
fn names_are_whole_words() {
    check_links(
        "in Kazakhstan, not Kazakhs",
        "in <kazakhstan#1 Kazakhstan>, not <kazakhs#1 Kazakhs>",
    );
    check_links("Xinjiang, Xi", "<xinjiang#1 Xinjiang>, <xi-jinping#1 Xi>");
    check_links(
        "their homeland, her home",
        "their homeland, her <home#1 home>",
    );
    check_links(
        "Turkish and Turkic, Pre-Turkic",
        "Turkish and <turkic-peoples#1 Turkic>, Pre-Turkic",
    );
    check_links("China_2 Chinaé", "China_2 Chinaé");
    check_links("主席习近平说", "主席<xi-zh#1 习近平>说");
}

#[test]
fn the_longest_name_wins() {
    check_links("Xi Jinping", "<xi-jinping#1 Xi Jinping>");
    check_links("ethnic Kazakhs", "<kazakhs#1 ethnic Kazakhs>");
    check_links(
        "Almaty Region and Almaty",
        "<almaty-region#1 Almaty Region> and <almaty#1 Almaty>",
    );
    check_links("Almaty Regional", "<almaty#1 Almaty> Regional");
}

#[test]
fn hyphens_join_words_and_long_dashes_part_them() {
    check_links(
        "China-friendly, China–Kazakhstan, pro-China",
        "China-friendly, China–Kazakhstan, pro-China",
    );
    check_links(
        "China — and China—which",
        "<china#1 China> — and <china#2 China>—which",
    );
    check_links(
        "the Almaty-based group",
        "the <almaty#1 Almaty-based> group",
    );
    check_links(
        "Kalzhat–Dulata, Kalzhat‑Dulata",
        "<kalzhat#1 Kalzhat–Dulata>, <kalzhat#2 Kalzhat‑Dulata>",
    );
}

#[test]
fn case_and_diacritics_count_but_how_a_letter_is_made_does_not() {
    check_links("CHINA and china", "CHINA and china");
    check_links(
        "Urumchi, Ürümchi, U\u{308}ru\u{308}mchi.",
        "Urumchi, <urumchi#1 Ürümchi>, <urumchi#2 U\u{308}ru\u{308}mchi>.",
    );
    check_links(
        "Chin\u{61}\u{301} is another word",
        "Chin\u{61}\u{301} is another word",
    );
}

#[test]
fn quotes_and_spaces_are_alike() {
    check_links(
        "its \"Strike Hard\" crackdown",
        "its <strike-hard#1 \"Strike Hard\" crackdown>",
    );
    check_links(
        "its “Strike\u{A0}Hard”",
        "its “<strike-hard#1 Strike\u{A0}Hard>”",
    );
    check_links("Vallée d'Aoste", "<aosta#1 Vallée d'Aoste>");
    check_links("Xi\nJinping", "<xi-jinping#1 Xi Jinping>");
}

#[test]
fn a_possessive_may_follow() {
    check_links(
        "China's, China’s, Kazakhs’ and ‘China’",
        "<china#1 China>'s, <china#2 China>’s, <kazakhs#1 Kazakhs>’ and ‘<china#3 China>’",
    );
    check_links("China’ll and O’China", "China’ll and O’China");
}

#[test]
fn links_and_code_stay_as_they_are() {
    check_links(
        "[China](https://x.y), `China`, *China*",
        "[China](https://x.y), `China`, <china#1 *China*>",
    );
    check_links("*Xi* Jinping", "<xi-jinping#1 *Xi* Jinping>");
}

#[test]
fn the_author_has_the_first_word() {
    check_links(
        "[[home|her home outside Almaty]]",
        "<home#1 her home outside ><almaty#1/home#1 Almaty>",
    );
    check_links(
        "[[home|China]] and [[china|China]]",
        "<home#1 China> and <china#1 China>",
    );
    check_links(
        "[[atajurt|the group Atajurt]]",
        "<atajurt#1 the group Atajurt>",
    );
    check_links(
        "Almaty [[home|Region’s office]]",
        "<almaty#1 Almaty> <home#1 Region’s office>",
    );
    check_links("Xi [[home|Jinping]]", "<xi-jinping#1 Xi> <home#1 Jinping>");
}

#[test]
fn an_article_has_names_and_exceptions_of_its_own() {
    let own = "autolink_except = [\"almaty\"]\n[aliases]\nkazakhs = [\"China\", \"they\"]";
    check_in(
        TRAPS,
        own,
        "they left China for Almaty",
        "<kazakhs#1 they> left <kazakhs#2 China> for Almaty",
    );
    check_in(TRAPS, "autolink = false", "China", "China");
}

#[test]
fn words_may_mean_nobody() {
    check_links("[[-|China]] and China", "China and <china#1 China>");
    check_links("[[-|China and *Xi*]]", "China and *Xi*");
    let own = "[aliases]\n- = [\"China\"]";
    check_in(
        TRAPS,
        own,
        "China, Xinjiang",
        "China, <xinjiang#1 Xinjiang>",
    );
}

#[test]
fn a_name_of_two_means_whom_the_article_says() {
    let two = &[("may-queen", "May"), ("may-town", "May|May Town")];
    let own = "[aliases]\nmay-town = [\"May\"]";
    check_in(two, own, "May", "<may-town#1 May>");
    check_in(
        two,
        "autolink_except = [\"may-town\"]",
        "May",
        "<may-queen#1 May>",
    );
    check_in(
        two,
        "",
        "[[may-queen|May]], May Town",
        "<may-queen#1 May>, <may-town#1 May Town>",
    );
}

#[test]
fn a_mention_knows_its_sentence() {
    let site = site(TRAPS, "", "One here. Then Dr. Who saw China. Nobody else.");
    let article = article(&site);
    let sentence = article
        .mentions
        .iter()
        .next()
        .expect("there is one")
        .1
        .sentence
        .clone();
    assert_eq!(
        &plain(&article.blocks[1].text)[sentence.start as usize..sentence.end as usize],
        "Then Dr. Who saw China."
    );
}
