//! Names of Azure regions.

/// Whether two texts name one region: `West Europe` is `westeurope`.
pub fn same_region(one: &str, other: &str) -> bool {
    fn plain(name: &str) -> impl Iterator<Item = char> + '_ {
        let kept = name.chars().filter(|c| !c.is_whitespace());
        kept.map(|c| c.to_ascii_lowercase())
    }
    plain(one).eq(plain(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_are_compared_without_case_and_blanks() {
        assert!(same_region("West Europe", "westeurope"));
        assert!(!same_region("West Europe", "northeurope"));
        assert!(!same_region("eastus", "eastus2"));
    }
}
