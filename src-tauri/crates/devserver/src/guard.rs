//! Who may ask: a page of this server, on this machine. Another site's page, or a name that some DNS
//! points here, may not.

use http_body_util::{BodyExt, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::{Method, Request};

use crate::answer::Answer;

/// Largest request: a pasted table of thousands of rows fits.
const LARGEST: usize = 4 * 1024 * 1024;

/// The body of a request that may be answered.
pub(crate) async fn admit(request: Request<Incoming>, port: u16) -> Result<Bytes, Answer> {
    let header = |name: &str| request.headers().get(name).map(|v| v.to_str().unwrap_or_default());
    may_ask(request.method(), header("host"), header("origin"), header("content-type"), port)?;
    match Limited::new(request.into_body(), LARGEST).collect().await {
        Ok(body) => Ok(body.to_bytes()),
        Err(error) if error.is::<http_body_util::LengthLimitError>() => {
            Err(Answer::refused(413, "the request is too large"))
        }
        Err(_) => Err(Answer::refused(400, "the request ended early")),
    }
}

fn may_ask(
    method: &Method,
    host: Option<&str>,
    origin: Option<&str>,
    content: Option<&str>,
    port: u16,
) -> Result<(), Answer> {
    let here = [format!("127.0.0.1:{port}"), format!("localhost:{port}")];
    if !host.is_some_and(|h| here.iter().any(|known| h == known)) {
        return Err(Answer::refused(403, "not for this host"));
    }
    let is_own = |o: &str| o.strip_prefix("http://").is_some_and(|o| here.iter().any(|known| o == known));
    if origin.is_some_and(|o| !is_own(o)) {
        return Err(Answer::refused(403, "not from this origin"));
    }
    match *method {
        Method::GET => Ok(()),
        // A form of another page can send no JSON.
        Method::POST if content.is_some_and(is_json) => Ok(()),
        Method::POST => Err(Answer::refused(415, "only JSON")),
        _ => Err(Answer::refused(405, "only GET and POST")),
    }
}

fn is_json(content: &str) -> bool {
    content.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(method: &Method, host: &str, origin: Option<&str>, content: Option<&str>) -> u16 {
        may_ask(method, Some(host), origin, content, 4000).err().map_or(200, |refusal| refusal.status)
    }

    #[test]
    fn only_its_own_pages_may_ask() {
        let json = Some("application/json; charset=utf-8");
        assert_eq!(status(&Method::GET, "127.0.0.1:4000", None, None), 200);
        assert_eq!(status(&Method::POST, "127.0.0.1:4000", Some("http://127.0.0.1:4000"), json), 200);
        assert_eq!(status(&Method::POST, "localhost:4000", Some("http://localhost:4000"), json), 200);
        assert_eq!(status(&Method::GET, "ward.example.com:4000", None, None), 403);
        assert_eq!(status(&Method::GET, "127.0.0.1:4001", None, None), 403);
        for origin in ["http://example.com", "null", "http://127.0.0.1:4001", "https://127.0.0.1:4000"] {
            assert_eq!(status(&Method::POST, "127.0.0.1:4000", Some(origin), json), 403, "{origin}");
        }
        assert!(may_ask(&Method::GET, None, None, None, 4000).is_err());
    }

    #[test]
    fn only_json_is_taken() {
        for content in [None, Some("text/plain"), Some("application/x-www-form-urlencoded")] {
            assert_eq!(status(&Method::POST, "127.0.0.1:4000", None, content), 415);
        }
        assert_eq!(status(&Method::DELETE, "127.0.0.1:4000", None, None), 405);
    }
}
