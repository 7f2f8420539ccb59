//! The words by which papers are compared, and how they are shown.

use sha2::{Digest, Sha256};

use crate::ids::{MemberId, PersonId};

/// Who is on a team's paper, as a line: how many, and a digest of their numbers. A name is personal data and
/// would stay in the journal.
#[must_use]
pub fn roster_says(head: Option<PersonId>, members: &[(MemberId, Option<u32>)]) -> String {
    let mut members = members.to_vec();
    members.sort_unstable();
    let mut digest = Sha256::new();
    digest.update(head.map_or(0, |p| p.0).to_be_bytes());
    for (member, pair) in &members {
        digest.update(member.0.to_be_bytes());
        digest.update(pair.unwrap_or_default().to_be_bytes());
    }
    let short: String = digest.finalize().iter().take(6).map(|b| format!("{b:02x}")).collect();
    format!("Danh sách {} người{MARK}{short}", members.len())
}

/// What follows it is for comparing, not for reading.
const MARK: &str = " #";

/// As a person reads it: without digests.
#[must_use]
pub fn shown(says: &str) -> String {
    let lines: Vec<&str> = says.lines().map(readable).collect();
    lines.join("\n")
}

fn readable(fact: &str) -> &str {
    fact.rsplit_once(MARK).filter(|(_, digest)| digest.len() == 12).map_or(fact, |(words, _)| words)
}

/// The facts in which a paper differs from what holds now, as a person reads them: what it says, and what it
/// ought to say. A fact that the paper leaves out on purpose is not asked for.
#[must_use]
pub fn differing(says: &str, now: &str) -> (String, String) {
    let gone: Vec<&str> = says.lines().filter(|fact| !now.lines().any(|known| known == *fact)).collect();
    let kinds: Vec<&str> = gone.iter().map(|fact| label(fact)).collect();
    let instead = now.lines().filter(|fact| !says.lines().any(|known| known == *fact));
    let instead: Vec<&str> = instead.filter(|fact| kinds.contains(&label(fact))).collect();
    let words = |facts: &[&str]| facts.iter().map(|f| readable(f)).collect::<Vec<_>>().join("; ");
    match words(&gone) == words(&instead) {
        true if !gone.is_empty() => (words(&gone), format!("{} (người khác)", words(&instead))),
        _ => (words(&gone), words(&instead)),
    }
}

/// What a fact is about: the word before its colon, where it is one of the flyer's; every other tells of place,
/// time and team.
fn label(fact: &str) -> &str {
    const KNOWN: [&str; 5] = ["Đường dẫn", "Đường dây của cơ quan", "Mẫu", "Tiêu đề", "Các bước"];
    let known = fact.split_once(": ").map(|(label, _)| label).filter(|label| KNOWN.contains(label));
    known.unwrap_or(if fact.starts_with("Danh sách ") { "Danh sách" } else { "" })
}
