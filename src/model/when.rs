//! A date as sources give it: to the day, the year, a season, "about then", or from one to another.

use serde::{Deserialize, Serialize};

/// A date with its own precision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct When {
    /// As written: EDTF level 1, ISO 8601-2:2019 annex A.
    pub edtf: String,
    /// As a reader reads it, in the page's language: "23 July 2025", "about 2016", "summer 2025".
    pub words: String,
    /// First day it may mean, in days since 1 January 1970 (proleptic Gregorian); `i32::MIN` if open.
    pub earliest: i32,
    /// Last day it may mean, in the same days; `i32::MAX` if open.
    pub latest: i32,
    /// Approximate (`~`, `%`) or uncertain (`?`).
    pub vague: bool,
}

/// The months in English.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// EDTF's months 21 to 24 in English.
pub const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];
