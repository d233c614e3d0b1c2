//! What of Wikidata is taken: classes as kinds, properties as facts, numbers and relations.

/// The kind of entity that an instance of a class is.
pub(super) fn kind_of(class: &str) -> Option<&'static str> {
    Some(match class {
        "Q5" => "person",
        "Q6256" | "Q3624078" | "Q515" | "Q1549591" | "Q5119" | "Q3957" | "Q532" | "Q486972"
        | "Q23442" | "Q4022" | "Q8502" | "Q23397" | "Q165" | "Q46831" | "Q12280" | "Q41176"
        | "Q5107" | "Q35657" | "Q1221156" | "Q22698" | "Q82794" | "Q10864048" | "Q7275" => "place",
        "Q43229" | "Q4830453" | "Q7278" | "Q3918" | "Q79913" | "Q783794" | "Q891723"
        | "Q6881511" | "Q327333" | "Q484652" | "Q163740" | "Q875538" | "Q31855" | "Q11032"
        | "Q1110794" => "organisation",
        "Q41710" | "Q2472587" | "Q231002" => "people",
        "Q1656682" | "Q198" | "Q178561" | "Q40231" | "Q273120" | "Q180684" | "Q1190554"
        | "Q124757" => "event",
        "Q820655" | "Q131569" | "Q7755" | "Q93288" => "law",
        "Q1156854" => "policy",
        _ => return None,
    })
}

/// Properties with dates, and what they say.
pub(super) const DATES: &[(&str, &str)] = &[
    ("P569", "Born."),
    ("P570", "Died."),
    ("P571", "Founded."),
    ("P576", "Ended."),
    ("P580", "Began."),
    ("P582", "Ended."),
    ("P577", "Published."),
    ("P585", "Took place."),
];

/// Properties with numbers, and the schemes that these are of.
pub(super) const NUMBERS: &[(&str, &str)] = &[
    ("P227", "gnd"),
    ("P214", "viaf"),
    ("P213", "isni"),
    ("P496", "orcid"),
    ("P1566", "geonames"),
    ("P402", "osm"),
    ("P6782", "ror"),
    ("P244", "loc"),
    ("P297", "iso"),
];

/// Properties that relate items: the words for it, and for the other way round.
pub(super) const RELATIONS: &[(&str, &str, &str)] = &[
    ("P17", "in the country", "is the country of"),
    ("P131", "in", "includes"),
    ("P276", "took place in", "place of"),
    ("P27", "citizen of", "has the citizen"),
    ("P19", "born in", "birthplace of"),
    ("P20", "died in", "place of death of"),
    ("P159", "has its seat in", "seat of"),
    ("P36", "has the capital", "capital of"),
    ("P47", "borders", "borders"),
    ("P361", "part of", "has the part"),
    ("P112", "founded by", "founder of"),
    ("P488", "chaired by", "chairs"),
    ("P169", "directed by", "directs"),
    ("P749", "belongs to", "owns"),
    ("P102", "member of the party", "has the member"),
    ("P463", "member of", "has the member"),
    ("P108", "works for", "employs"),
    ("P69", "studied at", "alma mater of"),
    ("P22", "child of", "father of"),
    ("P25", "child of", "mother of"),
    ("P26", "married to", "married to"),
    ("P3373", "sibling of", "sibling of"),
    ("P710", "had the participant", "took part in"),
];
