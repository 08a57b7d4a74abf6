//! What can go wrong on purpose, as one table.

use std::time::Duration;

/// A kind of fault.
#[derive(Debug)]
pub(in crate::command::practice) struct Kind {
    /// What it is called on the command line.
    pub name: &'static str,
    /// What it does, as the list of faults says it. `{0}` is its number.
    pub does: &'static str,
    /// What it does.
    pub act: Act,
    /// Its number when none is given: seconds, for those that have one.
    pub number: Option<u32>,
}

/// What a fault does to a call.
#[derive(Clone, Copy, Debug)]
pub(in crate::command::practice) enum Act {
    /// The connection ends before any byte of an answer; the call is not carried out.
    Refuse,
    /// The call is carried out, and the connection ends before any byte of its answer.
    LoseAnswer,
    /// The answer ends in the middle of its body, with the connection.
    DropBody,
    /// The answer begins late.
    SlowHeaders,
    /// The body comes in small pieces.
    SlowBody,
    /// Another answer in its place; the call is not carried out.
    Instead(Refused),
    /// Another answer after the call was carried out.
    Afterwards(Refused),
    /// A page with this status; the call is not carried out.
    Page(u16),
    /// It leads to another origin; the call is not carried out.
    Redirect,
    /// The answer is whole, its JSON is not.
    Truncate,
    /// The answer is JSON of ten million bytes.
    Enlarge,
    /// The answer is no JSON, and says so.
    Mistype,
    /// `Date` is off.
    SkewClock,
    /// Of a pool, the allocation goes on for ever.
    NeverSteady,
    /// Of a pool, an allocation that has ended has failed.
    ResizeError,
    /// Somebody else deletes the pool first.
    DeletePool,
}

/// A refusal as the service words it. `{now}`, `{ago}`, `{scope}`, `{action}`, `{resource}`, `{group}`, `{subscription}`
/// and `{number}` stand for what the call says.
#[derive(Clone, Copy, Debug)]
pub(in crate::command::practice) struct Refused {
    pub status: u16,
    pub code: &'static str,
    pub message: &'static str,
    /// Whether it is the Batch service that refuses: it says so in `target`.
    pub by_batch: bool,
    /// Codes and messages of `details`.
    pub details: &'static [(&'static str, &'static str)],
    /// Whether `Retry-After` says for how long.
    pub retry_after: bool,
}

/// No delay is longer.
pub(in crate::command::practice) const LONGEST_DELAY: Duration = Duration::from_secs(600);

const fn refused(status: u16, code: &'static str, message: &'static str) -> Refused {
    Refused {
        status,
        code,
        message,
        by_batch: false,
        details: &[],
        retry_after: false,
    }
}

const fn by_batch(status: u16, code: &'static str, message: &'static str) -> Refused {
    Refused {
        by_batch: true,
        ..refused(status, code, message)
    }
}

const fn kind(name: &'static str, act: Act, does: &'static str) -> Kind {
    Kind {
        name,
        does,
        act,
        number: None,
    }
}

const fn timed(name: &'static str, act: Act, number: u32, does: &'static str) -> Kind {
    Kind {
        name,
        does,
        act,
        number: Some(number),
    }
}

const THROTTLED: &str = "Number of requests for subscription '{subscription}' and operation '{action}' exceeded the \
     backend storage limit. Please try again after '{number}' seconds.";
const BUSY: &str = "The server is currently unable to receive requests. Please retry your request.";

/// Every kind, as they are listed.
pub(in crate::command::practice) static KINDS: [Kind; 26] = [
    kind(
        "refuse",
        Act::Refuse,
        "not carried out: the connection ends before any byte of an answer",
    ),
    kind(
        "lost-answer",
        Act::LoseAnswer,
        "carried out, but the connection ends before any byte of the answer",
    ),
    kind(
        "drop-body",
        Act::DropBody,
        "carried out, but the connection ends in the middle of the body",
    ),
    timed(
        "slow-headers",
        Act::SlowHeaders,
        120,
        "carried out, but the answer begins {0} seconds late",
    ),
    timed(
        "slow-body",
        Act::SlowBody,
        120,
        "carried out, but the body takes {0} seconds",
    ),
    kind(
        "bad-request",
        Act::Instead(Refused {
            details: &[
                ("PropertyName", "vmSize"),
                ("PropertyPath", "properties.vmSize"),
                ("Reason", "The specified property value is not valid."),
            ],
            ..by_batch(
                400,
                "InvalidPropertyValue",
                "The value provided for one of the properties in the request body is invalid.",
            )
        }),
        "400 with details about the size of the nodes",
    ),
    kind(
        "expired",
        Act::Instead(refused(
            401,
            "ExpiredAuthenticationToken",
            "The access token expiry UTC time '{ago}' is earlier than current UTC time '{now}'.",
        )),
        "401: the token has expired",
    ),
    kind(
        "forbidden",
        Act::Instead(refused(
            403,
            "AuthorizationFailed",
            "The client 'practice' with object id '00000000-0000-0000-0000-000000000000' does not have authorization to \
             perform action '{action}' over scope '{scope}' or the scope is invalid. If access was recently granted, \
             please refresh your credentials.",
        )),
        "403: no right to do it",
    ),
    kind(
        "not-found",
        Act::Instead(refused(
            404,
            "ResourceNotFound",
            "The Resource '{resource}' under resource group '{group}' was not found. For more details please go to \
             https://aka.ms/ARMResourceNotFoundFix",
        )),
        "404: it is not there",
    ),
    kind(
        "conflict",
        Act::Instead(by_batch(
            409,
            "PoolBeingResized",
            "The specified pool is being resized.",
        )),
        "409: a resize goes on",
    ),
    kind(
        "precondition",
        Act::Instead(by_batch(
            412,
            "ConditionNotMet",
            "The condition specified in the conditional header(s) was not met for a write operation.",
        )),
        "412: somebody changed it meanwhile, or it exists already",
    ),
    timed(
        "throttled",
        Act::Instead(Refused {
            retry_after: true,
            ..refused(429, "SubscriptionRequestsThrottled", THROTTLED)
        }),
        5,
        "429 with `Retry-After: {0}`",
    ),
    timed(
        "throttled-silent",
        Act::Instead(refused(429, "SubscriptionRequestsThrottled", THROTTLED)),
        5,
        "429 without `Retry-After`",
    ),
    kind(
        "server-error",
        Act::Instead(by_batch(
            500,
            "InternalError",
            "Server encountered an internal error. Please try again after some time.",
        )),
        "500; not carried out",
    ),
    kind("bad-gateway", Act::Page(502), "502 with a page; not carried out"),
    timed(
        "unavailable",
        Act::Instead(Refused {
            retry_after: true,
            ..by_batch(503, "ServerBusy", BUSY)
        }),
        5,
        "503 with `Retry-After: {0}`; not carried out",
    ),
    kind(
        "gateway-timeout",
        Act::Afterwards(refused(
            504,
            "GatewayTimeout",
            "The gateway did not receive a response from 'Microsoft.Batch' within the specified time period.",
        )),
        "504, although it was carried out",
    ),
    kind(
        "html",
        Act::Page(200),
        "200 with a page instead of JSON, as a sign-in page would be; not carried out",
    ),
    kind(
        "truncated",
        Act::Truncate,
        "carried out; half of the JSON comes, as a whole answer",
    ),
    kind("huge", Act::Enlarge, "carried out; JSON of 10 000 000 bytes comes"),
    kind(
        "wrong-type",
        Act::Mistype,
        "carried out; plain text comes, with the content type of an image",
    ),
    kind(
        "redirect",
        Act::Redirect,
        "302 to another origin, https://redirected.invalid/; not carried out",
    ),
    timed(
        "clock-skew",
        Act::SkewClock,
        3_600,
        "carried out; the `Date` of the answer is {0} seconds ahead",
    ),
    kind(
        "never-steady",
        Act::NeverSteady,
        "the pool that comes is resizing, with half of its nodes, whatever it is",
    ),
    kind(
        "resize-error",
        Act::ResizeError,
        "the pool that comes, once steady, has half of its nodes and a resize error",
    ),
    kind(
        "deleted-by-other",
        Act::DeletePool,
        "somebody else deletes the pool first",
    ),
];
