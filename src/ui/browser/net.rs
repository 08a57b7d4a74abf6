//! Calls over the network, and what the browser says of it. The token passes through here and is kept nowhere.

use std::cell::Cell;
use std::rc::Rc;

use gloo_net::http::Response;
use js_sys::futures::JsFuture;
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    AbortController, Headers, ReferrerPolicy, RequestCache, RequestCredentials, RequestInit, RequestRedirect,
    ResponseType,
};

use super::deflate::call as call_on;
use super::{document, later, window};
use crate::arm::{Answer, Call, Failure, MOST_BYTES};
use crate::model::Millis;

/// No whole answer within this time is none.
const MOST_TIME: Millis = 60_000;

/// The headers that are of use, and that a browser shows on the page's own origin; of another one it shows few.
const HEADERS: [&str; 6] = [
    "ETag",
    "Location",
    "Retry-After",
    "Date",
    "x-ms-request-id",
    "Content-Type",
];

/// Stops a call that is under way.
#[derive(Clone)]
pub struct Stop {
    controller: Option<AbortController>,
    why: Rc<Cell<Option<Failure>>>,
    over: Rc<Cell<bool>>,
}

impl Stop {
    /// For one call.
    pub fn new() -> Stop {
        Stop {
            controller: AbortController::new().ok(),
            why: Rc::default(),
            over: Rc::default(),
        }
    }

    /// Stops it.
    pub fn now(&self) {
        self.because(Failure::Cancelled);
    }

    /// Whether it was stopped.
    pub fn is_stopped(&self) -> bool {
        self.why.get().is_some()
    }

    /// Says that the call came to its end.
    pub fn over(&self) {
        self.over.set(true);
    }

    /// Whether it did.
    pub fn is_over(&self) -> bool {
        self.over.get()
    }

    fn because(&self, why: Failure) {
        if self.why.get().is_none() {
            self.why.set(Some(why));
            if let Some(controller) = &self.controller {
                controller.abort();
            }
        }
    }
}

/// Sends a call to an origin, with the value of the header `Authorization`, and reads the answer.
pub async fn fetch(origin: &str, call: &Call, request: Authorized, stop: &Stop) -> Result<Answer, Failure> {
    // A server on this machine is there without a network.
    if !is_online() && origin != own_origin() {
        return Err(Failure::Offline);
    }
    let Some(request) = request.0 else {
        return Err(Failure::Unreachable);
    };
    let of_time = stop.clone();
    later(MOST_TIME as i32, move || {
        if !of_time.is_over() {
            of_time.because(Failure::TimedOut(MOST_TIME));
        }
    });
    let answered = answer(call, request, stop).await;
    stop.over();
    answered.map_err(|failure| stop.why.get().unwrap_or(failure))
}

/// A call that was made ready with its token. Nothing reads the token from it.
pub struct Authorized(Option<gloo_net::http::Request>);

/// Makes a call ready. `None` in it when it cannot be sent as it is: an address that leads elsewhere, or a header that no
/// browser would send.
pub fn authorized(origin: &str, call: &Call, authorization: &str, stop: &Stop) -> Authorized {
    let fit = |text: &str| text.bytes().all(|byte| (0x20..0x7F).contains(&byte));
    if !call.route.starts_with('/') || !call.headers.iter().all(|(_, value)| fit(value)) || !fit(authorization) {
        return Authorized(None);
    }
    // Not by the builder of gloo: it adds to the query, and what is sent must be what was shown.
    let init = RequestInit::new();
    init.set_method(call.method.name());
    init.set_cache(RequestCache::NoStore);
    init.set_credentials(RequestCredentials::Omit);
    init.set_redirect(RequestRedirect::Manual);
    init.set_referrer_policy(ReferrerPolicy::NoReferrer);
    init.set_signal(stop.controller.as_ref().map(AbortController::signal).as_ref());
    if let Some(body) = &call.body {
        init.set_body(&JsValue::from_str(body));
    }
    let request = || {
        let headers = Headers::new()?;
        headers.set("Authorization", authorization)?;
        for (name, value) in &call.headers {
            headers.set(name, value)?;
        }
        init.set_headers(&headers);
        web_sys::Request::new_with_str_and_init(&[origin, &call.route].concat(), &init)
    };
    Authorized(request().ok().map(Into::into))
}

async fn answer(call: &Call, request: gloo_net::http::Request, stop: &Stop) -> Result<Answer, Failure> {
    let response = request.send().await.map_err(|_| match is_online() {
        true => Failure::Unreachable,
        false if call.method.is_read() => Failure::Offline,
        // It may have left before the network went.
        false => Failure::Cut,
    })?;
    if response.type_() == ResponseType::Opaqueredirect {
        return Err(Failure::Redirected);
    }
    let headers = response.headers();
    let headers = HEADERS
        .iter()
        .filter_map(|name| Some(((*name).to_owned(), headers.get(name)?)));
    let (status, headers) = (response.status(), headers.collect());
    let bytes = body(&response, stop).await?;
    let body = String::from_utf8_lossy(&bytes).into_owned();
    Ok(Answer { status, headers, body })
}

/// Reads piece after piece, and no more than is allowed.
async fn body(response: &Response, stop: &Stop) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let Some(stream) = response.body() else {
        return Ok(bytes);
    };
    let cut = |_| Failure::Cut;
    let none = Array::new();
    let reader = call_on(&stream, "getReader", &none).map_err(cut)?;
    loop {
        let promise: Promise = call_on(&reader, "read", &none)
            .and_then(JsCast::dyn_into)
            .map_err(cut)?;
        let piece = JsFuture::from(promise).await.map_err(cut)?;
        if Reflect::get(&piece, &"done".into()).is_ok_and(|done| done.is_truthy()) {
            return Ok(bytes);
        }
        let value = Reflect::get(&piece, &"value".into()).map_err(cut)?;
        bytes.extend(Uint8Array::new(&value).to_vec());
        if bytes.len() > MOST_BYTES {
            stop.because(Failure::TooLong);
            return Err(Failure::TooLong);
        }
    }
}

/// Waits so many milliseconds.
pub async fn rest(millis: Millis) {
    let millis = millis.clamp(0, i64::from(i32::MAX)) as i32;
    let promise = Promise::new(&mut |done: Function, _| {
        later(millis, move || {
            let _ = done.call0(&JsValue::NULL);
        });
    });
    let _ = JsFuture::from(promise).await;
}

/// Whether the device says that it has a network.
fn is_online() -> bool {
    window().is_none_or(|window| window.navigator().on_line())
}

/// Whether nobody sees the page.
pub fn is_hidden() -> bool {
    document().is_some_and(|document| document.hidden())
}

/// A number from 0 to 1 that nobody can foresee.
pub fn chance() -> f64 {
    js_sys::Math::random()
}

/// The origin of the page: `http://127.0.0.1:8080`.
pub fn own_origin() -> String {
    window()
        .and_then(|window| window.location().origin().ok())
        .unwrap_or_default()
}

/// What the page says in a `<meta>` of this name.
pub fn meta(name: &str) -> Option<String> {
    let found = document()?.query_selector(&format!("meta[name={name}]")).ok()??;
    found.get_attribute("content")
}

/// The moment of a header `Date`, in milliseconds since the epoch.
pub fn http_date(text: &str) -> Option<f64> {
    Some(js_sys::Date::parse(text)).filter(|millis| !millis.is_nan())
}

/// Takes the value of a field and empties it, so that the page holds it no longer.
pub fn take_value(id: &str) -> String {
    let field = super::element(id).and_then(|element| element.dyn_into::<web_sys::HtmlInputElement>().ok());
    field.map_or_else(String::new, |field| {
        let value = field.value();
        field.set_value("");
        value
    })
}

/// The text that is being pasted; the browser is told to leave it to us.
pub fn pasted(event: &web_sys::Event) -> Option<String> {
    let data = Reflect::get(event, &"clipboardData".into()).ok()?;
    let text = data
        .dyn_into::<web_sys::DataTransfer>()
        .ok()?
        .get_data("text/plain")
        .ok()?;
    event.prevent_default();
    Some(text)
}

/// Whether a field holds what looks like a web token: long, and of several parts. It is looked at where it stands, so that
/// no copy of it is left behind.
pub fn value_looks_like_token(id: &str) -> bool {
    let value = super::element(id).and_then(|field| Reflect::get(&field, &"value".into()).ok());
    let Some(Ok(value)) = value.map(JsCast::dyn_into::<js_sys::JsString>) else {
        return false;
    };
    value.length() > 100 && value.includes(".", 0)
}
