use super::*;

/// The steps as text: `1 2 min/2 =x ;`.
fn steps(text: &str) -> String {
    let formula = read(text);
    assert_eq!(formula.trouble, None, "{text}");
    let shown = |step: &Step| {
        let word = formula.word(step);
        match step.kind {
            Kind::Number | Kind::Text | Kind::Name => word.to_owned(),
            Kind::Call(count) => format!("{word}/{count}"),
            Kind::Method(count) => format!(".{word}/{count}"),
            Kind::Member => format!(".{word}"),
            Kind::Operator(count) => format!("op{count}"),
            Kind::Choice => "?".to_owned(),
            Kind::Set => format!("={word}"),
            Kind::End => format!("[{word}]"),
        }
    };
    formula.steps.iter().map(shown).collect::<Vec<_>>().join(" ")
}

#[test]
fn operands_stand_before_what_uses_them() {
    assert_eq!(
        steps("x = min(1, $a) * -2;"),
        "1 $a min/2 2 op1 op2 =x [x = min(1, $a) * -2;]"
    );
    assert_eq!(
        steps("$t = $A.GetSample(1 * m, 2)[0]"),
        "$A 1 m op2 2 .GetSample/2 0 op2 =$t [$t = $A.GetSample(1 * m, 2)[0]]"
    );
    assert_eq!(
        steps("time().hour >= 8 && !x;"),
        "time/0 .hour 8 op2 x op1 op2 [time().hour >= 8 && !x;]"
    );
    assert_eq!(steps("v = [1, 2]; ;"), "1 2 op2 =v [v = [1, 2];]");
}

#[test]
fn operators_bind_as_in_c() {
    let marks = |text: &str| {
        let formula = read(text);
        assert_eq!(formula.trouble, None, "{text}");
        let kept = formula.steps.iter().filter(|step| step.kind != Kind::End);
        kept.map(|step| formula.word(step)).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(marks("1 + 2 * 3 - 4"), "1 2 3 * + 4 -");
    assert_eq!(marks("a || b && c == d < e + f * g"), "a b c d e f g * + < == && ||");
    assert_eq!(marks("a * b + c < d == e && f || g"), "a b * c + d < e == f && g ||");
    assert_eq!(marks("8 - 4 - 2 / 2 / 1"), "8 4 - 2 2 / 1 / -");
    assert_eq!(marks("!-a * -b[1]"), "a - ! b 1 ] - *");
    assert_eq!(marks("(1 + 2) * [3]"), "1 2 + 3 [ *");
}

#[test]
fn a_chain_of_choices_is_taken_from_its_end() {
    assert_eq!(steps("a ? 1 : b ? 2 : 3"), "a 1 b 2 3 ? ? [a ? 1 : b ? 2 : 3]");
    assert_eq!(steps("a ? b ? 1 : 2 : 3"), "a b 1 2 ? 3 ? [a ? b ? 1 : 2 : 3]");
    let chain = "t == 1 ? 1 : ".repeat(5_000) + "0;";
    assert_eq!(read(&chain).trouble, None);
    assert_eq!(steps("c ? x = 1 : y = 2"), "c 1 =x 2 =y ? [c ? x = 1 : y = 2]");
}

#[test]
fn blank_statements_do_not_count() {
    assert_eq!(read("a=1;;  ;\nb=2;").statements, 2);
    assert_eq!(read("a=1;b=2").statements, 2);
    assert_eq!(read("// a=1;\n").statements, 0);
    assert_eq!(read("").statements, 0);
}

fn trouble(text: &str) -> (Wrong, &str, usize) {
    let formula = read(text);
    let trouble = formula.trouble.unwrap_or_else(|| panic!("{text} is read"));
    let at = text.get(trouble.span.start..trouble.span.end);
    (trouble.wrong, at.expect("a span of the text"), trouble.after)
}

#[test]
fn trouble_is_told_at_its_place() {
    use Wrong::*;
    assert_eq!(trouble("a = 1\nb = 2;"), (Missing(";"), "b", 5));
    assert_eq!(trouble("a = min(1, 2;"), (Missing(")"), ";", 12));
    assert_eq!(trouble("a = min(1 2);"), (Missing(","), "2", 9));
    assert_eq!(trouble("a = (1"), (Missing(")"), "1", 6));
    assert_eq!(trouble("a = [1;"), (Missing("]"), ";", 6));
    assert_eq!(trouble("a = b ? 1;"), (Missing(":"), ";", 9));
    assert_eq!(trouble("a = ;"), (NoValue, ";", 3));
    assert_eq!(trouble("a = 1 +"), (NoValue, "+", 7));
    assert_eq!(trouble("a = b.;"), (NoValue, ";", 6));
    assert_eq!(trouble("a = b == = 1"), (NoValue, "=", 8));
    assert_eq!(trouble("a + 1 = b;"), (NotSettable, "=", 5));
    assert_eq!(trouble("a = 1);"), (Stray, ")", 5));
    assert_eq!(trouble("a = 5 % 2;"), (Stray, "%", 5));
    assert_eq!(trouble("a = {n};"), (Stray, "{", 3));
    assert_eq!(trouble("a = \"x;"), (OpenText, "\"x;", 3));
    assert_eq!(trouble("a = 1; /* b"), (OpenComment, "/*", 6));
}

#[test]
fn what_is_nested_too_deeply_is_not_judged() {
    let nested = |depth: usize| format!("a = {}1{};", "(".repeat(depth), ")".repeat(depth));
    assert_eq!(read(&nested(DEEPEST - 2)).trouble, None);
    for text in [
        nested(100_000),
        "-".repeat(100_000) + "(",
        "a=".repeat(100_000),
        "f(".repeat(100_000),
    ] {
        assert!(read(&text).trouble.is_some());
    }
    assert_eq!(
        read(&nested(DEEPEST)).trouble.map(|trouble| trouble.wrong),
        Some(Wrong::TooDeep)
    );
}

#[cfg(not(target_arch = "wasm32"))]
mod of_any_text {
    use super::*;
    use proptest::prelude::*;

    /// Expressions by their grammar.
    fn expression() -> impl Strategy<Value = String> {
        let leaf = prop_oneof![
            "[0-9]{1,3}(\\.[0-9]{1,2})?",
            "\\$?[a-z][a-z0-9_]{0,4}",
            "\"[a-z;/]{0,4}\"",
            Just("TimeInterval_100ns".to_owned()),
        ];
        leaf.prop_recursive(4, 24, 3, |inner| {
            let several = prop::collection::vec(inner.clone(), 0..3).prop_map(|items| items.join(", "));
            let operator = prop::sample::select(vec!["+", "-", "*", "/", "<", "<=", "==", "!=", ">", ">=", "&&", "||"]);
            prop_oneof![
                (inner.clone(), operator, inner.clone()).prop_map(|(a, mark, b)| format!("{a} {mark} {b}")),
                (inner.clone(), inner.clone(), inner.clone()).prop_map(|(a, b, c)| format!("({a}) ? {b} : {c}")),
                inner.clone().prop_map(|a| format!("-({a})")),
                inner.clone().prop_map(|a| format!("!({a})")),
                ("[a-z]{1,4}", several.clone()).prop_map(|(name, items)| format!("{name}({items})")),
                ("[A-Z][a-z]{1,4}", several).prop_map(|(name, items)| format!("$M.{name}({items}) /* ; */")),
                inner.prop_map(|a| format!("({a}).hour")),
            ]
        })
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[a-c$é=;/*\"'\n 0-9.()\\[\\]?:,+!<&|-]{0,60}|.*") {
            let formula = read(&text);
            let spans = formula.steps.iter().map(|step| step.span).chain(formula.trouble.map(|found| found.span));
            for span in spans {
                prop_assert!(span.start <= span.end && text.get(span.start..span.end).is_some(), "{:?}", span);
            }
            if let Some(trouble) = formula.trouble {
                prop_assert!(text.get(..trouble.after).is_some());
            }
            prop_assert_eq!(formula.renamed("a", "a"), text.clone());
            prop_assert_eq!(read(&formula.renamed("a", "b")).trouble.is_some(), formula.trouble.is_some());
        }

        #[test]
        fn what_follows_the_grammar_is_read(
            values in prop::collection::vec(("\\$?[a-z]{1,6}", expression()), 1..5),
            tight: bool,
        ) {
            let lines: Vec<String> = values.iter().map(|(name, value)| format!("{name} = {value};")).collect();
            let text = lines.join(if tight { "" } else { " // note;\n" });
            let formula = read(&text);
            prop_assert_eq!(formula.trouble, None, "{}", text);
            prop_assert_eq!(formula.statements, values.len());
            let set: Vec<&str> = formula.steps.iter()
                .filter(|step| step.kind == Kind::Set)
                .map(|step| formula.word(step))
                .collect();
            prop_assert_eq!(set, values.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>());
            // A machine with a stack ends every statement with nothing left over.
            let mut stack = 0_usize;
            for step in &formula.steps {
                let (takes, gives) = (step.kind.takes(), usize::from(step.kind != Kind::End));
                prop_assert!(stack >= takes);
                stack = stack - takes + gives;
            }
            prop_assert_eq!(stack, 0);
        }
    }
}
