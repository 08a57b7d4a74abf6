//! The built app, from the same origin as the account. Its page is told that, and how fast time goes.

use std::path::{Path, PathBuf};

use hyper::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, CONTENT_TYPE, VARY};
use hyper::http::request::Parts;
use hyper::{Method, Response, StatusCode};

use super::sending::Sending;

/// A larger file is none of the app's.
const LARGEST: u64 = 64 << 20;
const PAGE: &str = "index.html";
const TYPES: [(&str, &str); 11] = [
    ("css", "text/css; charset=utf-8"),
    ("html", "text/html; charset=utf-8"),
    ("ico", "image/x-icon"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("mjs", "text/javascript; charset=utf-8"),
    ("png", "image/png"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("webmanifest", "application/manifest+json"),
];

/// The folder of the built app.
#[derive(Debug)]
pub(super) struct Site {
    folder: PathBuf,
}

impl Site {
    /// The site in a folder, which must have a page.
    pub fn open(folder: &Path) -> std::io::Result<Site> {
        let folder = folder.canonicalize()?;
        std::fs::metadata(folder.join(PAGE)).map(|_| Site { folder })
    }

    /// The answer to a request for one of its files. `speed` is what its page is told.
    pub fn answer(&self, request: &Parts, speed: u32) -> Response<Sending> {
        if !matches!(request.method, Method::GET | Method::HEAD) {
            return plain(StatusCode::METHOD_NOT_ALLOWED, "only GET and HEAD");
        }
        let found = self
            .inside(request.uri.path())
            .and_then(|path| self.file(&path, request, speed));
        found.unwrap_or_else(|| plain(StatusCode::NOT_FOUND, "not found"))
    }

    /// The file a path means; `None` for one that is not there or leads out of the folder.
    fn inside(&self, path: &str) -> Option<PathBuf> {
        let mut file = self.folder.clone();
        let parts: Vec<&str> = path.strip_prefix('/')?.split('/').collect();
        let (last, folders) = parts.split_last()?;
        for part in folders {
            file.push(name(part)?);
        }
        file.push(if last.is_empty() { PAGE.to_owned() } else { name(last)? });
        // A link in the folder may lead out of it.
        file.canonicalize().ok().filter(|file| file.starts_with(&self.folder))
    }

    fn file(&self, path: &Path, request: &Parts, speed: u32) -> Option<Response<Sending>> {
        let is_page = path.file_name()? == PAGE;
        let named = |suffix: &str| [path.as_os_str().to_str()?, suffix].concat().parse::<PathBuf>().ok();
        let brotli = (!is_page && takes_brotli(request))
            .then(|| read(&named(".br")?))
            .flatten();
        let is_brotli = brotli.is_some();
        let mut bytes = brotli.or_else(|| read(path))?;
        if is_page {
            bytes = with_speed(&String::from_utf8(bytes).ok()?, speed).into_bytes();
        }
        let extension = path
            .extension()
            .and_then(|extension| extension.to_str())
            .unwrap_or_default();
        let known = TYPES.iter().find(|(known, _)| known.eq_ignore_ascii_case(extension));
        let mut response = Response::builder()
            .header(CONTENT_TYPE, known.map_or("application/octet-stream", |(_, kind)| kind))
            .header(
                CACHE_CONTROL,
                if has_hash(path) {
                    "public, max-age=31536000, immutable"
                } else {
                    "no-cache"
                },
            )
            // The rest of the policy stands in the page; this a page cannot say.
            .header(CONTENT_SECURITY_POLICY, "frame-ancestors 'none'");
        if is_brotli {
            response = response.header(CONTENT_ENCODING, "br").header(VARY, "accept-encoding");
        }
        response.body(Sending::whole(bytes)).ok()
    }
}

/// A short answer for people.
pub(super) fn plain(status: StatusCode, text: &'static str) -> Response<Sending> {
    let mut response = Response::new(Sending::whole(text));
    *response.status_mut() = status;
    response.headers_mut().insert(
        CONTENT_TYPE,
        hyper::header::HeaderValue::from_static("text/plain; charset=utf-8"),
    );
    response
}

fn read(path: &Path) -> Option<Vec<u8>> {
    let about = std::fs::metadata(path).ok()?;
    (about.is_file() && about.len() <= LARGEST)
        .then(|| std::fs::read(path).ok())
        .flatten()
}

/// A part of a path as the name of a file; `None` for one that could mean anything else.
fn name(part: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let mut digit = || {
                    char::from(rest.next()?)
                        .to_digit(16)
                        .and_then(|digit| u8::try_from(digit).ok())
                };
                let (high, low) = (digit()?, digit()?);
                high * 16 + low
            }
            other => other,
        });
    }
    let name = String::from_utf8(bytes).ok()?;
    let odd = |c: char| c.is_control() || matches!(c, '/' | '\\' | ':');
    (!name.is_empty() && !name.starts_with('.') && !name.contains(odd)).then_some(name)
}

/// Whether a file's name holds its hash: such a file never changes.
fn has_hash(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    name.split('-').skip(1).any(|part| {
        let hash = part.split(['.', '_']).next().unwrap_or_default();
        hash.len() >= 12
            && hash.len() < part.len()
            && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    })
}

fn takes_brotli(request: &Parts) -> bool {
    let accepted = request
        .headers
        .get_all(ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok());
    accepted.flat_map(|value| value.split(',')).any(|coding| {
        let mut parts = coding.split(';').map(str::trim);
        let is_brotli = parts.next().is_some_and(|name| name.eq_ignore_ascii_case("br"));
        let refused = |part: &str| part.strip_prefix("q=").is_some_and(|q| q.parse() == Ok(0.0_f32));
        is_brotli && !parts.any(refused)
    })
}

/// The page with what tells it that its own origin answers as Resource Manager, at the end of its head. (A built page has
/// lost the tag that begins it.)
fn with_speed(page: &str, speed: u32) -> String {
    let end = page.to_ascii_lowercase().find("</head>");
    match end.and_then(|end| page.split_at_checked(end)) {
        Some((head, rest)) => format!("{head}<meta name=\"practice\" content=\"{speed}\">{rest}"),
        None => page.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_lead_elsewhere_are_none() {
        for good in ["index.html", "app-1.js", "a%20b", "%C3%A9"] {
            assert!(name(good).is_some(), "{good}");
        }
        for bad in [
            "", ".", "..", "%2e%2e", ".git", "a%2fb", "a%5cb", "c:", "%00", "%", "%2", "%zz", "%ff", "a\\b",
        ] {
            assert_eq!(name(bad), None, "{bad}");
        }
    }

    #[test]
    fn only_names_with_a_hash_are_for_ever() {
        for hashed in [
            "app-511eda0e0f7a2d04.js",
            "app-511eda0e0f7a2d04_bg.wasm",
            "reading-en-0c4742be4cc6.txt",
        ] {
            assert!(has_hash(Path::new(hashed)), "{hashed}");
        }
        for plain in [
            "index.html",
            "sw.js",
            "app-511eda0e0f7a2d04",
            "a-0123456789ag.js",
            "é-b.txt",
        ] {
            assert!(!has_hash(Path::new(plain)), "{plain}");
        }
    }

    #[test]
    fn the_page_is_told_the_speed_and_nothing_else_is_touched() {
        let page = "<!doctype html>\n<html lang=x><title>é</title>\n</HEAD><body><header></header></body></html>";
        let told = with_speed(page, 60);
        assert_eq!(told.replace("<meta name=\"practice\" content=\"60\">", ""), page);
        assert!(told.contains("\n<meta name=\"practice\" content=\"60\"></HEAD>"));
        assert_eq!(with_speed("no head", 60), "no head");
    }

    #[test]
    fn brotli_is_sent_to_those_who_take_it() {
        let takes = |accepted: &str| {
            takes_brotli(
                &hyper::Request::get("/")
                    .header("accept-encoding", accepted)
                    .body(())
                    .unwrap()
                    .into_parts()
                    .0,
            )
        };
        assert!(takes("gzip, deflate, br, zstd") && takes("BR;q=0.5"));
        assert!(!takes("gzip") && !takes("br;q=0") && !takes("brotli") && !takes(""));
    }
}
