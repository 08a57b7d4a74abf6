//! A POSIX shell.

use super::{Class, Runs, State, is_word};

/// One line of it.
pub(super) fn shell(runs: &mut Runs<'_>, state: &mut State) {
    while let Some(c) = runs.rest.chars().next() {
        match (*state, c) {
            (State::Quoted('\''), _) => {
                if runs.take_through("'", Class::Text) {
                    *state = State::Open;
                } else {
                    return;
                }
            }
            (State::Quoted('"'), '$') => variable(runs),
            (State::Quoted(quote), c) if c == quote => {
                runs.take(c.len_utf8(), Class::Text);
                *state = State::Open;
            }
            (State::Quoted(_), '\\') => {
                let next = runs.rest.chars().nth(1).map_or(0, char::len_utf8);
                runs.take(1 + next, Class::Text);
            }
            (State::Quoted(_), c) => {
                runs.take(c.len_utf8(), Class::Text);
                runs.take_while(Class::Text, |c| !"\"$\\".contains(c));
            }
            (_, '\'' | '"') => {
                *state = State::Quoted(c);
                runs.take(1, Class::Text);
            }
            (_, '#')
                if runs
                    .line
                    .last()
                    .is_none_or(|(_, run)| run.ends_with(char::is_whitespace)) =>
            {
                runs.take_all(Class::Comment);
            }
            (_, '$') => variable(runs),
            (_, '\\' | '|' | '&' | ';' | '(' | ')' | '<' | '>') => runs.take(1, Class::Punctuation),
            (_, '-')
                if runs
                    .line
                    .last()
                    .is_none_or(|(_, run)| run.ends_with(char::is_whitespace)) =>
            {
                runs.take_while(Class::Key, |c| is_word(c) || c == '-');
            }
            (_, c) => {
                runs.take(c.len_utf8(), Class::Plain);
                let space = c.is_whitespace();
                runs.take_while(Class::Plain, |c| {
                    c.is_whitespace() == space && !"'\"$\\|&;()<>".contains(c) && !(space && c == '#')
                });
            }
        }
    }
}

/// `$NAME` or `${NAME…}`.
fn variable(runs: &mut Runs<'_>) {
    if runs.rest.starts_with("${") {
        let end = runs.rest.find('}').map_or(runs.rest.len(), |at| at + 1);
        runs.take(end, Class::Number);
    } else {
        let name = runs.rest.get(1..).unwrap_or_default();
        let end = name.find(|c| !is_word(c)).unwrap_or(name.len());
        runs.take(1 + end, Class::Number);
    }
}
