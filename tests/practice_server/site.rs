//! The app beside the account.

use std::path::PathBuf;

use crate::client::Server;

/// A small site beside a file that is none of its own.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let site = folder.join("site");
        std::fs::create_dir_all(site.join("sub")).expect("a folder");
        for (file, text) in [
            ("../outside.txt", "outside"),
            (
                "index.html",
                "<!doctype html><html lang=en><title>x</title></head><body></body></html>",
            ),
            ("index.html.br", "not to be sent"),
            ("app-0123456789ab.js", "plain"),
            ("app-0123456789ab.js.br", "brotli"),
            ("app-0123456789ab_bg.wasm", "\0asm"),
            ("base.css", "a{}"),
            ("sub/index.html", "<html></head></html>"),
            ("sub/notes.txt", "notes"),
            (".hidden", "hidden"),
            ("subscriptions", "a file of this name is never served"),
        ] {
            std::fs::write(site.join(file), text).expect("written");
        }
        Folder(folder)
    }

    fn site(&self) -> String {
        self.0.join("site").to_str().expect("UTF-8").to_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A folder that stays does no harm.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn the_page_is_told_the_speed_and_files_have_their_types() {
    let folder = Folder::new("practice-site-types");
    let server = Server::start(&["--app", &folder.site()]);
    let page = server.ask("GET", "/", &[("Accept-Encoding", "br")], "");
    assert_eq!(
        page.text(),
        "<!doctype html><html lang=en><title>x</title><meta name=\"practice\" content=\"0\"></head><body></body></html>"
    );
    assert_eq!(page.header("cache-control"), Some("no-cache"));
    assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
    assert_eq!(page.header("content-encoding"), None);
    assert_eq!(page.header("content-security-policy"), Some("frame-ancestors 'none'"));
    server.control("speed", "{\"speed\":30}");
    for path in ["/index.html", "/sub/", "/?x=1"] {
        assert!(
            server.ask("GET", path, &[], "").text().contains("content=\"30\""),
            "{path}"
        );
    }
    for (path, kind, cache) in [
        (
            "/app-0123456789ab_bg.wasm",
            "application/wasm",
            "public, max-age=31536000, immutable",
        ),
        (
            "/app-0123456789ab.js",
            "text/javascript; charset=utf-8",
            "public, max-age=31536000, immutable",
        ),
        ("/base.css", "text/css; charset=utf-8", "no-cache"),
        ("/sub/notes%2Etxt", "text/plain; charset=utf-8", "no-cache"),
    ] {
        let reply = server.ask("GET", path, &[], "");
        assert_eq!(
            (
                reply.status,
                reply.header("content-type"),
                reply.header("cache-control")
            ),
            (200, Some(kind), Some(cache)),
            "{path}"
        );
        assert_eq!(reply.header("x-content-type-options"), Some("nosniff"));
    }
    let packed = server.ask("GET", "/app-0123456789ab.js", &[("Accept-Encoding", "gzip, br")], "");
    assert_eq!(
        (packed.text().as_str(), packed.header("content-encoding")),
        ("brotli", Some("br"))
    );
    assert_eq!(server.ask("GET", "/app-0123456789ab.js", &[], "").text(), "plain");
    let head = server.ask("HEAD", "/base.css", &[], "");
    assert_eq!(
        (head.status, head.body.len(), head.header("content-length")),
        (200, 0, Some("3"))
    );
    assert_eq!(server.ask("POST", "/base.css", &[], "").status, 405);
}

#[test]
fn no_path_leads_out_of_the_site() {
    let folder = Folder::new("practice-site-paths");
    let server = Server::start(&["--app", &folder.site()]);
    for path in [
        "/../outside.txt",
        "/%2e%2e/outside.txt",
        "/..%2foutside.txt",
        "/sub/../../outside.txt",
        "/.%2e/outside.txt",
        "/..%5coutside.txt",
        "/%2foutside.txt",
        "//outside.txt",
        "/.hidden",
        "/sub",
        "/sub/notes.txt/",
        "/%00",
        "/%",
        "/%zz",
        "/nothing",
        "/.practice",
        "/C:%5cx",
    ] {
        let reply = server.ask("GET", path, &[], "");
        assert_eq!(reply.status, 404, "{path}: {}", reply.text());
    }
    let raw = format!(
        "GET /../outside.txt HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
        server.address
    );
    assert_eq!(server.raw(raw.as_bytes()).status, 404);
    // Routes of the account are the account's.
    assert_eq!(server.ask("GET", "/subscriptions", &[], "").status, 401);
}

#[cfg(unix)]
#[test]
fn a_link_in_the_site_leads_nowhere_else() {
    let folder = Folder::new("practice-site-link");
    let link = PathBuf::from(folder.site()).join("link.txt");
    std::os::unix::fs::symlink(folder.0.join("outside.txt"), link).expect("a link");
    let server = Server::start(&["--app", &folder.site()]);
    assert_eq!(server.ask("GET", "/link.txt", &[], "").status, 404);
}

#[test]
fn without_an_app_there_is_none() {
    let server = Server::start(&[]);
    assert_eq!(server.ask("GET", "/", &[], "").status, 404);
}
