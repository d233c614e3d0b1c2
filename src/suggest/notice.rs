//! What suggestions cannot do in a language, in words for the author.

use crate::suggest::language::{Knowledge, Language};

/// What to tell of a language; nothing where it is known well.
pub(crate) fn notice(language: &Language, is_caseless: bool) -> Option<String> {
    let code = &language.code;
    if is_caseless {
        return Some(format!(
            "`{code}` has no capitals: only countries, large towns, titles in brackets, Latin words and signs said three times or more are \
             suggested; mark other names as `[[id|words]]`"
        ));
    }
    if language.capitalises_nouns() {
        return Some(
            "German: every noun has a capital, so a name that stands once and without a title is suggested late or not at all"
                .to_owned(),
        );
    }
    match language.knowledge {
        Knowledge::Good => None,
        Knowledge::Forms => Some(format!(
            "`{code}`: forms of a name are put together by their endings; few titles and verbs are known, so kinds are often left open"
        )),
        Knowledge::Capitals => Some(format!(
            "`{code}`: only capitals are looked at; no titles, verbs or endings are known, so kinds are left open and forms of one name \
             may stand apart"
        )),
    }
}
