//! The order of properties. The schema of ECMA-376 (Part 1, Annex A, `wml.xsd`) has them as sequences and
//! Word refuses some files that break one; docx-rs writes them as they come.

/// Properties in the schema's order, as far as a paper uses them.
const SEQUENCES: [(&str, &[&str]); 6] = [
    (
        "w:pPr",
        &[
            "w:keepNext",
            "w:keepLines",
            "w:widowControl",
            "w:pBdr",
            "w:spacing",
            "w:ind",
            "w:jc",
            "w:outlineLvl",
            "w:rPr",
            "w:sectPr",
        ],
    ),
    ("w:rPr", &["w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:color", "w:sz", "w:szCs", "w:lang"]),
    ("w:tblPr", &["w:tblW", "w:jc", "w:tblInd", "w:tblBorders", "w:tblLayout", "w:tblCellMar"]),
    ("w:trPr", &["w:cantSplit", "w:trHeight", "w:tblHeader"]),
    ("w:tcPr", &["w:tcW", "w:gridSpan", "w:vMerge", "w:tcBorders", "w:vAlign"]),
    (
        "w:sectPr",
        &["w:headerReference", "w:footerReference", "w:pgSz", "w:pgMar", "w:pgNumType", "w:cols", "w:titlePg"],
    ),
];

/// The same part with the children of every property element in order.
pub(super) fn ordered(xml: &str) -> String {
    SEQUENCES.iter().fold(xml.to_owned(), |xml, (element, order)| sorted(&xml, element, order))
}

fn sorted(xml: &str, element: &str, order: &[&str]) -> String {
    let (open, close) = (format!("<{element}>"), format!("</{element}>"));
    let mut done = String::with_capacity(xml.len());
    let mut rest = xml;
    while let Some((before, inside)) = rest.split_once(&open) {
        // An element that is never closed is left as it is.
        let Some((inside, after)) = inside.split_once(&close) else { break };
        let mut children = children(inside);
        children.sort_by_key(|child| order.iter().position(|name| *name == name_of(child)).unwrap_or(order.len()));
        done.push_str(before);
        done.push_str(&open);
        done.extend(children);
        done.push_str(&close);
        rest = after;
    }
    done.push_str(rest);
    done
}

/// The elements directly inside; none of ours holds one of its own name.
fn children(inside: &str) -> Vec<&str> {
    let mut children = Vec::new();
    let mut rest = inside;
    while !rest.is_empty() {
        let tag = rest.find('>').map_or(rest.len(), |end| end + 1);
        let end = if rest[..tag].ends_with("/>") {
            tag
        } else {
            let close = format!("</{}>", name_of(rest));
            rest.find(&close).map_or(rest.len(), |at| at + close.len())
        };
        let (child, after) = rest.split_at(end);
        children.push(child);
        rest = after;
    }
    children
}

fn name_of(element: &str) -> &str {
    let name = element.trim_start_matches('<');
    name.split([' ', '>', '/']).next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_are_put_in_the_order_of_the_schema() {
        let loose = concat!(
            r#"<w:p><w:pPr><w:rPr><w:sz w:val="2" /><w:b /></w:rPr><w:jc w:val="center" /><w:spacing w:line="1" />"#,
            r#"<w:keepNext /><w:pBdr><w:top w:sz="6" /></w:pBdr></w:pPr><w:r><w:t>Ngõ</w:t></w:r></w:p>"#,
        );
        let wanted = concat!(
            r#"<w:p><w:pPr><w:keepNext /><w:pBdr><w:top w:sz="6" /></w:pBdr><w:spacing w:line="1" />"#,
            r#"<w:jc w:val="center" /><w:rPr><w:b /><w:sz w:val="2" /></w:rPr></w:pPr><w:r><w:t>Ngõ</w:t></w:r></w:p>"#,
        );
        assert_eq!(ordered(loose), wanted);
        assert_eq!(ordered(wanted), wanted);
    }
}
