//! An element a component binds is gone once the component is: the browser still delivers a scroll, a
//! resize or a tick afterwards. Declared as `T | null`, the compiler asks what happens then.

use product_tests::sources::{Source, with_endings};

fn faults(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources.iter().filter(|s| s.is_in("ui/src")) {
        for line in source.text.lines().map(str::trim).filter(|l| l.starts_with("let ")) {
            let kind = line.split_once(": ").and_then(|(_, kind)| kind.strip_suffix(';'));
            if kind.is_some_and(|k| (k.starts_with("HTML") || k.starts_with("SVG")) && !k.contains(" = ")) {
                faults.push(format!("{}: may be gone, so it is `| null = null`: {line}", source.path));
            }
        }
    }
    faults
}

#[test]
fn whoever_holds_an_element_reckons_with_its_end() {
    let sources = with_endings(&[".svelte"]);
    assert!(sources.iter().any(|s| s.text.contains("bind:this")), "no component holds an element");
    super::none(&faults(&sources));
}

#[test]
fn an_element_taken_for_lasting_is_found() {
    let sources = [
        Source::new("ui/src/kit/View.svelte", "  let view: HTMLDivElement;\n  let bar: HTMLElement | null = null;"),
        Source::new("ui/src/kit/Line.svelte", "  let line: SVGElement;\n  let n: number;"),
    ];
    assert_eq!(
        faults(&sources),
        [
            "ui/src/kit/View.svelte: may be gone, so it is `| null = null`: let view: HTMLDivElement;",
            "ui/src/kit/Line.svelte: may be gone, so it is `| null = null`: let line: SVGElement;",
        ]
    );
}
