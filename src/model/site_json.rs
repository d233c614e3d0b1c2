//! A site as JSON: all that may be told of it, as `export` writes it and `import` reads it. `export/site.schema.json` says
//! the same to other programs. What is not known stays away; places in texts are counted in characters, Unicode code points.

use serde::{Deserialize, Serialize};

use crate::model::settings::FootLink;
use crate::model::site::{Name, Read, Reliability, SourceKind};
use crate::model::text::Align;

/// Of this shape; another one has another number.
pub const FORMAT: u32 = 2;

/// All that may be told of a site.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SiteJson {
    pub format: u32,
    pub title: String,
    /// BCP 47.
    pub language: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// Path of a picture below the content folder.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo: Option<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub entity_pages: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<FootLink>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub colours: Vec<ColourJson>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<KindJson>,
    pub articles: Vec<ArticleJson>,
    pub entities: Vec<EntityJson>,
    pub events: Vec<EventJson>,
    pub sources: Vec<SourceJson>,
}

/// A colour of the publisher's, in light and in dark pages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ColourJson {
    pub name: String,
    pub light: String,
    pub dark: String,
}

/// A kind of entity that the site names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KindJson {
    pub id: String,
    pub one: String,
    pub many: String,
    pub like: String,
}

/// An article with its mentions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ArticleJson {
    pub id: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former: Vec<String>,
    pub language: String,
    pub byline: Vec<AuthorJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// EDTF, as all dates are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standfirst: Option<TextJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<ImageJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<CorrectionJson>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub excerpt: bool,
    /// The first is the title.
    pub blocks: Vec<BlockJson>,
    /// In the order in which they begin, the longer first.
    pub mentions: Vec<MentionJson>,
    /// Each with its paragraphs.
    pub footnotes: Vec<Vec<TextJson>>,
}

/// Whoever wrote an article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AuthorJson {
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// Words, and how they are set.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TextJson {
    /// A break is a newline, the border of two cells a tab.
    pub text: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<MarkJson>,
}

/// What is so of some characters of a text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MarkJson {
    pub start: usize,
    pub end: usize,
    #[serde(rename = "as")]
    pub role: RoleJson,
    /// Where a link leads, the id of the entity that words mean, or the number of a footnote.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// Of a cell, unless its words stand where lines begin.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub align: Option<Align>,
}

/// What they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RoleJson {
    Emphasis,
    Strong,
    Struck,
    Superscript,
    Subscript,
    Code,
    Link,
    /// Words that mean an entity; those of an article's blocks are `mentions`.
    Entity,
    /// The sign of a footnote, between two characters.
    Footnote,
    Cell,
}

/// A picture of the content folder, with the words below it where they are no block.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImageJson {
    pub file: String,
    pub alt: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caption: Option<TextJson>,
}

/// What was put right, and when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CorrectionJson {
    pub date: String,
    #[serde(flatten)]
    pub text: TextJson,
}

/// A part of an article that can be cited.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BlockJson {
    pub form: FormJson,
    /// Of a heading, 2 to 6.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<u8>,
    /// Of a table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub columns: Option<u32>,
    /// What it stands in, the outermost first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub within: Vec<ContainerJson>,
    /// A section break stands before it, in so many of these.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parted: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<ImageJson>,
    #[serde(flatten)]
    pub text: TextJson,
}

/// How a block is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FormJson {
    Title,
    Heading,
    Paragraph,
    Attribution,
    Preformatted,
    Figure,
    Table,
}

/// A quotation, list or entry; blocks with the same number stand in the same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ContainerJson {
    pub kind: ContainerKindJson,
    pub number: u32,
    /// The number of the first entry of a list whose entries are numbered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<u32>,
}

/// What sort of container.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ContainerKindJson {
    Quotation,
    /// Of the article's own words, set large.
    PullQuotation,
    List,
    /// An entry of a list.
    Item,
}

/// Words of an article that mean an entity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MentionJson {
    pub entity: String,
    /// Counted from 1.
    pub block: u32,
    pub start: usize,
    pub end: usize,
    pub words: String,
    pub found: FoundJson,
    /// What the entity is in this passage.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<TextJson>,
}

/// Why words mean an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FoundJson {
    /// The author marked them.
    Mark,
    /// They are its name.
    Name,
}

/// A person, place and so on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EntityJson {
    pub id: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former: Vec<String>,
    /// The id of one of `kinds`, or one that every site has.
    pub kind: String,
    pub names: Vec<Name>,
    pub aliases: Vec<String>,
    /// Its names are linked only where the author marked them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unlinked: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<TextJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<PlaceJson>,
    pub identifiers: Vec<IdentifierJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<ImageJson>,
    pub facts: Vec<StatementJson>,
    pub relations: Vec<RelationJson>,
}

/// Where on earth: degrees, WGS 84.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlaceJson {
    pub latitude: f64,
    pub longitude: f64,
    pub approximate: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extent_km: Option<f64>,
}

/// A number by which an entity is known elsewhere.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IdentifierJson {
    pub scheme: String,
    pub value: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// What is said, and what it rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StatementJson {
    #[serde(flatten)]
    pub text: TextJson,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Never empty.
    pub sources: Vec<ReferenceJson>,
    /// Whose view it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claim: Option<String>,
}

/// A block of an article, or a work and where in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ReferenceJson {
    Block {
        article: String,
        /// Counted from 1.
        block: u32,
    },
    Work {
        id: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        pages: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        at: Option<String>,
    },
}

/// A relation to another entity; its text is the predicate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RelationJson {
    pub object: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inverse: Option<String>,
    #[serde(flatten)]
    pub statement: StatementJson,
}

/// Something dated.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EventJson {
    pub id: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former: Vec<String>,
    pub entities: Vec<String>,
    #[serde(flatten)]
    pub statement: StatementJson,
}

/// A work that statements rest on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SourceJson {
    pub id: String,
    pub kind: SourceKind,
    pub author: Vec<String>,
    /// Those of them that are no persons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organisations: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archived: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub held_by: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub call_number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pages: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub isbn: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doi: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read_on: Option<String>,
    pub read: Read,
    pub reliability: Reliability,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}
