//! HTTP: connections within bounds, requests to calls, answers to responses.

use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use hyper::body::Incoming;
use hyper::header::{CACHE_CONTROL, CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, DATE, HeaderName, HeaderValue};
use hyper::http::request::Parts;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::time::{sleep, timeout};

use super::account::Account;
use super::clock::http_date;
use super::faults::{Carried, envelope};
use super::request::{bearer, call, read};
use super::sending::{Broken, Sending};
use super::site::{Site, plain};
use super::{control, guard};
use crate::arm::Answer;

/// Much more of the first line and the headers is refused: what has come by then may be twice as long.
const MOST_HEAD: usize = 64 << 10;
/// More headers are refused.
const MOST_HEADERS: usize = 100;
/// So many connections at once; others wait.
const MOST_CONNECTIONS: usize = 64;
/// A head comes within this time; a connection on which nothing is asked ends after it.
const HEAD_WITHIN: Duration = Duration::from_secs(20);
/// A connection is asked to end after this time, however busy it is …
const LONGEST_CONNECTION: Duration = Duration::from_secs(900);
/// … and ends after this.
const LAST_ANSWER: Duration = Duration::from_secs(30);
/// What the server answers from.
#[derive(Debug)]
pub(super) struct Desk {
    account: Mutex<Account>,
    site: Option<Site>,
}

impl Desk {
    /// The account, and the app where there is one.
    pub fn new(account: Account, site: Option<Site>) -> Desk {
        Desk {
            account: Mutex::new(account),
            site,
        }
    }
}

/// Answers whoever connects, for ever.
pub(super) async fn serve(listener: TcpListener, desk: Arc<Desk>) {
    let places = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    loop {
        let Ok(place) = Arc::clone(&places).acquire_owned().await else {
            return;
        };
        match listener.accept().await {
            Ok((stream, _)) => {
                let desk = Arc::clone(&desk);
                tokio::spawn(async move {
                    converse(stream, desk).await;
                    drop(place);
                });
            }
            // Too many open files, or whoever connected is gone.
            Err(_) => sleep(Duration::from_millis(50)).await,
        }
    }
}

async fn converse(stream: TcpStream, desk: Arc<Desk>) {
    let service = service_fn(move |request| {
        let desk = Arc::clone(&desk);
        async move { desk.respond(request).await }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_WITHIN)
        .max_buf_size(MOST_HEAD)
        .max_headers(MOST_HEADERS)
        .serve_connection(TokioIo::new(stream), service);
    let mut connection = pin!(connection);
    // How a connection ends is nobody's concern here: the other side sees it.
    if timeout(LONGEST_CONNECTION, connection.as_mut()).await.is_err() {
        connection.as_mut().graceful_shutdown();
        let _ = timeout(LAST_ANSWER, connection).await;
    }
}

/// What a request is for.
enum Room {
    Account,
    Control,
    Site,
}

impl Room {
    fn of(path: &str) -> Room {
        let first = path.split('/').nth(1).unwrap_or_default();
        if ["subscriptions", "providers"]
            .iter()
            .any(|room| room.eq_ignore_ascii_case(first))
        {
            Room::Account
        } else if path.starts_with(control::PREFIX) {
            Room::Control
        } else {
            Room::Site
        }
    }
}

impl Desk {
    async fn respond(&self, request: Request<Incoming>) -> Result<Response<Sending>, Broken> {
        let of_app = matches!(Room::of(request.uri().path()), Room::Site);
        let mut response = self.answered(request).await?;
        // Outside the app, the clock of all answers is the account's: a page sets its own by them.
        if !of_app {
            let now = self.with_account(|account| account.clock.now());
            if let Ok(date) = HeaderValue::from_str(&http_date(now)) {
                response.headers_mut().entry(DATE).or_insert(date);
            }
        }
        Ok(response)
    }

    async fn answered(&self, request: Request<Incoming>) -> Result<Response<Sending>, Broken> {
        let (head, body) = request.into_parts();
        let endpoint = match guard::endpoint(&head) {
            Ok(endpoint) => endpoint,
            Err(refusal) => return Ok(closing(sealed(response(refusal, Sending::whole)))),
        };
        let room = Room::of(head.uri.path());
        if let Room::Site = room {
            let speed = self.with_account(|account| account.clock.speed());
            return Ok(sealed(match &self.site {
                Some(site) => site.answer(&head, speed),
                None => plain(
                    StatusCode::NOT_FOUND,
                    "not found: the practice cloud serves no app without --app",
                ),
            }));
        }
        if guard::is_of_another_site(&head.headers) {
            let refusal = envelope(
                403,
                "OtherOrigin",
                "The practice cloud answers no page of another origin.",
            );
            return Ok(closing(sealed(response(refusal, Sending::whole))));
        }
        let body = match read(&head.headers, body).await {
            Ok(body) => body,
            Err(refusal) => return Ok(closing(sealed(response(refusal, Sending::whole)))),
        };
        match room {
            Room::Control => {
                let is_get = head.method == Method::GET;
                if !is_get && head.method != Method::POST {
                    return Ok(sealed(response(wrong_method(), Sending::whole)));
                }
                let answer = self.with_account(|account| control::answer(account, is_get, head.uri.path(), &body));
                Ok(sealed(response(answer, Sending::whole)))
            }
            _ => self.carry(&head, body, &endpoint).await,
        }
    }

    async fn carry(&self, head: &Parts, body: String, endpoint: &str) -> Result<Response<Sending>, Broken> {
        let Some(call) = call(head, body) else {
            return Ok(sealed(response(wrong_method(), Sending::whole)));
        };
        let (carried, now) = self.with_account(|account| {
            let carried = account.answer(&call, bearer(&head.headers), endpoint);
            (carried, account.cloud.now())
        });
        let Carried {
            answer,
            late,
            over,
            cut,
        } = carried;
        let answer = answer.ok_or(Broken)?;
        if !late.is_zero() {
            sleep(late).await;
        }
        let mut response = response(answer, |body| match (cut, over.is_zero()) {
            (true, _) => Sending::half(body),
            (false, true) => Sending::whole(body),
            (false, false) => Sending::slow(body, over),
        });
        // When it was answered, not when it is sent.
        if let Ok(date) = HeaderValue::from_str(&http_date(now)) {
            response.headers_mut().entry(DATE).or_insert(date);
        }
        Ok(sealed(response))
    }

    fn with_account<T>(&self, ask: impl FnOnce(&mut Account) -> T) -> T {
        ask(&mut self.account.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

fn wrong_method() -> Answer {
    envelope(
        405,
        "MethodNotAllowed",
        "The practice cloud does not know this method here.",
    )
}

fn response(answer: Answer, send: impl FnOnce(String) -> Sending) -> Response<Sending> {
    let is_json = !answer.body.is_empty();
    let mut response = Response::new(send(answer.body));
    *response.status_mut() = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    for (name, value) in &answer.headers {
        if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), value.parse::<HeaderValue>()) {
            headers.append(name, value);
        }
    }
    // What is sent decides this, not what was meant.
    headers.remove(CONTENT_LENGTH);
    if is_json {
        let json = HeaderValue::from_static("application/json; charset=utf-8");
        headers.entry(CONTENT_TYPE).or_insert(json);
    }
    headers
        .entry(CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-cache"));
    response
}

/// With what keeps pages of other origins from reading it, and browsers from guessing what it is.
fn sealed(mut response: Response<Sending>) -> Response<Sending> {
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

/// The last answer of its connection: what is left of the request is not read.
fn closing(mut response: Response<Sending>) -> Response<Sending> {
    response
        .headers_mut()
        .insert(CONNECTION, HeaderValue::from_static("close"));
    response
}
