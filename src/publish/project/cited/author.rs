//! Names of authors, as styles of citing turn them round.

/// What follows a family name and is none.
const SUFFIXES: [&str; 5] = ["Jr.", "Sr.", "II", "III", "IV"];

/// A name in its parts; a group's, or a single one, is all family name.
pub(crate) struct Author<'a> {
    pub(crate) given: &'a str,
    pub(crate) family: &'a str,
    /// "Jr.", "III".
    pub(crate) suffix: &'a str,
    /// Of nobody who has a family.
    pub(crate) is_group: bool,
}

impl<'a> Author<'a> {
    /// Takes a name apart: what follows the given names begins at its first small letter ("van der Berg"), else it is
    /// the last word; "Berg, Maria" is turned round already. What begins with an article is no person, nor are several.
    pub(crate) fn new(name: &'a str, is_group: bool) -> Self {
        let several = [" and ", " & "].iter().any(|sign| name.contains(sign));
        let whole = Self {
            given: "",
            family: name,
            suffix: "",
            is_group: is_group || several || name.starts_with("The "),
        };
        if whole.is_group {
            return whole;
        }
        if let Some((family, given)) = name.split_once(", ")
            && !given.contains(',')
            && !SUFFIXES.contains(&given)
        {
            return Self {
                given,
                family,
                ..whole
            };
        }
        let (name, suffix) = match name.rsplit_once(' ') {
            Some((name, suffix)) if SUFFIXES.contains(&suffix) => (name, suffix),
            _ => (name, ""),
        };
        let name = name.trim_end_matches(',');
        let mut spaces = name.match_indices(' ').map(|(at, _)| at);
        let small = spaces.find(|at| name[at + 1..].starts_with(char::is_lowercase));
        match small.or_else(|| name.rfind(' ')) {
            None => Self { suffix, ..whole },
            Some(at) => Self {
                given: &name[..at],
                family: &name[at + 1..],
                suffix,
                ..whole
            },
        }
    }

    /// "Family, given, suffix".
    fn turned(&self, given: &str) -> String {
        joined([self.family, given, self.suffix], ", ")
    }

    /// "Given Family Suffix".
    fn straight(&self) -> String {
        joined([self.given, self.family, self.suffix], " ")
    }

    /// As BibTeX reads names: "Byron, Jr., Ada"; one that is not to be taken apart stands in braces of its own.
    pub(crate) fn bibtex(&self, escaped: impl Fn(&str) -> String) -> String {
        let [given, family, suffix] = [self.given, self.family, self.suffix].map(escaped);
        if self.is_group {
            return ["{", &joined([&family, &suffix, ""], " "), "}"].concat();
        }
        joined([&family, &suffix, &given], ", ")
    }

    /// As RIS has names: "Byron, Ada, Jr.".
    pub(super) fn ris(&self) -> String {
        self.turned(self.given)
    }

    /// "J.-L. M.".
    fn initials(&self) -> String {
        let initial = |part: &str| part.chars().take(1).chain(['.']).collect::<String>();
        let word = |word: &str| word.split('-').map(initial).collect::<Vec<_>>().join("-");
        let words: Vec<_> = self.given.split_whitespace().map(word).collect();
        words.join(" ")
    }
}

/// The parts that there are.
fn joined(parts: [&str; 3], by: &str) -> String {
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(by)
}

/// "Byron, A., & Berg, M."; of more than twenty the first nineteen and the last.
pub(super) fn apa(authors: &[Author]) -> Option<String> {
    let names: Vec<_> = authors
        .iter()
        .map(|author| author.turned(&author.initials()))
        .collect();
    let (last, others) = names.split_last()?;
    Some(match others.len() {
        0 => last.clone(),
        1..20 => [&others.join(", "), ", & ", last].concat(),
        20.. => [&others[..19].join(", "), ", . . . ", last].concat(),
    })
}

/// "Byron, Ada, and Maria Berg"; of more than six the first three.
pub(super) fn chicago(authors: &[Author]) -> Option<String> {
    let (first, others) = authors.split_first()?;
    let mut names = vec![first.turned(first.given)];
    names.extend(others.iter().map(Author::straight));
    let (last, others) = names.split_last()?;
    Some(match others {
        [] => last.clone(),
        [only] if *only == first.straight() => [only, " and ", last].concat(),
        [_, ..] if others.len() < 6 => [&others.join(", "), ", and ", last].concat(),
        [_, ..] => [&names[..3].join(", "), ", et al."].concat(),
    })
}
