//! What goes back, apart from the HTTP library.

use http_body_util::Full;
use hyper::body::Bytes;
use hyper::header::{HeaderName, HeaderValue};
use hyper::{Response, StatusCode};
use office::error::WireError;
use serde::Serialize;

/// The window's own policy, so that what breaks under it breaks here first.
const WINDOW: &str = include_str!("../../../tauri.conf.json");

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) mime: String,
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn of(mime: &str, body: Vec<u8>) -> Self {
        Self { status: 200, mime: mime.to_owned(), headers: Vec::new(), body }
    }

    pub(crate) fn json(value: &impl Serialize) -> Self {
        match serde_json::to_vec(value) {
            Ok(body) => Self::of("application/json", body),
            Err(error) => Self::refused(500, &error.to_string()),
        }
    }

    /// A command's answer or its refusal.
    pub(crate) fn wire<T: Serialize>(answer: Result<T, WireError>) -> Self {
        match answer {
            Ok(answer) => Self::json(&answer),
            Err(error) => Self { status: 422, ..Self::json(&error) },
        }
    }

    /// Refused before any command was asked.
    pub(crate) fn refused(status: u16, why: &str) -> Self {
        Self { status, ..Self::of("text/plain; charset=utf-8", why.as_bytes().to_vec()) }
    }

    /// With a name to save it under; `way`: `inline` or `attachment`.
    pub(crate) fn named(mut self, way: &str, name: &str) -> Self {
        self.headers.push(("content-disposition", format!("{way}; filename*=UTF-8''{}", escaped(name))));
        self
    }

    pub(crate) fn into_response(self) -> Response<Full<Bytes>> {
        let always = [
            ("content-type", self.mime),
            ("cache-control", "no-store".to_owned()),
            ("x-content-type-options", "nosniff".to_owned()),
            ("referrer-policy", "no-referrer".to_owned()),
        ];
        let mut response = Response::new(Full::from(self.body));
        *response.status_mut() = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        for (name, value) in always.into_iter().chain(self.headers) {
            if let Ok(value) = HeaderValue::from_str(&value) {
                response.headers_mut().insert(HeaderName::from_static(name), value);
            }
        }
        response
    }
}

/// The content security policy that `tauri.conf.json` gives the window.
pub(crate) fn policy() -> Result<String, Box<dyn std::error::Error + Send + Sync>> {
    let window: serde_json::Value = serde_json::from_str(WINDOW)?;
    let policy = window["app"]["security"]["csp"].as_str().ok_or("tauri.conf.json holds no policy")?;
    Ok(policy.to_owned())
}

/// Percent-encoded as RFC 8187 wants it.
fn escaped(name: &str) -> String {
    name.bytes()
        .map(|b| match b {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(b).to_string(),
            _ => format!("%{b:02X}"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_keeps_its_vietnamese_name() {
        let answer = Answer::of("application/pdf", Vec::new()).named("attachment", "Tờ rơi.pdf");
        let expected = "attachment; filename*=UTF-8''T%E1%BB%9D%20r%C6%A1i.pdf".to_owned();
        assert_eq!(answer.headers, [("content-disposition", expected)]);
    }

    #[test]
    fn the_policy_is_the_windows() {
        let policy = policy().expect("a policy");
        assert!(policy.starts_with("default-src 'self'; "), "{policy}");
        assert!(!policy.contains("unsafe-eval"), "{policy}");
    }
}
