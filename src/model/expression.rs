//! Values that nobody knows yet: a text such as `[parameters('vmSize')]` stands for what a template, a file of another
//! language or a shell would put in its place.

/// Whether a text is an expression in brackets, `[name(…)…]`, and so stands for a value that is not known.
pub fn is_expression(text: &str) -> bool {
    let Some(inside) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) else {
        return false;
    };
    let name = inside
        .find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '_' | '.'))
        .unwrap_or(inside.len());
    let (name, rest) = inside.split_at(name);
    name.starts_with(|c: char| c.is_ascii_alphabetic()) && rest.starts_with('(') && rest.contains(')')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_are_told_from_values() {
        for expression in [
            "[parameters('vmSize')]",
            "[concat(parameters('a'), '/', 'b')]",
            "[variables('image').offer]",
            "[reference(resourceId('x', 'y')).outputs.id[0]]",
            "[bicep(vmSize)]",
            "[terraform(var.vm_size)]",
            "[ns.call()]",
        ] {
            assert!(is_expression(expression), "{expression}");
        }
        for value in [
            "",
            "[]",
            "[",
            "]",
            "[a]",
            "[1(2)]",
            "[(a)]",
            "[a(]",
            "parameters('a')",
            "[[parameters('a')]x",
            "$T = [a(b)];",
            "[a, b(c)]",
            "[\"a(b)\"]",
        ] {
            assert!(!is_expression(value), "{value}");
        }
    }
}
