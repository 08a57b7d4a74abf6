//! From a request to a call: its body within bounds, its token apart.

use std::time::Duration;

use http_body_util::BodyExt;
use hyper::body::Incoming;
use hyper::header::{AUTHORIZATION, CONTENT_LENGTH, EXPECT, HeaderMap};
use hyper::http::request::Parts;
use tokio::time::timeout;

use super::faults::envelope;
use crate::arm::{Answer, Call, Method};

/// More bytes of a body are refused: 4 MiB.
const MOST_BODY: usize = 4 << 20;
/// More bytes of a body that is refused are not even read: 64 MiB.
const MOST_DROPPED: usize = 64 << 20;
/// Nor is what does not come within this time.
const DROPPED_WITHIN: Duration = Duration::from_secs(2);
/// A body comes within this time.
const BODY_WITHIN: Duration = Duration::from_secs(20);
/// The headers of a request that the account looks at.
const HEADERS: [&str; 5] = [
    "If-Match",
    "If-None-Match",
    "Content-Type",
    "Accept",
    "x-ms-client-request-id",
];

/// The body as text, or why it is refused. What is too large is read to its end within bounds, and dropped: who is still
/// sending does not read an answer.
pub(super) async fn read(headers: &HeaderMap, mut body: Incoming) -> Result<String, Answer> {
    let too_large = || {
        let text = format!("The practice cloud reads no more than {MOST_BODY} bytes of a request.");
        envelope(413, "RequestEntityTooLarge", &text)
    };
    let said = headers
        .get(CONTENT_LENGTH)
        .and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if said.is_some_and(|said| said > MOST_DROPPED || said > MOST_BODY && headers.contains_key(EXPECT)) {
        return Err(too_large());
    }
    let (mut bytes, mut seen) = (Vec::new(), 0);
    let reading = timeout(BODY_WITHIN, async {
        loop {
            let next = match seen > MOST_BODY {
                true => timeout(DROPPED_WITHIN, body.frame()).await.ok().flatten(),
                false => body.frame().await,
            };
            let Some(frame) = next else { break };
            let data = frame?.into_data().unwrap_or_default();
            seen += data.len();
            if seen <= MOST_BODY {
                bytes.extend_from_slice(&data);
            } else if seen > MOST_DROPPED {
                break;
            }
        }
        Ok::<(), hyper::Error>(())
    });
    let ended = reading.await;
    match ended {
        _ if seen > MOST_BODY => return Err(too_large()),
        Err(_) => {
            return Err(envelope(
                408,
                "RequestTimeout",
                "The body of the request took too long.",
            ));
        }
        Ok(Err(_)) => return Err(envelope(400, "BadRequest", "The body of the request broke off.")),
        Ok(Ok(())) => {}
    }
    String::from_utf8(bytes)
        .map_err(|_| envelope(400, "InvalidRequestContent", "The body of the request is not UTF-8."))
}

/// A request as the account understands it; `None` for a method that Resource Manager does not have.
pub(super) fn call(head: &Parts, body: String) -> Option<Call> {
    let route = head.uri.path_and_query().map_or("/", |route| route.as_str());
    let mut call = Call::new(Method::parse(head.method.as_str())?, route);
    for name in HEADERS {
        if let Some(value) = head.headers.get(name).and_then(|value| value.to_str().ok()) {
            call = call.header(name, value);
        }
    }
    call.body = (!body.is_empty()).then_some(body);
    Some(call)
}

/// The token of a request. It is passed on and kept nowhere.
pub(super) fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    let token = token.trim();
    (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty()).then_some(token)
}
