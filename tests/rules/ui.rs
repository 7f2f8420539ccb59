//! `kit ← features ← shell`; the window's own functions only in `host`; Vietnamese only in `text`.

use product_tests::sources::{Source, has_vietnamese, with_endings};

const SRC: &str = "ui/src";

/// What a module imports, with the line: `import … from "x"`, `import "x"`, `export … from "x"`,
/// `import("x")`.
fn imports(text: &str) -> Vec<String> {
    let text = without_comments(text);
    let mut found = Vec::new();
    for word in ["from", "import"] {
        for (at, _) in text.match_indices(word) {
            let rest = text[at + word.len()..].trim_start().trim_start_matches('(').trim_start();
            if let Some(quote) = rest.chars().next().filter(|c| matches!(c, '"' | '\'' | '`'))
                && let Some(end) = rest[1..].find(quote)
            {
                found.push(rest[1..=end].to_owned());
            }
        }
    }
    found
}

/// Without what only readers of the source see. A `//` after a colon is an address, not a comment.
fn without_comments(text: &str) -> String {
    let mut rest = text;
    let mut kept = String::new();
    while let Some((at, open, close)) = [("/*", "*/"), ("<!--", "-->"), ("//", "\n")]
        .iter()
        .filter_map(|(open, close)| {
            let at = rest.match_indices(open).find(|(at, _)| *open != "//" || !rest[..*at].ends_with(':'))?.0;
            Some((at, *open, *close))
        })
        .min()
    {
        kept.push_str(&rest[..at]);
        let inside = &rest[at + open.len()..];
        rest = inside
            .find(close)
            .map_or("", |end| if open == "//" { &inside[end..] } else { &inside[end + close.len()..] });
    }
    kept + rest
}

/// The place below `ui/src` an import leads to; a package of others leads nowhere.
fn place(from: &str, import: &str) -> Option<String> {
    if import.starts_with('.') {
        let folder = from.rsplit_once('/').map_or("", |(f, _)| f);
        let mut parts: Vec<&str> = folder.split('/').collect();
        for part in import.split('/') {
            match part {
                "." => {}
                ".." => _ = parts.pop(),
                other => parts.push(other),
            }
        }
        return parts.join("/").strip_prefix("ui/src/").map(str::to_owned);
    }
    // `$kit/x`, `@/kit/x`, `~/kit/x`, `/src/kit/x`: the usual shapes of an alias.
    ["@/", "~/", "/src/", "src/", "$lib/", "$"].iter().find_map(|p| import.strip_prefix(p)).map(str::to_owned)
}

/// Tier and, for a feature, its name.
fn room(place: &str) -> (&str, &str) {
    let mut parts = place.split('/');
    (parts.next().unwrap_or_default(), parts.next().unwrap_or_default())
}

fn faults(sources: &[Source]) -> Vec<String> {
    // A file beside the folders, as the shape of a screen, belongs to all features.
    let is_feature = |name: &str| sources.iter().any(|s| s.is_in(&format!("{SRC}/features/{name}")));
    let mut faults = Vec::new();
    for source in sources.iter().filter(|s| s.is_in(SRC) && s.ends_with(&[".ts", ".svelte", ".js"])) {
        let own = source.path.strip_prefix("ui/src/").unwrap_or_default();
        let (tier, name) = room(own);
        let mut fault = |words: String| faults.push(format!("{}: {words}", source.path));
        for import in imports(&source.text) {
            if import.starts_with("@tauri-apps") && tier != "host" {
                fault(format!("{import} may only be imported in ui/src/host"));
            }
            let Some(place) = place(&source.path, &import) else { continue };
            let (other, other_name) = room(&place);
            let allowed = match (tier, other) {
                ("features", "features") => name == other_name || !is_feature(other_name),
                ("features", "shell") => false,
                ("kit", "features" | "shell" | "api") => false,
                ("keyboard" | "text" | "host" | "api", "features" | "shell" | "kit") => false,
                _ => true,
            };
            if !allowed {
                fault(format!("{tier} must not know {place}"));
            }
        }
        // What only tests are given may speak as a person would.
        let for_tests = own.contains(".test.") || tier == "testing";
        let may_speak = tier == "text" || own.starts_with("api/generated/") || for_tests;
        if !may_speak {
            let kept = without_comments(&source.text);
            if let Some(line) = kept.lines().find(|l| has_vietnamese(l)) {
                fault(format!("Vietnamese belongs in ui/src/text: {}", line.trim()));
            }
        }
    }
    faults
}

#[test]
fn the_window_keeps_its_tiers_and_its_words_in_their_rooms() {
    let sources = with_endings(&[".ts", ".svelte", ".js"]);
    assert!(sources.iter().any(|s| s.is_in(SRC)), "there is no window yet");
    super::none(&faults(&sources));
}

#[test]
fn a_tier_that_knows_too_much_is_found() {
    let sources = [
        Source::new("ui/src/kit/field.ts", "import { x } from '../features/keying/state';\nimport { cn } from 'clsx';"),
        Source::new(
            "ui/src/features/plan/page.ts",
            "import a from \"../areas/list\";\nimport b from './own';\nimport s from '../screen';",
        ),
        Source::new("ui/src/features/plan/menu.ts", "export { go } from '$shell/routes';\nimport k from '@/kit/grid';"),
        Source::new("ui/src/features/plan/late.ts", "const m = await import('../../features/areas/page.svelte');"),
        Source::new(
            "ui/src/shell/app.ts",
            "import p from '../features/plan/page';\nimport { invoke } from '@tauri-apps/api/core';",
        ),
        Source::new("ui/src/features/areas/list.ts", ""),
        Source::new("ui/src/features/screen.ts", "export type Screen = 'plan';"),
        Source::new("ui/src/host/tauri.ts", "import { invoke } from '@tauri-apps/api/core';"),
        Source::new("ui/vite.config.ts", "import { x } from '@tauri-apps/cli';"),
    ];
    assert_eq!(
        faults(&sources),
        [
            "ui/src/kit/field.ts: kit must not know features/keying/state",
            "ui/src/features/plan/page.ts: features must not know features/areas/list",
            "ui/src/features/plan/menu.ts: features must not know shell/routes",
            "ui/src/features/plan/late.ts: features must not know features/areas/page.svelte",
            "ui/src/shell/app.ts: @tauri-apps/api/core may only be imported in ui/src/host",
        ]
    );
}

#[test]
fn vietnamese_outside_its_room_is_found_but_not_in_comments() {
    let sources = [
        Source::new("ui/src/features/plan/Page.svelte", "<!-- kế hoạch -->\n<h1>Kế hoạch</h1>"),
        Source::new("ui/src/kit/date.ts", "// thứ Bảy\nconst a = 'https://x'; /* Chủ\nnhật */ const b = 'x';"),
        Source::new("ui/src/kit/day.ts", "const a = 'https://x', day = 'Chủ nhật';"),
        Source::new("ui/src/text/vi.ts", "export const plan = 'Kế hoạch';"),
        Source::new("ui/src/api/generated/contract.ts", "/** tổ trưởng */ const x = 'Tổ';"),
        Source::new("ui/src/testing/sheets.ts", "export const area = 'Hà Trì 2';"),
        Source::new("ui/src/kit/fold.test.ts", "expect(fold('Đơ')).toBe('do');"),
    ];
    assert_eq!(
        faults(&sources),
        [
            "ui/src/features/plan/Page.svelte: Vietnamese belongs in ui/src/text: <h1>Kế hoạch</h1>",
            "ui/src/kit/day.ts: Vietnamese belongs in ui/src/text: const a = 'https://x', day = 'Chủ nhật';",
        ]
    );
}
