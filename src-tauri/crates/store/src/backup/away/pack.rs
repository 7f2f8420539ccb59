//! Making such a file, and reading it back.

use std::fs::{File, OpenOptions};
use std::io::{BufReader, Read, Seek, Write};
use std::path::Path;

use domain::backup::Fault;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::keys::{Keys, seal};
use super::latch::Latch;
use super::{ABOUT, About, BACKUP, FORMAT, KEY, Part, READ_ME};
use crate::backup::manifest::Manifest;
use crate::disk::hex;
use crate::error::{Result, StoreError};

/// For whoever has the file and not this program. Also without marks in its name: any system unpacks it.
const WORDS: &str = include_str!("DOC-TOI.txt");
/// Far above what any part but the backup holds.
const SMALL: u64 = 1 << 20;

/// Writes the file, flushes it, reads it back.
pub(super) fn pack(copy: &Path, manifest: &Manifest, keys: &Keys, target: &Path) -> Result<About> {
    let file = OpenOptions::new().read(true).write(true).create_new(true).open(target);
    let file = file.map_err(StoreError::io(target))?;
    let written = write(copy, manifest, keys, &file).map_err(|e| e.on(target))?;
    file.sync_all().map_err(StoreError::io(target))?;
    drop(file);
    match read_back(target)? {
        Ok(read) if read == written => Ok(written),
        Ok(_) => Err(StoreError::Backup(Fault::Changed)),
        Err(fault) => Err(StoreError::Backup(fault)),
    }
}

fn write(copy: &Path, manifest: &Manifest, keys: &Keys, file: &File) -> Result<About> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored).large_file(true);
    let mut latch = Latch::new(file);
    let mut archive = ZipWriter::new(&mut latch);
    archive.start_file(READ_ME, options).map_err(zipped)?;
    archive.write_all(WORDS.as_bytes()).map_err(StoreError::Writing)?;

    archive.start_file(KEY, options).map_err(zipped)?;
    let mut key = Hashing::new(&mut archive);
    key.write_all(&keys.sealed).map_err(StoreError::Writing)?;
    let key = key.part();

    archive.start_file(BACKUP, options).map_err(zipped)?;
    let mut backup = Hashing::new(&mut archive);
    let line = serde_json::to_string(manifest).map_err(|e| StoreError::Value(e.to_string()))?;
    let mut source = BufReader::new(File::open(copy).map_err(StoreError::io(copy))?);
    seal(&keys.recipient()?, &mut backup, |out| {
        writeln!(out, "{line}")?;
        let mut packed = GzEncoder::new(out, Compression::default());
        std::io::copy(&mut source, &mut packed)?;
        packed.finish().map(|_| ())
    })?;
    let backup = backup.part();

    let about = About {
        format: FORMAT,
        number: manifest.number,
        kind: manifest.kind,
        at: manifest.at,
        uid: manifest.uid.clone(),
        office: manifest.office.clone(),
        program: manifest.program.clone(),
        key,
        backup,
    };
    archive.start_file(ABOUT, options).map_err(zipped)?;
    let json = serde_json::to_vec_pretty(&about).map_err(|e| StoreError::Value(e.to_string()))?;
    archive.write_all(&json).map_err(StoreError::Writing)?;
    archive.finish().map_err(zipped)?;
    latch.outcome().map_err(StoreError::Writing)?;
    Ok(about)
}

/// What such a file says of itself, without reading all of it.
///
/// # Errors
/// It cannot be read for a reason that is none of its own.
pub fn about(path: &Path) -> Result<std::result::Result<About, Fault>> {
    Ok(archive(path)?.and_then(|mut archive| described(&mut archive)))
}

/// As [`about`], every byte of its parts compared.
pub(super) fn read_back(path: &Path) -> Result<std::result::Result<About, Fault>> {
    let mut archive = match archive(path)? {
        Ok(archive) => archive,
        Err(fault) => return Ok(Err(fault)),
    };
    Ok(described(&mut archive).and_then(|about| {
        for (name, expected) in [(KEY, &about.key), (BACKUP, &about.backup)] {
            let mut part = archive.by_name(name).map_err(|_| Fault::Changed)?;
            let mut hash = Hashing::new(std::io::sink());
            // The archive's own sum is held against the bytes as well.
            std::io::copy(&mut part, &mut hash).map_err(|_| Fault::Changed)?;
            if hash.part() != *expected {
                return Err(Fault::Changed);
            }
        }
        Ok(about)
    }))
}

pub(super) fn archive(path: &Path) -> Result<std::result::Result<ZipArchive<BufReader<File>>, Fault>> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Err(Fault::Missing)),
        Err(error) => return Err(StoreError::io(path)(error)),
    };
    let size = file.metadata().map_err(StoreError::io(path))?.len();
    let mut reader = BufReader::new(file);
    let mut begins = [0; 4];
    if size == 0 {
        return Ok(Err(Fault::Empty));
    }
    let is_zip = reader.read_exact(&mut begins).is_ok() && begins == *b"PK\x03\x04";
    if !is_zip {
        return Ok(Err(Fault::Foreign));
    }
    reader.rewind().map_err(StoreError::io(path))?;
    // The list of its parts stands at the end.
    Ok(ZipArchive::new(reader).map_err(|_| Fault::Truncated))
}

pub(super) fn described<R: Read + Seek>(archive: &mut ZipArchive<R>) -> std::result::Result<About, Fault> {
    let json = small(archive, ABOUT).map_err(|_| Fault::Foreign)?;
    #[derive(serde::Deserialize)]
    struct Form {
        format: u32,
    }
    let form: Form = serde_json::from_slice(&json).map_err(|_| Fault::Undescribed)?;
    if form.format > FORMAT {
        return Err(Fault::Newer);
    }
    serde_json::from_slice(&json).map_err(|_| Fault::Undescribed)
}

/// A part that is never large, whatever it claims.
pub(super) fn small<R: Read + Seek>(archive: &mut ZipArchive<R>, name: &str) -> std::result::Result<Vec<u8>, Fault> {
    let part = archive.by_name(name).map_err(|_| Fault::Changed)?;
    let mut bytes = Vec::new();
    part.take(SMALL).read_to_end(&mut bytes).map_err(|_| Fault::Changed)?;
    Ok(bytes)
}

fn zipped(error: zip::result::ZipError) -> StoreError {
    match error {
        zip::result::ZipError::Io(error) => StoreError::Writing(error),
        other => StoreError::Value(other.to_string()),
    }
}

/// Counts and hashes what passes.
struct Hashing<W> {
    out: W,
    hash: Sha256,
    size: u64,
}

impl<W: Write> Hashing<W> {
    fn new(out: W) -> Self {
        Self { out, hash: Sha256::new(), size: 0 }
    }

    fn part(self) -> Part {
        Part { size: self.size, sha256: hex(&self.hash.finalize()) }
    }
}

impl<W: Write> Write for Hashing<W> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.hash.update(&bytes[..written]);
        self.size += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.out.flush()
    }
}
