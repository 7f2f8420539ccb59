//! What lies on the disk: the hash of a file, and names that outlive a power cut.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::error::{Result, StoreError};

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// Size and SHA-256 of a file, read anew piece by piece.
pub(crate) fn sha256_of(path: &Path) -> Result<(u64, String)> {
    let mut file = File::open(path).map_err(StoreError::io(path))?;
    let (mut hash, mut size, mut piece) = (Sha256::new(), 0, vec![0; 1 << 18]);
    loop {
        match file.read(&mut piece).map_err(StoreError::io(path))? {
            0 => return Ok((size, hex(&hash.finalize()))),
            n => {
                hash.update(&piece[..n]);
                size += n as u64;
            }
        }
    }
}

/// Renames within a folder, on disk when this returns.
pub(crate) fn rename(from: &Path, to: &Path) -> Result<()> {
    std::fs::rename(from, to).map_err(StoreError::io(to))?;
    sync_folder(to)
}

/// A new name is on disk once its folder is; Windows writes names down by itself.
pub(crate) fn sync_folder(of: &Path) -> Result<()> {
    if cfg!(unix)
        && let Some(folder) = of.parent()
    {
        // A bare name lies in the folder one is in.
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        File::open(folder).and_then(|f| f.sync_all()).map_err(StoreError::io(folder))?;
    }
    Ok(())
}
