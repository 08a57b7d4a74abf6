//! Who is answered: programs of this machine, and pages of this very origin. A name that somebody points at 127.0.0.1 is
//! not, nor is a page of another origin.

use hyper::header::{HOST, HeaderMap, HeaderName, ORIGIN};
use hyper::http::request::Parts;

use super::faults::envelope;
use crate::arm::Answer;

/// What links begin with: the address under which the server was reached. Or why there is no answer.
pub(super) fn endpoint(request: &Parts) -> Result<String, Answer> {
    let host = text(&request.headers, HOST).or(request.uri.authority().map(|authority| authority.as_str()));
    let host = host.ok_or_else(|| envelope(400, "MissingHost", "The request does not say for which host it is."))?;
    let named = request.uri.authority().map(|authority| authority.as_str());
    if request.headers.get_all(HOST).iter().count() > 1 || !is_loopback(host) || !named.is_none_or(is_loopback) {
        return Err(envelope(
            421,
            "OtherHost",
            "The practice cloud answers only as 127.0.0.1, localhost or [::1].",
        ));
    }
    let is_https = text(&request.headers, HeaderName::from_static("x-forwarded-proto")) == Some("https");
    let endpoint = [if is_https { "https://" } else { "http://" }, host].concat();
    let refused = || {
        envelope(
            403,
            "OtherOrigin",
            "The practice cloud answers no page of another origin.",
        )
    };
    if let Some(origin) = request.headers.get(ORIGIN)
        && !origin.as_bytes().eq_ignore_ascii_case(endpoint.as_bytes())
    {
        return Err(refused());
    }
    Ok(endpoint)
}

/// Whether a browser says that a page of another origin makes this request.
pub(super) fn is_of_another_site(headers: &HeaderMap) -> bool {
    let site = text(headers, HeaderName::from_static("sec-fetch-site"));
    matches!(site, Some("cross-site" | "same-site"))
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok()
}

/// Whether a host, with its port or without, is this machine's own.
fn is_loopback(host: &str) -> bool {
    let (name, port) = match host.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some(("::1", port)) => ("localhost", port.strip_prefix(':').or(port.is_empty().then_some(""))),
        Some(_) => return false,
        None => host
            .split_once(':')
            .map_or((host, Some("")), |(name, port)| (name, Some(port))),
    };
    let is_port = |port: &str| port.bytes().all(|byte| byte.is_ascii_digit());
    (name == "127.0.0.1" || name.eq_ignore_ascii_case("localhost")) && port.is_some_and(is_port)
}

#[cfg(test)]
mod tests {
    use super::*;
    use hyper::Request;

    fn asked(headers: &[(&str, &str)]) -> Result<String, u16> {
        let mut request = Request::get("/subscriptions");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        endpoint(&request.body(()).unwrap().into_parts().0).map_err(|answer| answer.status)
    }

    #[test]
    fn only_hosts_of_this_machine_are_answered() {
        for host in [
            "127.0.0.1",
            "127.0.0.1:8089",
            "localhost:1",
            "LOCALHOST",
            "[::1]",
            "[::1]:8089",
        ] {
            assert_eq!(asked(&[("host", host)]), Ok(format!("http://{host}")));
        }
        for host in [
            "example.com",
            "127.0.0.1.example.com",
            "localhost.example.com:80",
            "127.0.0.2",
            "[::2]",
            "[::1]x",
            "localhost:8x",
            "a@localhost",
            "",
            "127.0.0.1:80:80",
        ] {
            assert_eq!(asked(&[("host", host)]), Err(421), "{host}");
        }
        assert_eq!(asked(&[]), Err(400));
        assert_eq!(asked(&[("host", "localhost"), ("host", "example.com")]), Err(421));
    }

    #[test]
    fn pages_of_other_origins_are_refused() {
        let here = ("host", "localhost:8089");
        assert!(asked(&[here, ("origin", "http://localhost:8089")]).is_ok());
        for origin in [
            "null",
            "http://localhost:8090",
            "https://localhost:8089",
            "http://127.0.0.1:8089",
            "http://evil.example",
        ] {
            assert_eq!(asked(&[here, ("origin", origin)]), Err(403), "{origin}");
        }
    }

    #[test]
    fn behind_a_tls_front_the_links_are_https() {
        let front = ("x-forwarded-proto", "https");
        let here = ("host", "localhost:8443");
        assert_eq!(asked(&[here, front]), Ok("https://localhost:8443".to_owned()));
        assert!(asked(&[here, front, ("origin", "https://localhost:8443")]).is_ok());
        assert_eq!(asked(&[here, front, ("origin", "http://localhost:8443")]), Err(403));
    }
}
