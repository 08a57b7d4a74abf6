//! The name or value somebody most likely meant.

/// The candidate nearest to what was written, if it is near enough to be a slip: few letters swapped, missing, added or
/// changed. Letter case does not count.
pub(super) fn nearest<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Longer than any name: nobody meant one of ours, and comparing would take long.
    if written.len() > LONGEST {
        return None;
    }
    let letters = lower(written);
    let most = (letters.len() / 4).clamp(1, 3);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let other = lower(candidate);
        if other.len().abs_diff(letters.len()) > most || other.len() < 2 {
            continue;
        }
        let far = distance(&letters, &other);
        if far <= most && best.is_none_or(|(least, _)| far < least) {
            best = Some((far, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

const LONGEST: usize = 80;

fn lower(text: &str) -> Vec<char> {
    text.chars().map(|c| c.to_ascii_lowercase()).collect()
}

/// Changes, additions, omissions and swaps of neighbours between two words (optimal string alignment).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, left) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, right) in b.iter().enumerate() {
            let at = |cells: &[usize], index: usize| cells.get(index).copied().unwrap_or(usize::MAX - 1);
            let mut least = (at(&above, j) + usize::from(left != right))
                .min(at(&above, j + 1) + 1)
                .min(at(&row, j) + 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(right) && b.get(j - 1) == Some(left);
            if swapped {
                least = least.min(at(&before, j - 1) + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_near_and_other_words_are_not() {
        let names = ["vmSize", "displayName", "targetDedicatedNodes", "startTask", "id"];
        assert_eq!(nearest("vmSzie", names), Some("vmSize"));
        assert_eq!(nearest("VMSIZE", names), Some("vmSize"));
        assert_eq!(nearest("targetDedicatedNode", names), Some("targetDedicatedNodes"));
        assert_eq!(nearest("starttasks", names), Some("startTask"));
        assert_eq!(nearest("poolSize", names), None);
        assert_eq!(nearest("", names), None);
        assert_eq!(nearest("ix", names), Some("id"));
        assert_eq!(nearest(&"x".repeat(10_000), names), None);
    }

    #[test]
    fn distances_are_counted() {
        let far = |a: &str, b: &str| distance(&lower(a), &lower(b));
        assert_eq!(far("abc", "abc"), 0);
        assert_eq!(far("abc", "acb"), 1);
        assert_eq!(far("abc", "axbc"), 1);
        assert_eq!(far("", "abc"), 3);
        assert_eq!(far("kitten", "sitting"), 3);
    }
}
