//! A call to Resource Manager without its token, and what came back.

use crate::model::Millis;

/// More bytes of an answer are not read: 4 MiB. A list of pools comes in pages, each far smaller.
pub const MOST_BYTES: usize = 4 << 20;

/// What a call does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// Reads.
    Get,
    /// Creates or replaces.
    Put,
    /// Changes what is given.
    Patch,
    /// Acts.
    Post,
    /// Deletes.
    Delete,
}

impl Method {
    /// As HTTP writes it.
    pub fn name(self) -> &'static str {
        match self {
            Method::Get => "GET",
            Method::Put => "PUT",
            Method::Patch => "PATCH",
            Method::Post => "POST",
            Method::Delete => "DELETE",
        }
    }

    /// Reads it as HTTP writes it.
    pub fn parse(text: &str) -> Option<Method> {
        use Method::*;
        [Get, Put, Patch, Post, Delete]
            .into_iter()
            .find(|method| method.name() == text)
    }

    /// Whether it changes nothing, however often it is sent.
    pub fn is_read(self) -> bool {
        self == Method::Get
    }
}

/// A call. Who sends it adds the endpoint and the token; neither is part of it, so that it can be shown and kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// What it does.
    pub method: Method,
    /// Path and query: `/subscriptions/…?api-version=2025-06-01`.
    pub route: String,
    /// Headers besides `Authorization`; names as they are usually written.
    pub headers: Vec<(&'static str, String)>,
    /// The body as it is sent.
    pub body: Option<String>,
}

impl Call {
    /// A read.
    pub fn get(route: impl Into<String>) -> Call {
        Call::new(Method::Get, route)
    }

    /// A call without headers or body.
    pub fn new(method: Method, route: impl Into<String>) -> Call {
        Call {
            method,
            route: route.into(),
            headers: Vec::new(),
            body: None,
        }
    }

    /// With a header.
    pub fn header(mut self, name: &'static str, value: impl Into<String>) -> Call {
        self.headers.push((name, value.into()));
        self
    }

    /// With a JSON body.
    pub fn json(self, body: String) -> Call {
        let mut call = self.header("Content-Type", "application/json");
        call.body = Some(body);
        call
    }

    /// The path without the query.
    pub fn path(&self) -> &str {
        self.route.split('?').next().unwrap_or_default()
    }
}

/// What came back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The headers that can be read; names in any letter case. A browser shows few of them.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: String,
}

impl Answer {
    /// A header by its name in any letter case.
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(other, _)| other.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }
}

/// Why nothing came back that can be called an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// No connection: name not found, refused, or not allowed by the other side (CORS). A browser does not say which.
    Unreachable,
    /// The device says that it is offline.
    Offline,
    /// The connection broke in the middle of the answer.
    Cut,
    /// No whole answer within this time.
    TimedOut(Millis),
    /// The answer was longer than [`MOST_BYTES`].
    TooLong,
    /// The answer leads to another address, which is not followed: it would get the token.
    Redirected,
    /// Somebody did not want to wait for it.
    Cancelled,
}

impl Failure {
    /// Whether the call may have been carried out all the same.
    pub fn may_have_happened(self) -> bool {
        // A refused connection looks like one that broke after the request had left.
        !matches!(self, Failure::Offline | Failure::Redirected)
    }
}
