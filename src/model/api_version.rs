//! The api-versions of `Microsoft.Batch/batchAccounts/pools`, in order.

/// One published api-version, ordered by date. `2017-09-01` is the first with pools.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ApiVersion(u8);

/// Every api-version with pools, oldest first. The last is a draft that was not confirmed as published.
const NAMES: [&str; 18] = [
    "2017-09-01",
    "2018-12-01",
    "2019-04-01",
    "2019-08-01",
    "2020-03-01",
    "2020-05-01",
    "2020-09-01",
    "2021-01-01",
    "2021-06-01",
    "2022-01-01",
    "2022-06-01",
    "2022-10-01",
    "2023-05-01",
    "2023-11-01",
    "2024-02-01",
    "2024-07-01",
    "2025-06-01",
    "2026-08-01",
];

macro_rules! versions {
    ($($name:ident = $index:literal),* $(,)?) => { $(
        #[doc = concat!("The api-version of this date, number ", $index, " of those with pools.")]
        pub const $name: ApiVersion = ApiVersion($index);
    )* };
}

versions! {
    V2017_09_01 = 0, V2018_12_01 = 1, V2019_04_01 = 2, V2019_08_01 = 3, V2020_03_01 = 4, V2020_05_01 = 5,
    V2020_09_01 = 6, V2021_01_01 = 7, V2021_06_01 = 8, V2022_01_01 = 9, V2022_06_01 = 10, V2022_10_01 = 11,
    V2023_05_01 = 12, V2023_11_01 = 13, V2024_02_01 = 14, V2024_07_01 = 15, V2025_06_01 = 16, V2026_08_01 = 17,
}

impl ApiVersion {
    /// The newest confirmed version: what a plan without one is judged and written for.
    pub const NEWEST: ApiVersion = V2025_06_01;
    /// The draft that no client carries yet.
    pub const DRAFT: ApiVersion = V2026_08_01;

    /// Every version, oldest first, the draft last.
    pub fn all() -> impl DoubleEndedIterator<Item = ApiVersion> {
        (0..NAMES.len() as u8).map(ApiVersion)
    }

    /// Reads `2025-06-01`; `None` for a version that has no pools or does not exist.
    pub fn parse(text: &str) -> Option<ApiVersion> {
        NAMES
            .iter()
            .position(|name| *name == text)
            .map(|index| ApiVersion(index as u8))
    }

    /// The version as it stands in a request.
    pub fn name(self) -> &'static str {
        NAMES.get(usize::from(self.0)).copied().unwrap_or("")
    }

    /// The version before this one, if any has pools.
    pub fn previous(self) -> Option<ApiVersion> {
        self.0.checked_sub(1).map(ApiVersion)
    }

    /// The version after this one, the draft included.
    pub fn next(self) -> Option<ApiVersion> {
        (usize::from(self.0) + 1 < NAMES.len()).then_some(ApiVersion(self.0 + 1))
    }
}

impl std::fmt::Display for ApiVersion {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_constants_agree() {
        assert_eq!(ApiVersion::parse("2019-08-01"), Some(V2019_08_01));
        assert_eq!(V2025_06_01.name(), "2025-06-01");
        assert_eq!(V2026_08_01.next(), None);
        assert_eq!(V2017_09_01.previous(), None);
        assert!(ApiVersion::all().map(ApiVersion::name).is_sorted());
    }
}
