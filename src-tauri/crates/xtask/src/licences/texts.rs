//! The texts of a component's licence.

use anyhow::{Context, Result, ensure};

use super::{Part, licence_files};

/// Names of licences in file names, other than MIT.
const OTHERS: [&str; 8] = ["apache", "unlicense", "zlib", "bsl", "boost", "bsd", "0bsd", "gpl"];

/// Components without a text of their own, under a licence that a neighbour gives in full.
const BORROWED: [(&str, &str); 2] = [
    // The same author's, of the same repository.
    ("alloc-stdlib", "alloc-no-stdlib"),
    // MPL-2.0 has one text.
    ("selectors", "cssparser"),
];

/// What those who give a program away under MIT without a text of their own ask to be kept.
const MIT: &str = "MIT License

Copyright (c) {authors}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the \"Software\"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED \"AS IS\", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
";

/// At least one; of a choice between MIT and others, MIT's, because it is the one made use of.
pub(super) fn of(part: &Part, all: &[Part]) -> Result<Vec<String>> {
    let borrowed = BORROWED.iter().find(|(name, _)| *name == part.name).map(|(_, neighbour)| *neighbour);
    let lender = borrowed.and_then(|name| all.iter().find(|p| p.name == name)).unwrap_or(part);
    let mut files = lender.folder.as_deref().map_or_else(|| Ok(Vec::new()), licence_files)?;
    let names = |path: &std::path::Path, word: &str| {
        path.file_name().is_some_and(|n| n.to_string_lossy().to_lowercase().contains(word))
    };
    if is_choice(&part.licence) && files.iter().any(|f| names(f, "mit")) {
        files.retain(|f| names(f, "mit") || !OTHERS.iter().any(|other| names(f, other)));
    }
    let mut texts = Vec::new();
    for file in &files {
        let bytes = std::fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
        let text = String::from_utf8_lossy(&bytes).replace("\r\n", "\n");
        // Some keep a line that says where the text is.
        if text.len() > 200 || text.to_lowercase().contains("copyright") {
            texts.push(text);
        }
    }
    if texts.is_empty() {
        let licence = &part.licence;
        ensure!(licence.contains("MIT"), "{} has no text for {licence}: name a neighbour that has it", part.title());
        let holders =
            if part.authors.is_empty() { format!("the authors of {}", part.name) } else { part.authors.join(", ") };
        texts.push(MIT.replace("{authors}", &holders));
    }
    Ok(texts)
}

/// Whether MIT alone is enough.
fn is_choice(licence: &str) -> bool {
    !licence.contains("AND") && licence.split(" OR ").any(|l| l.trim() == "MIT")
}

/// Two texts with one key say the same.
pub(super) fn key(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mit_is_enough_only_where_it_is_one_of_a_choice() {
        assert!(is_choice("MIT OR Apache-2.0") && is_choice("Apache-2.0 OR BSL-1.0 OR MIT") && is_choice("MIT"));
        assert!(!is_choice("(MIT OR Apache-2.0) AND Unicode-3.0") && !is_choice("BSD-3-Clause"));
    }

    #[test]
    fn a_text_of_ours_names_the_authors_once_and_says_what_mit_says() {
        let (name, version, licence) = ("a".to_owned(), "1.0.0".to_owned(), "MIT OR Zlib".to_owned());
        let part = Part { name, version, licence, folder: None, authors: vec!["B".to_owned(), "C".to_owned()] };
        let texts = of(&part, &[]).expect("a text");
        assert!(texts[0].contains("Copyright (c) B, C\n") && texts[0].contains("AUTHORS OR COPYRIGHT HOLDERS BE"));
        assert!(of(&Part { licence: "MPL-2.0".to_owned(), ..part }, &[]).is_err());
    }

    #[test]
    fn line_breaks_make_no_other_text() {
        assert_eq!(key("Copyright (c)\n  2020  A"), key("Copyright (c) 2020\nA\n"));
    }
}
