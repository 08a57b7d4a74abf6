//! The machine with a stack that takes the steps of a formula one after another.

use super::value::{Value, binary, unary};
use super::{DEALLOCATION, OPTION, Samples, TARGETS, functions, samples, time};
use crate::formula::{Formula, Kind, Step};
use crate::model::{Moment, Sorted, Span};

/// Steps, values of vectors, samples and variables looked at in one evaluation, all together. Nobody’s formula needs a
/// tenth of it.
const MOST_WORK: usize = 2_000_000;

/// Values of one vector.
const LONGEST: usize = 100_000;

/// Why an evaluation ended before its end.
pub(super) struct Ended {
    /// Whether samples are lacking.
    pub(super) lacks_samples: bool,
    /// The byte it is about.
    pub(super) at: usize,
    pub(super) what: String,
}

pub(super) type Outcome<T = ()> = Result<T, Ended>;

/// Where a choice goes on.
#[derive(Clone, Copy)]
enum Jump {
    No,
    /// Here begins what is taken when the condition holds; the other begins there.
    One(usize),
    /// Here begins the other; what follows both begins there.
    Other(usize),
}

/// A variable that the formula has set, and where.
struct Variable<'a> {
    name: &'a str,
    value: Value<'a>,
    at: usize,
}

pub(super) struct Machine<'a, 'b> {
    formula: &'b Formula<'a>,
    pub(super) samples: &'b dyn Samples,
    pub(super) now: Moment,
    pub(super) chance: &'b mut fastrand::Rng,
    stack: Vec<Value<'a>>,
    variables: Vec<Variable<'a>>,
    work: usize,
}

impl<'a, 'b> Machine<'a, 'b> {
    pub(super) fn new(
        formula: &'b Formula<'a>,
        samples: &'b dyn Samples,
        now: Moment,
        chance: &'b mut fastrand::Rng,
    ) -> Machine<'a, 'b> {
        Machine {
            formula,
            samples,
            now,
            chance,
            stack: Vec::new(),
            variables: Vec::new(),
            work: 0,
        }
    }

    /// Takes all steps. Of a choice, only the branch that is taken is evaluated: the page relies on it where a formula
    /// checks the percentage of samples before it asks for them.
    pub(super) fn run(&mut self) -> Outcome {
        if let Some(trouble) = self.formula.trouble {
            return Err(self.fault(trouble.span.start, "syntax error"));
        }
        let formula = self.formula;
        let jumps = jumps(&formula.steps);
        let (mut at, mut landed) = (0, false);
        while let (Some(step), Some(jump)) = (formula.steps.get(at), jumps.get(at)) {
            self.spend(1, step.span.start)?;
            match jump {
                Jump::One(other) => {
                    let condition = self.take(step.span)?;
                    match self.plain(&condition) {
                        Value::Number(number) if number != 0.0 => (),
                        Value::Number(_) => {
                            (at, landed) = (*other, true);
                            continue;
                        }
                        value => return Err(self.fault(step.span.start, &format!("{} is no condition", value.kind()))),
                    }
                }
                Jump::Other(after) if !landed => {
                    at = *after;
                    continue;
                }
                _ => (),
            }
            landed = false;
            if matches!(step.kind, Kind::Call(_)) && formula.word(step) == "stop" {
                break;
            }
            self.step(step)?;
            at += 1;
        }
        Ok(())
    }

    fn step(&mut self, step: &Step) -> Outcome {
        let word = self.formula.word(step);
        let at = step.span.start;
        let value = match step.kind {
            Kind::End => {
                self.stack.clear();
                return Ok(());
            }
            // The branch that was taken has left its value.
            Kind::Choice => return Ok(()),
            Kind::Number => Value::Number(word.parse().unwrap_or(f64::NAN)),
            Kind::Text => Value::Text(word.get(1..word.len().saturating_sub(1)).unwrap_or_default()),
            Kind::Name => self.name(word, at)?,
            Kind::Set => {
                let value = self.take(step.span)?;
                self.set(word, value.clone(), at)?;
                value
            }
            Kind::Member => match self.take(step.span)? {
                Value::Time(ticks) => {
                    let part = time::part(ticks, word);
                    Value::Number(part.ok_or_else(|| self.fault(at, &format!("a timestamp has no {word}")))?)
                }
                value => return Err(self.fault(at, &format!("{} has no members", value.kind()))),
            },
            Kind::Operator(_) | Kind::Call(_) | Kind::Method(_) => {
                let first = self.stack.len().saturating_sub(step.kind.takes());
                let taken = self.stack.split_off(first);
                for value in &taken {
                    self.spend(value.size(), at)?;
                }
                match step.kind {
                    Kind::Call(_) => functions::call(self, word, &taken, at)?,
                    Kind::Method(_) => samples::method(self, word, &taken, step.span)?,
                    _ => self.operator(word, &taken, at)?,
                }
            }
        };
        if value.size() > LONGEST {
            return Err(self.fault(at, "the vector is too long"));
        }
        self.stack.push(value);
        Ok(())
    }

    fn operator(&self, word: &str, taken: &[Value<'a>], at: usize) -> Outcome<Value<'a>> {
        if word == "[" {
            return Ok(Value::Vector(self.flat(taken, at)?));
        }
        let found = match taken {
            [one] => unary(word, &self.plain(one)),
            [Value::Vector(vector), index] if word == "]" => match self.plain(index) {
                Value::Number(index) => functions::element(vector, index),
                _ => None,
            },
            [one, other] => binary(word, &self.plain(one), &self.plain(other)),
            _ => None,
        };
        found.ok_or_else(|| {
            let kinds: Vec<&str> = taken.iter().map(Value::kind).collect();
            self.fault(at, &format!("{word} cannot be applied to {}", kinds.join(" and ")))
        })
    }

    fn name(&mut self, word: &'a str, at: usize) -> Outcome<Value<'a>> {
        self.spend(self.variables.len(), at)?;
        if let Some((value, _)) = self.variable(word) {
            let value = value.clone();
            self.spend(value.size(), at)?;
            return Ok(value);
        }
        let of_targets = TARGETS.iter().zip(self.samples.targets());
        if let Some((_, target)) = of_targets.into_iter().find(|(names, _)| names.contains(&word)) {
            return Ok(Value::Number(target as f64));
        }
        if let Some(option) = DEALLOCATION.into_iter().find(|option| *option == word) {
            return Ok(Value::Text(option));
        }
        match word {
            OPTION => Ok(Value::Text(DEALLOCATION[0])),
            "true" => Ok(Value::Number(1.0)),
            "false" => Ok(Value::Number(0.0)),
            _ if self.samples.has(word) => Ok(Value::Metric(word)),
            _ => match time::interval(word) {
                Some(ticks) => Ok(Value::Interval(ticks)),
                None => Err(self.fault(at, &format!("{word} is not defined"))),
            },
        }
    }

    fn set(&mut self, name: &'a str, value: Value<'a>, at: usize) -> Outcome {
        if self.samples.has(name) || time::interval(name).is_some() {
            return Err(self.fault(at, &format!("{name} is read-only")));
        }
        self.spend(self.variables.len() + value.size(), at)?;
        match self.variables.iter_mut().find(|variable| variable.name == name) {
            Some(variable) => (variable.value, variable.at) = (value, at),
            None => self.variables.push(Variable { name, value, at }),
        }
        Ok(())
    }

    fn take(&mut self, at: Span) -> Outcome<Value<'a>> {
        self.stack
            .pop()
            .ok_or_else(|| self.fault(at.start, "a value is missing"))
    }

    /// The value of a variable that the formula has set, and where it did.
    pub(super) fn variable(&self, name: &str) -> Option<(&Value<'a>, usize)> {
        let found = self.variables.iter().find(|variable| variable.name == name)?;
        Some((&found.value, found.at))
    }

    /// A value with a metric as the number it is.
    pub(super) fn plain(&self, value: &Value<'a>) -> Value<'a> {
        match value {
            Value::Metric(name) => Value::Number(self.samples.value(name, self.now)),
            value => value.clone(),
        }
    }

    /// A list of doubles and vectors as one vector.
    pub(super) fn flat(&self, values: &[Value<'a>], at: usize) -> Outcome<Vec<f64>> {
        let mut all = Vec::new();
        for value in values {
            match self.plain(value) {
                Value::Number(number) => all.push(number),
                Value::Vector(vector) => all.extend(vector),
                other => return Err(self.fault(at, &format!("{} is neither double nor doubleVec", other.kind()))),
            }
        }
        Ok(all)
    }

    /// Counts work that is done.
    pub(super) fn spend(&mut self, work: usize, at: usize) -> Outcome {
        self.work += work;
        match self.work > MOST_WORK {
            true => Err(self.fault(at, "the formula takes too long")),
            false => Ok(()),
        }
    }

    pub(super) fn fault(&self, at: usize, what: &str) -> Ended {
        Ended {
            lacks_samples: false,
            at,
            what: what.to_owned(),
        }
    }

    /// The `(` behind a name: where the service says that samples are lacking, by the messages that were published.
    pub(super) fn opening(&self, span: Span) -> usize {
        let rest = self.formula.text.get(span.end..).unwrap_or_default();
        span.end + rest.find('(').unwrap_or_default()
    }

    /// The formula’s own variables in the order of their names, `;a=1;b=2`.
    pub(super) fn write_own_variables(&self, out: &mut String) {
        let own = self
            .variables
            .iter()
            .filter(|variable| variable.name != OPTION && !TARGETS.iter().any(|names| names.contains(&variable.name)));
        let own: Vec<&Variable> = own.collect();
        for (name, index) in Sorted::new(own.iter().map(|variable| variable.name)).all() {
            if let Some(variable) = own.get(*index) {
                out.push(';');
                out.push_str(name);
                out.push('=');
                self.plain(&variable.value).write(out);
            }
        }
    }
}

/// Where each choice goes on, step by step.
fn jumps(steps: &[Step]) -> Vec<Jump> {
    let mut jumps = vec![Jump::No; steps.len()];
    // Where the values on the stack begin.
    let mut starts: Vec<usize> = Vec::new();
    for (index, step) in steps.iter().enumerate() {
        let first = starts.len().saturating_sub(step.kind.takes());
        let taken = starts.split_off(first);
        if let (Kind::Choice, [_, one, other]) = (step.kind, taken.as_slice()) {
            for (at, jump) in [(*one, Jump::One(*other)), (*other, Jump::Other(index + 1))] {
                if let Some(place) = jumps.get_mut(at) {
                    *place = jump;
                }
            }
        }
        if step.kind != Kind::End {
            starts.push(taken.first().copied().unwrap_or(index));
        }
    }
    jumps
}
