//! A Terraform file as far as it is read: blocks, arguments and values, each with its place.

use crate::model::Span;

/// The inside of a block, or of a file.
#[derive(Debug, Default)]
pub(super) struct Body<'a> {
    pub items: Vec<Item<'a>>,
}

/// Something that has a name in a body or in an object.
#[derive(Debug)]
pub(super) struct Item<'a> {
    pub name: Name<'a>,
    pub span: Span,
    pub content: Content<'a>,
}

/// A name: as it stands, or as it must be worked out.
#[derive(Debug)]
pub(super) enum Name<'a> {
    Known(String),
    Made(Expression<'a>),
}

/// What stands behind a name.
#[derive(Debug)]
pub(super) enum Content<'a> {
    Value(Expression<'a>),
    Block(Block<'a>),
}

/// A block.
#[derive(Debug)]
pub(super) struct Block<'a> {
    pub labels: Vec<String>,
    pub span: Span,
    pub body: Body<'a>,
}

/// A value and its place.
#[derive(Debug)]
pub(super) struct Expression<'a> {
    pub value: Value<'a>,
    pub span: Span,
}

/// What can be read of a value.
#[derive(Debug)]
pub(super) enum Value<'a> {
    Null,
    Bool(bool),
    Number(String),
    Text(String),
    /// A text with values in it.
    Template(Vec<Expression<'a>>),
    List(Vec<Expression<'a>>),
    Object(Vec<Item<'a>>),
    /// `var.size`, `local.pool.size`.
    Name(&'a str),
    /// `jsonencode(…)`.
    Json(Box<Expression<'a>>),
    /// Anything else.
    Other,
}
