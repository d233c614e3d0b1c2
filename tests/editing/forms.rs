//! Entities as forms.

use article_explorer::compile::compile;
use article_explorer::edit::{entity_form, save};
use article_explorer::model::editing::{
    EntityForm, EntityValues, FactValue, NameValue, PictureValue, Refusal,
};

use crate::{after, site, text};

const PATH: &str = "entities/ada.toml";

/// What the file of an entity is after its form was filled in.
#[track_caller]
fn saved(before: &str, fill: impl FnOnce(&mut EntityValues)) -> Result<String, Refusal> {
    let files = site(&[(PATH, before)]);
    let EntityForm {
        revision,
        mut values,
        ..
    } = entity_form(&files, "ada").unwrap();
    fill(&mut values);
    let edit = save(&files, "ada", &revision, &values)?;
    Ok(text(&after(&files, &edit), PATH))
}

const HER: &str = "# Of Ada.\nkind = 'person'   # a countess\nnames = [\n  { text = \"Ada Byron\" }, # her name\n]\n\nsummary = 'Opened the hall.'\n# Facts.\n[[facts]]\ntext = \"She opened it.\"   # true\nsource = { article = \"town\", quote = \"opened the\" }\n\n# The second.\n[[facts]]\ntext = '''She came.'''\nsource = [\"gazette\", \"town#p2\"]\ndate = \"1840\"\n\n[[relations]]\npredicate = \"opened\"\nobject = \"hall\"\nsource = \"gazette\"\n";

#[test]
fn values_that_nobody_touched_change_no_byte() {
    assert_eq!(saved(HER, |_| {}).unwrap(), HER);
    let windows = HER.replace('\n', "\r\n");
    assert_eq!(saved(&windows, |_| {}).unwrap(), windows);
    let open = HER.trim_end();
    assert_eq!(saved(open, |_| {}).unwrap(), open);
}

#[test]
fn a_value_changes_in_its_place_and_in_its_quotes() {
    let found = saved(HER, |values| {
        values.summary = "She's a countess.".to_owned();
        values.facts[0].text = "She shut it.".to_owned();
        values.facts[1].text = "She left.".to_owned();
    });
    let expected = HER
        .replace("'Opened the hall.'", "\"She's a countess.\"")
        .replace("\"She opened it.\"   # true", "\"She shut it.\"   # true")
        .replace("'''She came.'''", "'''She left.'''");
    assert_eq!(found.unwrap(), expected);
}

#[test]
fn white_space_around_words_that_nobody_touched_stays() {
    let padded = HER.replace("'Opened the hall.'", "\"\"\"\n Opened\n the hall. \"\"\"");
    let found = saved(&padded, |values| {
        values.facts[0].text = "She shut it.".to_owned();
    });
    assert_eq!(
        found.unwrap(),
        padded.replace("She opened it.", "She shut it.")
    );
}

#[test]
fn a_second_error_of_a_sort_is_an_error() {
    let broken = HER
        .replace("date = \"1840\"\n", "")
        .replace("source = [\"gazette\", \"town#p2\"]\n", "");
    let refused = saved(&broken, |values| values.facts[0].source = String::new());
    assert!(refused.unwrap_err().why.contains("source"));
}

#[test]
fn what_is_emptied_goes_and_what_is_new_comes_in_its_place() {
    let found = saved(HER, |values| {
        values.summary = String::new();
        values.description = "countess".to_owned();
        values.facts[1].date = String::new();
        values.facts.push(FactValue {
            row: None,
            text: "She wrote.".to_owned(),
            source: "\"gazette\"".to_owned(),
            date: "1843".to_owned(),
        });
    });
    let expected = HER
        .replace("\nsummary = 'Opened the hall.'\n", "\n")
        .replace("# Facts.\n", "description = \"countess\"\n# Facts.\n")
        .replace(
            "date = \"1840\"\n",
            "\n[[facts]]\ntext = \"She wrote.\"\nsource = \"gazette\"\ndate = \"1843\"\n",
        );
    let found = found.unwrap();
    let lines = |text: &str| {
        let mut lines: Vec<_> = text
            .lines()
            .map(str::to_owned)
            .filter(|line| !line.is_empty())
            .collect();
        lines.sort();
        lines
    };
    assert_eq!(lines(&found), lines(&expected), "{found}");
    assert!(
        found.find("She wrote.") < found.find("[[relations]]"),
        "{found}"
    );
    assert!(
        found.find("description").unwrap() < found.find("[[facts]]").unwrap(),
        "{found}"
    );
}

#[test]
fn a_fact_goes_with_the_comment_above_it() {
    let found = saved(HER, |values| drop(values.facts.remove(1))).unwrap();
    let start = HER.find("\n# The second.").unwrap();
    let end = HER.find("\n[[relations]]").unwrap();
    assert_eq!(found, [&HER[..start], &HER[end..]].concat());
}

#[test]
fn lists_in_one_line_stay_so() {
    let inline = "kind = \"person\"\nnames = [{ text = \"Ada Byron\" }]\naliases = [\"Ada\"]\nfacts = [{ text = \"She came.\", source = \"gazette\" }]\n";
    let found = saved(inline, |values| {
        values.names.push(NameValue {
            row: None,
            text: "Ада".to_owned(),
            language: "ru".to_owned(),
        });
        values.aliases.push("Countess".to_owned());
        values.facts[0].date = "1840".to_owned();
    });
    assert_eq!(
        found.unwrap(),
        "kind = \"person\"\nnames = [{ text = \"Ada Byron\" }, { text = \"Ада\", lang = \"ru\" }]\naliases = [\"Ada\", \"Countess\"]\nfacts = [{ text = \"She came.\", source = \"gazette\", date = \"1840\" }]\n"
    );
}

#[test]
fn a_draft_is_finished() {
    let draft = "#:schema ../s.json\n# A draft: fill in what you know, add a fact, and take the next line out.\ndraft = true\nkind = \"person\"\nnames = [{ text = \"Ada Byron\" }]\n# summary = \"…\"\n\n# [[facts]]\n# text = \"She opened it.\"\n";
    let found = saved(draft, |values| {
        assert!(values.draft);
        values.draft = false;
        values.facts.push(FactValue {
            text: "She opened it.".to_owned(),
            source: "{ article = \"town\", quote = \"opened the\" }".to_owned(),
            ..FactValue::default()
        });
    });
    let found = found.unwrap();
    assert!(
        found.starts_with("#:schema ../s.json\nkind = \"person\"\n"),
        "{found}"
    );
    assert!(found.contains("[[facts]]\ntext = \"She opened it.\"\nsource = { article = \"town\", quote = \"opened the\" }\n"), "{found}");
}

#[test]
fn a_form_that_is_older_than_its_file_is_refused() {
    let files = site(&[(PATH, HER)]);
    let form = entity_form(&files, "ada").unwrap();
    let changed = site(&[(PATH, &HER.replace("She came", "She went"))]);
    let refusal = save(&changed, "ada", &form.revision, &form.values).unwrap_err();
    assert!(
        refusal.outdated && refusal.why.contains("nothing was written"),
        "{refusal:?}"
    );
}

#[test]
fn what_would_be_an_error_is_not_written() {
    let why = |fill: fn(&mut EntityValues)| saved(HER, fill).unwrap_err().why;
    assert!(why(|values| values.facts[0].date = "31.12.1840".to_owned()).contains("date"));
    assert!(why(|values| values.facts[0].source = String::new()).contains("source"));
    assert!(why(|values| values.names.clear()).contains("names"));
    assert!(why(|values| values.kind = "robot".to_owned()).contains("robot"));
    assert!(why(|values| values.facts[0].source = "\"nowhere\"".to_owned()).contains("nowhere"));
}

/// Mending a file that has errors is what a form is for.
#[test]
fn errors_that_were_there_are_no_hindrance() {
    let broken = HER.replace("\"1840\"", "\"yesterday\"");
    let found = saved(&broken, |values| values.description = "countess".to_owned());
    assert!(found.unwrap().contains("description = \"countess\""));
}

#[test]
fn a_file_that_is_no_toml_says_where() {
    let files = site(&[(PATH, "kind = \"person\"\nnames = [\n")]);
    let why = entity_form(&files, "ada").unwrap_err().why;
    assert!(
        why.contains("entities/ada.toml") && why.contains("line "),
        "{why}"
    );
    assert!(
        entity_form(&files, "nobody")
            .unwrap_err()
            .why
            .contains("entities/nobody.toml")
    );
}

#[test]
fn a_form_offers_works_and_sentences_as_sources() {
    let files = site(&[]);
    let form = entity_form(&files, "ada").unwrap();
    let labels: Vec<_> = form
        .sources
        .iter()
        .map(|one| (&*one.value, &*one.label))
        .collect();
    let sentence = "{ article = \"town\", quote = \"Ada opened the town hall.\" }";
    assert_eq!(
        labels,
        [
            ("\"gazette\"", "Gazette: The clock"),
            (sentence, "The article: “Ada opened the town hall.”"),
            ("\"town#p2\"", "The article, paragraph 2"),
        ]
    );
    let mut values = form.values;
    values.facts[0].source = form.sentences[0].value.clone();
    let edit = save(&files, "ada", &form.revision, &values).unwrap();
    assert!(compile(&after(&files, &edit)).site.is_some());
}

const LISTED: &str = "kind = \"person\"\nnames = [ # of hers\n  { text = \"Ada Byron\" }, # born so\n  # since 1835\n  { text = \"Ada King\" }, # married\n]\naliases = [\n  \"Ada\", # short\n  'The Countess', # hers\n  \"Lovelace\" # later\n]\nfacts = [\n  { text = \"She came.\", source = \"gazette\" }, # sure\n  { text = \"She left.\", source = \"gazette\" }, # less so\n]\n";

/// A comment behind a value stands in TOML's eyes before the next one.
#[test]
fn comments_in_lists_stay_with_their_rows() {
    let found = saved(LISTED, |values| {
        drop(values.names.remove(0));
        drop(values.facts.remove(0));
        values.aliases.remove(0);
    });
    let expected = LISTED
        .replace("  { text = \"Ada Byron\" }, # born so\n", "")
        .replace("  \"Ada\", # short\n", "")
        .replace(
            "  { text = \"She came.\", source = \"gazette\" }, # sure\n",
            "",
        );
    assert_eq!(found.unwrap(), expected);
    let found = saved(LISTED, |values| {
        drop(values.names.pop());
        drop(values.facts.pop());
        values.aliases.push("Enchantress".to_owned());
    });
    let expected = LISTED
        .replace("  # since 1835\n  { text = \"Ada King\" }, # married\n", "")
        .replace(
            "  { text = \"She left.\", source = \"gazette\" }, # less so\n",
            "",
        )
        .replace(
            "\"Lovelace\" # later\n",
            "\"Lovelace\", # later\n  \"Enchantress\"\n",
        );
    assert_eq!(found.unwrap(), expected);
}

#[test]
fn an_alias_is_changed_in_its_place() {
    let found = saved(LISTED, |values| values.aliases[1] = "A Countess".to_owned());
    let expected = LISTED.replace("'The Countess'", "'A Countess'");
    assert_eq!(found.unwrap(), expected);
    // Another one comes where one goes elsewhere.
    let found = saved(LISTED, |values| {
        values.aliases.remove(1);
        values.aliases.insert(0, "Byron".to_owned());
    });
    let expected = LISTED
        .replace("  'The Countess', # hers\n", "")
        .replace("  \"Ada\", # short", "  \"Byron\",\n  \"Ada\", # short");
    assert_eq!(found.unwrap(), expected);
}

#[test]
fn what_stands_above_a_source_stays_when_it_changes() {
    let told = HER.replace(
        "source = [\"gazette\", \"town#p2\"]",
        "# from the archive\nsource   = [\"gazette\", \"town#p2\"]  # both",
    );
    let found = saved(&told, |values| {
        values.facts[1].source = "\"gazette\"".to_owned();
    });
    let expected = told.replace("[\"gazette\", \"town#p2\"]", "\"gazette\"");
    assert_eq!(found.unwrap(), expected);
}

#[test]
fn lines_that_come_end_as_their_neighbours_do() {
    let mixed = "kind = \"person\"\r\n\r\n[[names]]\ntext = \"Ada Byron\"\n\n[[names]]\ntext = \"Ada King\"\n\n[[facts]]\r\ntext = \"She came.\"\r\nsource = \"gazette\"\r\n\r\n[[facts]]\r\ntext = \"She left.\"\r\nsource = \"gazette\"\r\n";
    let name = NameValue {
        text: "Ада".to_owned(),
        language: "ru".to_owned(),
        ..NameValue::default()
    };
    let found = saved(mixed, |values| values.names.push(name)).unwrap();
    let new = "text = \"Ada King\"\n\n[[names]]\ntext = \"Ада\"\nlang = \"ru\"\n";
    assert_eq!(found, mixed.replace("text = \"Ada King\"\n", new));
    let fact = FactValue {
        text: "She wrote.".to_owned(),
        source: "\"gazette\"".to_owned(),
        ..FactValue::default()
    };
    let found = saved(mixed, |values| values.facts.push(fact)).unwrap();
    let new = "\r\n[[facts]]\r\ntext = \"She wrote.\"\r\nsource = \"gazette\"\r\n";
    assert_eq!(found, [mixed, new].concat());
    let found = saved(mixed, |values| drop(values.facts.remove(0))).unwrap();
    let gone = "[[facts]]\r\ntext = \"She came.\"\r\nsource = \"gazette\"\r\n\r\n";
    assert_eq!(found, mixed.replacen(gone, "", 1));
}

#[test]
fn a_source_that_is_a_table_is_told_and_kept() {
    let part = "kind = \"person\"\nnames = [{ text = \"Ada Byron\" }]\n[[facts]]\ntext = \"She came.\"\n[facts.source]   # a part\nid = \"gazette\"\npages = \"12-14\"\n\n[[facts]]\ntext = \"She left.\"\nsource.article = \"town\"\nsource.quote = \"opened the\"\n\n[[facts]]\ntext = \"She wrote.\"\nsource = [{ id = \"gazette\", at = \"the end\" }, \"town#p2\"]\n";
    let files = site(&[(PATH, part)]);
    let form = entity_form(&files, "ada").unwrap();
    let label = |row: usize| {
        let source = &form.values.facts[row].source;
        let mut all = form.sources.iter();
        let found = all.find(|one| one.value == *source);
        found.unwrap_or_else(|| panic!("`{source}`")).label.clone()
    };
    assert_eq!(label(0), "Gazette: The clock, 12-14");
    assert_eq!(label(1), "The article: “opened the”");
    assert_eq!(
        label(2),
        "Gazette: The clock, the end; The article, paragraph 2"
    );
    assert_eq!(saved(part, |_| {}).unwrap(), part);
    let found = saved(part, |values| values.facts[0].text = "She went.".to_owned());
    assert_eq!(found.unwrap(), part.replace("She came.", "She went."));
    let found = saved(part, |values| {
        values.facts[0].source = "\"gazette\"".to_owned();
        values.facts[1].source = "\"town#p2\"".to_owned();
    });
    let expected = part
        .replace(
            "[facts.source]   # a part\nid = \"gazette\"\npages = \"12-14\"\n",
            "source = \"gazette\"\n",
        )
        .replace(
            "source.article = \"town\"\nsource.quote = \"opened the\"\n",
            "source = \"town#p2\"\n",
        );
    assert_eq!(found.unwrap(), expected);
}

#[test]
fn what_is_said_of_a_picture_is_changed_in_its_place() {
    for image in [
        "image = { file = \"images/ada.svg\", alt = 'Ada', credit = \"Her\", licence = \"CC0\" } # old\n",
        "[image]\nfile = \"images/ada.svg\"   # cut\nalt = 'Ada'\ncredit = \"Her\"\nlicence = \"CC0\"\n",
    ] {
        let told = format!(
            "kind = \"person\"\nnames = [{{ text = \"Ada Byron\" }}]\nfacts = [{{ text = \"She came.\", source = \"gazette\" }}]\n{image}"
        );
        let saved = |fill: fn(&mut PictureValue)| {
            let mut files = site(&[(PATH, &told)]);
            let drawing = b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec();
            files.others.insert("images/ada.svg".to_owned(), drawing);
            let form = entity_form(&files, "ada").unwrap();
            let mut values = form.values;
            fill(values.picture.as_mut().unwrap());
            let edit = save(&files, "ada", &form.revision, &values);
            edit.map(|edit| text(&after(&files, &edit), PATH))
        };
        assert_eq!(saved(|_| {}).unwrap(), told);
        let found = saved(|picture| {
            assert_eq!(picture.file, "images/ada.svg");
            picture.alt = "Ada at her desk".to_owned();
            picture.credit = "M. Carpenter".to_owned();
        });
        let expected = told
            .replace("'Ada'", "'Ada at her desk'")
            .replace("\"Her\"", "\"M. Carpenter\"");
        assert_eq!(found.unwrap(), expected);
        let refused = saved(|picture| picture.licence = String::new());
        assert!(refused.unwrap_err().why.contains("licence"));
    }
}
