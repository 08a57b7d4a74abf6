//! Reads just enough of an autoscale formula for the rules beside it: where texts and comments end, how many statements
//! there are, which variables are set. It knows no grammar.

/// The formula without its comments and without what stands between quotes.
pub(super) fn bare(formula: &str) -> String {
    let mut out = String::with_capacity(formula.len());
    let mut rest = formula;
    while let Some(at) = rest.find(['/', '"', '\'']) {
        let (before, mark) = rest.split_at(at);
        out.push_str(before);
        let end = if mark.starts_with("//") {
            mark.find('\n')
        } else if mark.starts_with("/*") {
            mark.get(2..).and_then(|inner| inner.find("*/")).map(|end| end + 4)
        } else if mark.starts_with('/') {
            out.push('/');
            Some(1)
        } else {
            let quote = if mark.starts_with('"') { '"' } else { '\'' };
            mark.get(1..).and_then(|inner| inner.find(quote)).map(|end| end + 2)
        };
        out.push(' ');
        rest = end.and_then(|end| mark.get(end..)).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

/// How many statements a bare formula has.
pub(super) fn statements(bare: &str) -> usize {
    bare.split(';').filter(|statement| !statement.trim().is_empty()).count()
}

/// The names that a bare formula sets.
pub(super) fn set_names(bare: &str) -> impl Iterator<Item = &str> {
    bare.match_indices('=').filter_map(|(at, _)| {
        let (before, after) = (bare.get(..at)?, bare.get(at + 1..)?);
        let compares = before.ends_with(['=', '<', '>', '!']) || after.starts_with('=');
        let name = before.trim_end();
        let start = name
            .rfind(|c: char| !(c.is_alphanumeric() || c == '_' || c == '$'))
            .map_or(0, |at| {
                at + name
                    .get(at..)
                    .and_then(|rest| rest.chars().next())
                    .map_or(1, char::len_utf8)
            });
        (!compares).then(|| name.get(start..)).flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_texts_are_left_out() {
        assert_eq!(bare("a=1; // b=2;\nc=3;"), "a=1;  \nc=3;");
        assert_eq!(bare("a/*;;*/=1"), "a =1");
        assert_eq!(bare("a=\"x;y//z\";b=4/2;"), "a= ;b=4/ 2;");
        assert_eq!(bare("a='é;';b"), "a= ;b");
        for open in ["a // b", "a /* b", "a \"b", "a '", "a /*", "a /", "/*/"] {
            assert!(!bare(open).contains('b'), "{open}");
        }
    }

    #[test]
    fn blank_statements_do_not_count() {
        assert_eq!(statements("a=1;;  ;\nb=2;"), 2);
        assert_eq!(statements("a=1;b=2"), 2);
        assert_eq!(statements(""), 0);
    }

    #[test]
    fn names_are_set_by_one_equals_sign() {
        let names: Vec<_> = set_names("$a = 1; b==2; c<=3; d>=4; e!=5; é$f=6;(g)=7; =8").collect();
        assert_eq!(names, ["$a", "é$f", "", ""]);
    }

    #[cfg(not(target_arch = "wasm32"))]
    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[a-c$é=;/*\"'\n ]{0,40}|.*") {
            let bare = bare(&text);
            let _ = (statements(&bare), set_names(&bare).count());
        }
    }
}
