//! Two texts as lines that stayed, went and came: the shortest way from one to the other (Myers, greedy).

use std::fmt::Write;

/// What happened to a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// It is in both texts.
    Kept,
    /// Only the old text has it.
    Removed,
    /// Only the new text has it.
    Added,
}

/// A line of either text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// What happened to it.
    pub kind: LineKind,
    /// Its number in the old text, from 1; 0 for one that came.
    pub old: usize,
    /// Its number in the new text, from 1; 0 for one that went.
    pub new: usize,
    /// What it says, without its ending.
    pub text: &'a str,
}

/// Lines that changed, with those around them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hunk<'a> {
    /// The number of its first line in the old text, and in the new one, from 1.
    pub starts: (usize, usize),
    /// Its lines, in order; what went stands before what came.
    pub lines: Vec<Line<'a>>,
}

/// So many lines around a change are shown.
const AROUND: usize = 3;
/// Texts further apart than this many lines are not compared: then all that differs went and came.
const FARTHEST: usize = 1_000;

/// What changed from one text to the other; nothing when they are the same.
pub fn diff<'a>(before: &'a str, after: &'a str) -> Vec<Hunk<'a>> {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let mut hunks: Vec<Hunk> = Vec::new();
    let changes = changes(&old, &new);
    // So far both texts are told.
    let (mut from, mut to) = (0, 0);
    for (index, change) in changes.iter().enumerate() {
        let gap = change.old - from;
        if index == 0 || gap > 2 * AROUND {
            let lead = gap.min(AROUND);
            (from, to) = (change.old - lead, change.new - lead);
            hunks.push(Hunk {
                starts: (from + 1, to + 1),
                lines: Vec::new(),
            });
        }
        let Some(hunk) = hunks.last_mut() else { break };
        hunk.keep(&old, from, to, change.old - from);
        let gone = old.iter().enumerate().skip(change.old).take(change.removed);
        hunk.lines.extend(gone.map(|(number, text)| Line {
            kind: LineKind::Removed,
            old: number + 1,
            new: 0,
            text,
        }));
        let come = new.iter().enumerate().skip(change.new).take(change.added);
        hunk.lines.extend(come.map(|(number, text)| Line {
            kind: LineKind::Added,
            old: 0,
            new: number + 1,
            text,
        }));
        (from, to) = (change.old + change.removed, change.new + change.added);
        if changes.get(index + 1).is_none_or(|next| next.old - from > 2 * AROUND) {
            hunk.keep(&old, from, to, AROUND);
        }
    }
    hunks
}

/// Lines that went and lines that came at one place.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Change {
    old: usize,
    new: usize,
    removed: usize,
    added: usize,
}

/// The changes in their order.
fn changes(old: &[&str], new: &[&str]) -> Vec<Change> {
    let head = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (old_rest, new_rest) = (old.get(head..).unwrap_or_default(), new.get(head..).unwrap_or_default());
    let tail = old_rest.iter().rev().zip(new_rest.iter().rev());
    let tail = tail.take_while(|(a, b)| a == b).count();
    let inner = |lines: &'_ [&'_ str]| lines.len() - tail;
    let (rows, columns) = (inner(old_rest), inner(new_rest));
    if rows == 0 && columns == 0 {
        return Vec::new();
    }
    let whole = Change {
        old: head,
        new: head,
        removed: rows,
        added: columns,
    };
    let Some(steps) = steps(old_rest.get(..rows), new_rest.get(..columns)) else {
        return vec![whole];
    };
    // Steps that follow each other are one change.
    let mut changes: Vec<Change> = Vec::new();
    for (row, column, added) in steps {
        let (row, column) = (head + row, head + column);
        match changes.last_mut() {
            Some(last) if last.old + last.removed == row && last.new + last.added == column => {
                last.removed += usize::from(!added);
                last.added += usize::from(added);
            }
            _ => changes.push(Change {
                old: row,
                new: column,
                removed: usize::from(!added),
                added: usize::from(added),
            }),
        }
    }
    changes
}

/// The steps from one text to the other, each with the lines of both before it and whether it adds a line; `None` when
/// they are too far apart.
fn steps(old: Option<&[&str]>, new: Option<&[&str]>) -> Option<Vec<(usize, usize, bool)>> {
    let (old, new) = (old?, new?);
    // On the diagonal `row + distance - column`: the furthest row that so many steps reach, NOWHERE for none.
    let mut reached: Vec<Vec<usize>> = Vec::new();
    // Where a step leads that ends on this diagonal, and whether it adds a line.
    let step = |last: &[usize], diagonal: usize, distance: usize| {
        let at = |diagonal: usize| last.get(diagonal).copied().filter(|row| *row != NOWHERE);
        let removed = diagonal.checked_sub(2).and_then(at).map(|row| row + 1);
        let removed = removed.filter(|row| *row <= old.len());
        let added = at(diagonal).filter(|row| row + distance <= new.len() + diagonal);
        Some((removed.max(added)?, added >= removed))
    };
    'far: for distance in 0..=FARTHEST {
        let mut rows = vec![NOWHERE; 2 * distance + 1];
        for diagonal in (0..=2 * distance).step_by(2) {
            let mut row = match reached.last() {
                None => 0,
                Some(last) => match step(last, diagonal, distance) {
                    Some((row, _)) => row,
                    None => continue,
                },
            };
            let mut column = row + distance - diagonal;
            while row < old.len() && old.get(row) == new.get(column) {
                (row, column) = (row + 1, column + 1);
            }
            if let Some(place) = rows.get_mut(diagonal) {
                *place = row;
            }
            if row == old.len() && column == new.len() {
                reached.push(rows);
                break 'far;
            }
        }
        reached.push(rows);
    }
    // Back from the end, one step at a time.
    let (mut steps, mut row, mut column) = (Vec::new(), old.len(), new.len());
    if reached.len() > FARTHEST {
        return None;
    }
    for distance in (1..reached.len()).rev() {
        let diagonal = (row + distance).checked_sub(column)?;
        let (start, is_added) = step(reached.get(distance - 1)?, diagonal, distance)?;
        (row, column) = (start, (start + distance).checked_sub(diagonal)?);
        match is_added {
            true => column = column.checked_sub(1)?,
            false => row = row.checked_sub(1)?,
        }
        steps.push((row, column, is_added));
    }
    steps.reverse();
    Some(steps)
}

/// A diagonal that no way leads to.
const NOWHERE: usize = usize::MAX;

impl<'a> Hunk<'a> {
    /// Adds lines of both texts.
    fn keep(&mut self, lines: &[&'a str], old: usize, new: usize, count: usize) {
        let kept = lines.iter().skip(old).take(count).enumerate();
        self.lines.extend(kept.map(|(index, text)| Line {
            kind: LineKind::Kept,
            old: old + index + 1,
            new: new + index + 1,
            text,
        }));
    }

    /// How many lines of the old and of the new text it shows.
    fn lengths(&self) -> (usize, usize) {
        let of = |kind| self.lines.iter().filter(|line| line.kind != kind).count();
        (of(LineKind::Added), of(LineKind::Removed))
    }

    /// Writes it as a unified diff has it.
    pub fn write_unified(&self, out: &mut String) {
        let ((old, new), (removed, added)) = (self.starts, self.lengths());
        // A side without lines is named by the line before it.
        let start = |first: usize, length: usize| if length == 0 { first - 1 } else { first };
        // Writing into a text cannot fail.
        let _ = writeln!(
            out,
            "@@ -{},{removed} +{},{added} @@",
            start(old, removed),
            start(new, added)
        );
        for line in &self.lines {
            out.push(match line.kind {
                LineKind::Kept => ' ',
                LineKind::Removed => '-',
                LineKind::Added => '+',
            });
            out.push_str(line.text);
            out.push('\n');
        }
    }
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn unified(before: &str, after: &str) -> String {
        let mut out = String::new();
        for hunk in diff(before, after) {
            hunk.write_unified(&mut out);
        }
        out
    }

    #[test]
    fn what_changed_is_shown_with_three_lines_around() {
        let lines = |numbers: &[&str]| numbers.iter().map(|line| format!("{line}\n")).collect::<String>();
        let before = lines(&["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n"]);
        assert_eq!(unified(&before, &before), "");
        assert_eq!(
            unified(&before, &before.replace("e\n", "E\n")),
            "@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+E\n f\n g\n h\n"
        );
        let two = before.replace("a\n", "").replace("n\n", "n\no\n");
        assert_eq!(
            unified(&before, &two),
            "@@ -1,4 +1,3 @@\n-a\n b\n c\n d\n@@ -12,3 +11,4 @@\n l\n m\n n\n+o\n"
        );
        // Changes that share their surroundings stand together.
        let near = before.replace("e\n", "").replace("l\n", "L\n");
        assert_eq!(unified(&before, &near).matches("@@ -").count(), 1);
    }

    #[test]
    fn one_side_may_be_empty() {
        assert_eq!(unified("", "a\n"), "@@ -0,0 +1,1 @@\n+a\n");
        assert_eq!(unified("a\n", ""), "@@ -1,1 +0,0 @@\n-a\n");
        assert_eq!(unified("", ""), "");
    }

    #[test]
    fn texts_that_have_nothing_in_common_are_no_trouble() {
        let side = |mark: &str| (0..3_000).map(|number| format!("{mark}{number}\n")).collect::<String>();
        let (before, after) = (side("a"), side("b"));
        let hunks = diff(&before, &after);
        assert_eq!(hunks.len(), 1);
        assert_eq!(hunks.first().map(|hunk| hunk.lines.len()), Some(6_000));
    }

    proptest! {
        #[test]
        fn both_texts_can_be_told_from_it(before in "([abc]\n){0,24}", after in "([abc]\n){0,24}") {
            let hunks = diff(&before, &after);
            let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
            // Taking out what went and putting in what came makes the new text of the old one.
            let (mut made, mut at, mut steps) = (Vec::<&str>::new(), 0, 0);
            for hunk in &hunks {
                made.extend(old.get(at..hunk.starts.0 - 1).unwrap_or_default());
                at = hunk.starts.0 - 1;
                for line in &hunk.lines {
                    let in_old = line.old.checked_sub(1).and_then(|number| old.get(number));
                    let in_new = line.new.checked_sub(1).and_then(|number| new.get(number));
                    prop_assert_eq!(in_old, Some(&line.text).filter(|_| line.kind != LineKind::Added));
                    prop_assert_eq!(in_new, Some(&line.text).filter(|_| line.kind != LineKind::Removed));
                    at += usize::from(in_old.is_some());
                    made.extend(in_new);
                    steps += usize::from(line.kind != LineKind::Kept);
                }
            }
            made.extend(old.get(at..).unwrap_or_default());
            prop_assert_eq!(&made, &new);
            // No shorter way exists: the longest common sequence, the plain way.
            let mut table = vec![vec![0usize; new.len() + 1]; old.len() + 1];
            for row in 0..old.len() {
                for column in 0..new.len() {
                    table[row + 1][column + 1] = if old[row] == new[column] {
                        table[row][column] + 1
                    } else {
                        table[row][column + 1].max(table[row + 1][column])
                    };
                }
            }
            prop_assert_eq!(steps, old.len() + new.len() - 2 * table[old.len()][new.len()]);
        }
    }
}
