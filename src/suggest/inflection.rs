//! Forms of one name: which words are the same name in other cases.

use std::collections::HashSet;

/// How a language inflects names: sets of endings that take turns behind one stem. The nominative's stand first.
#[derive(Debug)]
pub(crate) struct Inflection {
    paradigms: Vec<Vec<&'static str>>,
    /// Letters that a stem has at least.
    least: usize,
    /// Endings follow endings.
    chains: bool,
}

const RUSSIAN: &[&str] = &[
    " а у ом ем е ым ы и ам ами ах",
    "й ь я ю ем ём е и ей ям ями ях",
    "ь и ью",
    "а я ы и у ю е ой ей ою ею ам ами ах",
    "ия ии ию ией",
    "ья ьи ью ье ьей",
    "ий ый ой его ого ему ому им ым ем ом ие ые их ых ими ыми",
    "ая яя ой ей ую юю ою ею",
    "а ой у ою",
    "о а у ом е",
    "ец ца цу цем цом це цы цев цам цами цах",
    "ок ка ку ком ке ки",
    "ел ла лу лом ле",
    "ел ьла ьлу ьлом ьле",
    "ев ьва ьву ьвом ьве",
    "анин анина анину анином анине ане ан анам анами анах",
    "ие ия ию ием ии ий",
    "ье ья ью ьем",
];
const UKRAINIAN: &[&str] = &[
    " а у ові ом ем і им и ів ам ами ах е",
    "й ь я ю єві еві єм ем ї і їв ів ям ями ях",
    "о а у ові ом і",
    "а я и і у ю ою ею єю о е",
    "ія ії ію ією",
    "ий ій ого ому им ім і их ими",
    "а ої ій у ою",
    "ська ської ській ську ською",
    "ець ця цю цем ці ців цям",
    "їв єва єву євом єві",
];
const POLISH: &[&str] = &[
    " a owi em iem ie e u y i ów om ami ach",
    "a y i ie e ę ą o om ami ach",
    "ka ki ce kę ką ko",
    "ga gi dze gę gą",
    "ra ry rze rę rą",
    "r ra rowi rem rze",
    "ek ka kowi kiem ku",
    "iec ca cowi cem cu",
    "ł ła łowi łem le",
    "i iego iemu im ich imi",
    "y ego emu ym ych ymi",
    "a ej ą",
    "o a u em ie",
    "ia ii ię ią",
    "ja ji ję ją",
];
const KAZAKH: &[&str] = &[
    " ның нің дың дің тың тің ға ге қа ке на не ны ні ды ді ты ті да де та те нда нде дан ден тан тен нан нен мен бен пен \
     лар лер дар дер тар тер ы і сы сі ымен імен лық лік дық дік тық тік дағы дегі тағы тегі",
];
const TURKISH: &[&str] = &[
    " nın nin nun nün ın in un ün a e ya ye na ne ı i u ü yı yi yu yü nı ni nu nü da de ta te nda nde dan den tan ten ndan nden \
     la le yla yle lar ler lı li lu lü ki daki deki taki teki dır dir tır tir s sı si su sü ca ce ça çe ydı ydi",
];
const FINNISH: &[&str] = &[
    " n a ä ta tä ssa ssä sta stä lla llä lta ltä lle ksi na nä en in on un yn än ön an hin hen hon han seen t ien iin iden \
     ksen kseen ssaan ssään kin kaan kään ko kö nsa nsä iä ia issa issä ista istä ille illa illä ilta iltä",
    "i in ia iin issa ista illa ille ilta",
    "i en iä ea eä een essa essä esta estä ella elle elta",
    "nen sen sta stä seen sessa sessä sesta sestä sella selle selta set sten",
    "s ksen sta stä kseen ksessa ksessä ksesta ksella ksella kselle",
    "ki gin kiä kia kiin gissä gissa gistä gista gille gilla",
    "ku gun kua kuun gussa gusta gulle",
];
const HUNGARIAN: &[&str] = &[
    " t at et ot öt nak nek ban ben ba be ból ből hoz hez höz tól től nál nél ra re ról ről on en ön n val vel ig ért ként \
     é i k ok ek ök ak a e ja je ját jét nek ul ül vá vé",
    "a át ának ában ába ából ához ától ánál ára áról án ával áig áért ái ák áé",
    "e ét ének ében ébe éből éhez étől énél ére éről én ével éig éért éi ék éé",
];
const GERMAN: &[&str] = &[" s es ens n en", "e en s er ern", "us i o um", "er ern ers"];
const ENGLISH: &[&str] = &[" s es"];
const LATIN: &[&str] = &[" s"];

/// Letters that a stem has at least in a language with cases.
const INFLECTED: usize = 3;

impl Inflection {
    /// That of a language, by its code.
    pub(crate) fn of(language: &str) -> Self {
        let (sets, least, chains) = match language {
            "ru" | "be" | "bg" => (RUSSIAN, 3, false),
            "uk" => (UKRAINIAN, 3, false),
            "pl" | "cs" | "sk" => (POLISH, 3, false),
            "kk" | "ky" => (KAZAKH, 3, true),
            "tr" | "az" => (TURKISH, 3, true),
            "fi" | "et" => (FINNISH, 3, true),
            "hu" => (HUNGARIAN, 3, false),
            "de" => (GERMAN, 4, false),
            "en" => (ENGLISH, 4, false),
            _ => (LATIN, 5, false),
        };
        let set = |set: &&'static str| {
            let bare = set.starts_with(' ').then_some("");
            bare.into_iter().chain(set.split_whitespace()).collect()
        };
        Self {
            paradigms: sets.iter().map(set).collect(),
            least,
            chains,
        }
    }

    /// Whether names have cases.
    pub(crate) fn is_inflected(&self) -> bool {
        self.least == INFLECTED
    }

    /// Whether two words may be forms of one name. Both are folded.
    pub(crate) fn joins(&self, a: &str, b: &str) -> bool {
        if a == b {
            return true;
        }
        let shared: usize = {
            let letters = a.chars().zip(b.chars());
            letters
                .take_while(|(a, b)| a == b)
                .map(|(a, _)| a.len_utf8())
                .sum()
        };
        if a[..shared].chars().count() < 2 {
            return false;
        }
        // The stem may end before what both have in common does.
        let stems = a[..shared].char_indices().map(|(at, _)| at).skip(1);
        let stems = stems.chain([shared]);
        let mut stems = stems.filter(|at| a[..*at].chars().count() + 1 >= self.least);
        stems.any(|at| {
            let (a, b) = (&a[at..], &b[at..]);
            self.paradigms
                .iter()
                .any(|set| self.has(set, a) && self.has(set, b))
        })
    }

    /// Whether an ending is one of a set, or two of them where endings follow endings.
    fn has(&self, set: &[&'static str], ending: &str) -> bool {
        if set.contains(&ending) {
            return true;
        }
        self.chains
            && set.first() == Some(&"")
            && ending
                .char_indices()
                .skip(1)
                .any(|(at, _)| set.contains(&&ending[..at]) && set.contains(&&ending[at..]))
    }

    /// What a word may be in the nominative, itself among them.
    pub(crate) fn nominatives(&self, word: &str) -> HashSet<String> {
        let mut found = HashSet::from([word.to_owned()]);
        let ends: Vec<_> = word
            .char_indices()
            .map(|(at, _)| at)
            .skip(2)
            .chain([word.len()])
            .collect();
        for at in ends {
            let (stem, ending) = word.split_at(at);
            if stem.chars().count() < self.least.min(3) {
                continue;
            }
            for set in &self.paradigms {
                if !self.has(set, ending) {
                    continue;
                }
                let first = if set.first() == Some(&"й") {
                    &set[..2]
                } else {
                    &set[..1]
                };
                found.extend(first.iter().map(|nominative| [stem, nominative].concat()));
            }
        }
        found
    }

    /// Whether a word looks like a nominative: how early its ending stands in a set. Less is better.
    pub(crate) fn rank(&self, word: &str, others: &[String]) -> usize {
        let mut best = usize::MAX;
        for set in &self.paradigms {
            for (row, ending) in set.iter().enumerate() {
                let Some(stem) = word.strip_suffix(ending) else {
                    continue;
                };
                let all = others.iter().all(|other| {
                    other
                        .strip_prefix(stem)
                        .is_some_and(|end| self.has(set, end))
                });
                if all {
                    best = best.min(row);
                }
            }
        }
        best
    }
}

/// A word as forms are compared.
pub(crate) fn fold(word: &str) -> String {
    word.to_lowercase().replace('ё', "е").replace('’', "'")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn one(language: &str, forms: &str) {
        let inflection = Inflection::of(language);
        let forms: Vec<_> = forms.split(' ').map(fold).collect();
        for form in &forms[1..] {
            assert!(inflection.joins(&forms[0], form), "{} {form}", forms[0]);
        }
    }

    #[track_caller]
    fn apart(language: &str, a: &str, b: &str) {
        assert!(
            !Inflection::of(language).joins(&fold(a), &fold(b)),
            "{a} {b}"
        );
    }

    #[test]
    fn cases_of_a_name_are_one() {
        one("ru", "Пугачев Пугачева Пугачеву Пугачевым Пугачеве");
        one("ru", "Волконский Волконского Волконскому Волконским");
        one("ru", "Наташа Наташи Наташе Наташу Наташей");
        one("ru", "Андрей Андрея Андрею Андреем");
        one("ru", "Анна Анны Анне Анну Анной");
        one("ru", "Павел Павла Павлу Павлом");
        one("ru", "Казань Казани Казанью");
        one("uk", "Київ Києва");
        one("pl", "Warszawa Warszawy Warszawie Warszawę Warszawą");
        one("pl", "Kowalski Kowalskiego Kowalskiemu");
        one("kk", "Алматы Алматыда Алматыдан Алматының");
        one("tr", "Ankara Ankarada Ankaradan Ankaranın");
        one("fi", "Helsinki Helsingin Helsinkiin Helsingissä");
        one("hu", "Budapest Budapesten Budapestről");
        one("hu", "Vilma Vilmát Vilmának");
        one("de", "Karthago Karthagos");
    }

    #[test]
    fn other_names_are_apart() {
        apart("ru", "Иван", "Иванов");
        apart("ru", "Волконский", "Волконская");
        apart("ru", "Мария", "Марк");
        apart("de", "Rom", "Romulus");
        apart("en", "John", "Johnson");
        apart("hu", "Pest", "Pécs");
    }
}
