//! What Bicep says, as far as a pool is concerned: values, `param`, `var` and `resource`.

use crate::input::parse::ParseTrouble;
use crate::model::Span;

/// A value as it is written.
#[derive(Debug)]
pub(super) struct Expression<'a> {
    pub span: Span,
    pub kind: Kind<'a>,
    /// How many expressions stand in each other, this one included.
    pub height: usize,
}

/// What an [`Expression`] is.
#[derive(Debug)]
pub(super) enum Kind<'a> {
    Null,
    Bool(bool),
    Number(&'a str),
    Text(Vec<Piece<'a>>),
    Name(&'a str),
    List(Vec<Expression<'a>>),
    Object(Object<'a>),
    /// A function of the language with its arguments.
    Call(&'a str, Vec<Expression<'a>>),
    /// `value.name`
    Member(Box<Expression<'a>>, &'a str),
    /// `value[index]`
    Item(Box<[Expression<'a>; 2]>),
    /// `condition ? one : other`
    Choice(Box<[Expression<'a>; 3]>),
    Negative(Box<Expression<'a>>),
    Not(Box<Expression<'a>>),
    /// Two values and what stands between them.
    Pair(&'static str, Box<[Expression<'a>; 2]>),
    /// Whatever only a deployment can tell: loops, functions of one's own, the parts of other resources.
    Other,
}

/// A part of a text.
#[derive(Debug)]
pub(super) enum Piece<'a> {
    Literal(String),
    Inserted(Expression<'a>),
}

/// `{ … }`
#[derive(Debug, Default)]
pub(super) struct Object<'a> {
    pub properties: Vec<Property<'a>>,
    /// The resources that are declared inside.
    pub resources: Vec<Resource<'a>>,
}

/// A property; without a name it is `...value`.
#[derive(Debug)]
pub(super) struct Property<'a> {
    pub name: Option<Vec<Piece<'a>>>,
    pub name_span: Span,
    pub value: Expression<'a>,
}

/// A `resource` with the object that describes it.
#[derive(Debug)]
pub(super) struct Resource<'a> {
    pub span: Span,
    pub symbol: &'a str,
    /// `Microsoft.Batch/batchAccounts/pools@2025-06-01`
    pub kind: String,
    pub kind_span: Span,
    /// Whether it is only named here, not made.
    pub existing: bool,
    pub condition: Option<Expression<'a>>,
    /// `for …` with the names it declares.
    pub repeated: Option<(Span, Vec<&'a str>)>,
    pub body: Object<'a>,
}

/// A `param` or a `var`.
#[derive(Debug)]
pub(super) struct Declared<'a> {
    pub name: &'a str,
    pub value: Option<Expression<'a>>,
    /// Whether it is decorated with `@secure()`.
    pub secure: bool,
}

/// What a text says.
#[derive(Debug, Default)]
pub(super) struct File<'a> {
    pub declared: Vec<Declared<'a>>,
    pub resources: Vec<Resource<'a>>,
    /// The resources that could not be read: their type, and what is in the way.
    pub unreadable: Vec<(String, ParseTrouble)>,
}

impl Piece<'_> {
    pub fn height(&self) -> usize {
        if let Piece::Inserted(value) = self {
            value.height
        } else {
            0
        }
    }
}

impl Object<'_> {
    pub fn height(&self) -> usize {
        let named = |property: &Property| property.name.iter().flatten().map(Piece::height).max();
        let properties = self
            .properties
            .iter()
            .map(|property| property.value.height.max(named(property).unwrap_or_default()));
        let resources = self.resources.iter().map(|resource| resource.body.height() + 1);
        properties.chain(resources).max().unwrap_or_default()
    }
}
