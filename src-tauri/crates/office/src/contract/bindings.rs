//! TypeScript from the contract: one file with every type and the table of commands.

use std::any::TypeId;
use std::collections::BTreeMap;

use ts_rs::{Config, TS, TypeVisitor};

use crate::desk::{BackupRequest, BackupState, DeskRequest, DeskState, JobId, JobState, Reply};
use crate::error::WireError;
use crate::guide::{GetGuide, GetWhatsNew, Guide, GuidePdf, GuidePicture, WhatsNew};

/// Types met so far, by name.
#[derive(Default)]
pub(super) struct Types {
    config: Config,
    declared: BTreeMap<String, (TypeId, String)>,
}

impl Types {
    fn add<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_none() {
            return T::visit_generics(self);
        }
        let name = T::ident(&self.config);
        if let Some((other, _)) = self.declared.get(&name) {
            // The window has one room for names: the second would silently get the first one's shape.
            assert!(*other == TypeId::of::<T>(), "two types of the contract are called {name}");
            return;
        }
        let text = declaration(&name, &T::decl(&self.config), T::docs());
        self.declared.insert(name, (TypeId::of::<T>(), text));
        T::visit_dependencies(self);
        T::visit_generics(self);
    }

    pub(super) fn command<C: TS + 'static, A: TS + 'static>(&mut self, name: &str) -> String {
        self.add::<C>();
        self.add::<A>();
        let answer = A::name(&self.config);
        format!("  {name}: {{ request: {}; answer: {answer} }};\n", C::name(&self.config))
    }

    pub(super) fn file<C: TS + 'static>(&mut self, name: &str) -> String {
        self.add::<C>();
        format!("  {name}: {};\n", C::name(&self.config))
    }
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.add::<T>();
    }
}

/// A declaration for export. A row number becomes a branded one, so that an area's id does not pass for
/// a visit's.
fn declaration(name: &str, declared: &str, docs: Option<String>) -> String {
    let declared = if declared == format!("type {name} = number;") {
        format!("type {name} = number & {{ readonly __brand: \"{name}\" }};")
    } else {
        declared.to_owned()
    };
    format!("{}export {declared}\n", docs.unwrap_or_default())
}

/// Files to generate: name → content.
#[must_use]
pub fn bindings() -> BTreeMap<String, String> {
    let mut types = Types::default();
    let [mut calls, mut makes, inspects] = super::typescript(&mut types);
    // What the desk answers itself, of no office.
    calls += &types.command::<GetGuide, Guide>("guide");
    calls += &types.command::<GetWhatsNew, WhatsNew>("whats_new");
    makes += &types.file::<GuidePdf>("guide_pdf");
    makes += &types.file::<GuidePicture>("guide_picture");
    types.add::<DeskRequest>();
    types.add::<DeskState>();
    types.add::<BackupRequest>();
    types.add::<BackupState>();
    types.add::<JobId>();
    types.add::<Reply>();
    types.add::<JobState>();
    types.add::<WireError>();
    let undoable: Vec<String> =
        super::WRITES.iter().filter(|name| super::is_undoable(name)).map(|name| format!("  | '{name}'\n")).collect();
    let undoable = undoable.concat();
    let declared: String = types.declared.into_values().map(|(_, text)| text).collect::<Vec<_>>().join("\n");
    let text = format!(
        "// Generated from src-tauri/crates/office by `cargo xtask bindings`. Do not edit.\n\n{declared}\n\
         /** Questions and deeds. */\nexport interface Calls {{\n{calls}}}\n\n\
         /** Files that can be made. */\nexport interface Makes {{\n{makes}}}\n\n\
         /** Questions that are answered in the background. */\nexport interface Inspects {{\n{inspects}}}\n\n\
         /** Deeds that Ctrl+Z takes back. */\nexport type Undoable =\n{undoable};\n"
    );
    BTreeMap::from([("contract.ts".to_owned(), text)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_is_in_the_table_and_ids_are_branded() {
        let text = bindings().remove("contract.ts").expect("the file");
        for name in [super::super::READS, super::super::WRITES, super::super::MAKES].concat() {
            assert!(text.contains(&format!("  {name}: ")), "{name}");
        }
        assert!(text.contains("export type AreaId = number & { readonly __brand: \"AreaId\" };"));
        assert!(!text.contains("bigint"), "JSON carries numbers");
    }
}
