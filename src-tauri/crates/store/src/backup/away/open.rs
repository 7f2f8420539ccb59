//! Opening such a file with its passphrase.

use std::fs::OpenOptions;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;

use age::Decryptor;
use domain::backup::Fault;
use flate2::read::GzDecoder;

use super::keys::unseal;
use super::pack::{archive, described, small};
use super::{BACKUP, KEY};
use crate::backup::manifest::{FORMAT, Manifest};
use crate::backup::verify::examine;
use crate::error::{Result, StoreError};
use crate::file::remove_whole;

/// Far above any manifest; a line without end is none.
const LONGEST_LINE: u64 = 1 << 20;

/// Decrypts the backup in a file into `target`, which must not exist, and examines it as its manifest says.
///
/// Takes about a second for the passphrase alone.
///
/// # Errors
/// [`StoreError::WrongPassphrase`]; [`StoreError::Backup`] with what is wrong with the file; `target` cannot be
/// written. Nothing is left at `target` then.
pub fn open(path: &Path, passphrase: &str, target: &Path) -> Result<Manifest> {
    let mut archive = archive(path)?.map_err(StoreError::Backup)?;
    described(&mut archive).map_err(StoreError::Backup)?;
    let sealed = small(&mut archive, KEY).map_err(StoreError::Backup)?;
    let identity = unseal(&sealed, passphrase)?;
    let changed = || StoreError::Backup(Fault::Changed);
    let part = archive.by_name(BACKUP).map_err(|_| changed())?;
    let decryptor = Decryptor::new_buffered(BufReader::new(part)).map_err(|_| changed())?;
    // The key opens and this does not: another file's, or changed.
    let stream = decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity)).map_err(|_| changed())?;
    let mut stream = BufReader::new(stream);
    let mut line = String::new();
    stream.by_ref().take(LONGEST_LINE).read_line(&mut line).map_err(|_| changed())?;
    let manifest: Manifest = serde_json::from_str(&line).map_err(|_| StoreError::Backup(Fault::Undescribed))?;
    if manifest.format > FORMAT {
        return Err(StoreError::Backup(Fault::Newer));
    }
    OpenOptions::new().write(true).create_new(true).open(target).map_err(StoreError::io(target))?;
    let written = unpack(stream, &manifest, target).and_then(|()| match examine(target, &manifest)? {
        Ok(()) => Ok(manifest),
        Err(fault) => Err(StoreError::Backup(fault)),
    });
    if written.is_err() {
        remove_whole(target);
    }
    written
}

/// No more than the manifest says: what unpacks to more is not what was packed.
fn unpack(packed: impl BufRead, manifest: &Manifest, target: &Path) -> Result<()> {
    let mut file = OpenOptions::new().write(true).open(target).map_err(StoreError::io(target))?;
    let mut plain = GzDecoder::new(packed).take(manifest.size.saturating_add(1));
    let mut buffer = vec![0; 1 << 16];
    loop {
        // Reading and writing fail for reasons of their own.
        match plain.read(&mut buffer).map_err(|_| StoreError::Backup(Fault::Changed))? {
            0 => break,
            n => file.write_all(&buffer[..n]).map_err(StoreError::io(target))?,
        }
    }
    file.sync_all().map_err(StoreError::io(target))
}
