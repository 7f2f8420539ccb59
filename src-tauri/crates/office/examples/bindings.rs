//! Writes the contract's TypeScript into a folder: `cargo xtask bindings` calls this. Files that are
//! already right are left alone; files that are no longer generated are removed.

use std::path::PathBuf;

fn main() -> std::io::Result<()> {
    let folder: PathBuf =
        std::env::args_os().nth(1).map(PathBuf::from).ok_or_else(|| std::io::Error::other("usage: bindings FOLDER"))?;
    std::fs::create_dir_all(&folder)?;
    let files = office::contract::bindings();
    for entry in std::fs::read_dir(&folder)? {
        let path = entry?.path();
        let ours = path.file_name().and_then(|n| n.to_str()).is_some_and(|n| files.contains_key(n));
        if !ours {
            std::fs::remove_file(path)?;
        }
    }
    for (name, text) in files {
        let path = folder.join(name);
        if std::fs::read_to_string(&path).ok().as_deref() != Some(text.as_str()) {
            std::fs::write(path, text)?;
        }
    }
    Ok(())
}
