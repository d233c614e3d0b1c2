//! Of a private person the site says only what its articles say, wherever the person is named.

use std::collections::{BTreeMap, BTreeSet};

use crate::compile::citation::Citation;
use crate::compile::findings::Findings;
use crate::compile::naming::Naming;
use crate::compile::statement::{Statement, StatementKind};
use crate::model::id::{Id, Table};
use crate::model::site::{Article, Entity, Reference, Site};

/// What names a private person and names its sources rests on articles alone.
pub(crate) fn rests_on_articles(
    entities: &Table<Entity>,
    statements: &[Statement<'_>],
    findings: &Findings,
) {
    for statement in statements {
        let is_work = |cited: &&Citation<'_>| matches!(cited.reference, Reference::Work(..));
        let mut works = statement.references.iter().filter(is_work).peekable();
        let subject = statement
            .subject
            .filter(|subject| entities[*subject].private);
        if let Some(subject) = subject {
            let message = format!(
                "`{}` is private, and this is no article",
                entities[subject].slug
            );
            for work in works {
                let report = findings.error("private-background", &work.span, message.clone());
                report.help("cite a block of an article, or leave this out");
            }
        } else if works.peek().is_some() {
            let private = statement
                .named
                .iter()
                .filter(|one| entities[one.entity].private);
            for one in private {
                let slug = &entities[one.entity].slug;
                let message = format!("`{slug}` is private, and this rests on more than articles");
                let report = findings.error("private-background", &one.span, message);
                let help = "cite a block of an article, or leave the person out";
                report.help([help, unless_another(one)].concat());
            }
        }
    }
}

/// Summaries and notes name no source, so they may name a private person only where an article does: the article that a
/// note belongs to; all that mention whom a summary is about, and one whose page shows it. Other pages leave the summary
/// out.
pub(crate) fn is_named_where_articles_name(
    site: &Site,
    statements: &[Statement<'_>],
    findings: &Findings,
) {
    let unsourced = statements.iter().flat_map(|statement| {
        let others = statement.named.iter().filter(|one| {
            site.entities[one.entity].private && statement.subject != Some(one.entity)
        });
        others.map(move |one| (statement, one))
    });
    let unsourced: Vec<_> = unsourced
        .filter(|(statement, _)| {
            matches!(
                statement.kind,
                StatementKind::Summary | StatementKind::Notes(_)
            )
        })
        .collect();
    if unsourced.is_empty() {
        return;
    }
    let appearances = Appearances::of(site, statements);
    for (statement, one) in unsourced {
        let person = one.entity;
        let is_silent = |article: &Id<Article>| !appearances.mention(*article, person);
        let silent = match (statement.kind, statement.subject) {
            (StatementKind::Notes(article), _) => Some(article).filter(is_silent),
            (_, Some(subject)) => {
                let mentioning = appearances.mentioning(subject).find(is_silent);
                mentioning.or_else(|| {
                    let shown = appearances.showing(subject, statements);
                    let first = shown.first().copied();
                    first.filter(|_| shown.iter().all(is_silent))
                })
            }
            (_, None) => None,
        };
        if let Some(article) = silent {
            let (person, article) = (&site.entities[person].slug, &site.articles[article].slug);
            let message = format!(
                "`{person}` is private, and `{article}`, whose page shows this, does not name them"
            );
            let help =
                "leave the person out, or tell it as a fact that cites a block of an article";
            findings
                .error("private-background", &one.span, message)
                .help([help, unless_another(one)].concat());
        }
    }
}

/// What to do where a name is another's.
fn unless_another(naming: &Naming<'_>) -> &'static str {
    if naming.linked {
        ""
    } else {
        "; if the words mean someone else, link them to whom they mean"
    }
}

/// In which articles' pages an entity stands.
struct Appearances {
    mentioned: BTreeMap<Id<Entity>, BTreeSet<Id<Article>>>,
    /// Statements that name an entity.
    naming: BTreeMap<Id<Entity>, Vec<usize>>,
}

impl Appearances {
    fn of(site: &Site, statements: &[Statement<'_>]) -> Self {
        let mut appearances = Self {
            mentioned: BTreeMap::new(),
            naming: BTreeMap::new(),
        };
        for (id, article) in site.articles.iter() {
            for (_, mention) in article.mentions.iter() {
                appearances
                    .mentioned
                    .entry(mention.entity)
                    .or_default()
                    .insert(id);
            }
        }
        for (row, statement) in statements.iter().enumerate() {
            for one in statement.named.iter().filter(|one| one.linked) {
                appearances.naming.entry(one.entity).or_default().push(row);
            }
        }
        appearances
    }

    /// The articles whose text names an entity.
    fn mentioning(&self, entity: Id<Entity>) -> impl Iterator<Item = Id<Article>> {
        self.mentioned.get(&entity).into_iter().flatten().copied()
    }

    fn mention(&self, article: Id<Article>, entity: Id<Entity>) -> bool {
        let articles = self.mentioned.get(&entity);
        articles.is_some_and(|articles| articles.contains(&article))
    }

    /// The articles whose pages hold an entity's note: they mention it, or what they say of another names it.
    fn showing(&self, entity: Id<Entity>, statements: &[Statement<'_>]) -> BTreeSet<Id<Article>> {
        let mut shown: BTreeSet<_> = self.mentioning(entity).collect();
        for row in self.naming.get(&entity).into_iter().flatten() {
            let statement = &statements[*row];
            match (statement.kind, statement.subject) {
                (StatementKind::Notes(article), _) => {
                    shown.insert(article);
                }
                (_, Some(subject)) => {
                    let articles = self.mentioning(subject);
                    shown.extend(articles.filter(|article| is_told(statement, *article)));
                }
                (_, None) => {}
            }
        }
        shown
    }
}

/// Whether an article's page tells a statement: what rests on other articles alone is theirs to tell.
fn is_told(statement: &Statement<'_>, article: Id<Article>) -> bool {
    let mut references = statement.references.iter();
    let own = |cited: &Citation<'_>| match cited.reference {
        Reference::Article(id, _) => id == article,
        Reference::Work(..) => true,
    };
    statement.references.is_empty() || references.any(own)
}
