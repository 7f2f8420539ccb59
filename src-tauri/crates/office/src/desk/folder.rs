//! Folders where an office file should not lie: on another computer, or in one that a cloud program copies about.
//!
//! SQLite's log is shared memory between the programs of one computer and cannot work over a network, where locks are
//! not kept either; a cloud program copies the file while it is being written and puts two computers' files side by
//! side. Nothing is forbidden: it is said once.

use std::path::{Component, Path, PathBuf};

/// What is known of a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shared {
    /// On another computer: a network drive.
    Network,
    /// Copied to a cloud; its name as people know it.
    Cloud(&'static str),
}

/// Names of folders that cloud programs make, as the beginning of a path's part; small letters.
const CLOUD_FOLDERS: [(&str, &str); 12] = [
    ("onedrive", "OneDrive"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("drive của tôi", "Google Drive"),
    ("dropbox", "Dropbox"),
    ("iclouddrive", "iCloud"),
    ("icloud drive", "iCloud"),
    ("mobile documents", "iCloud"),
    ("com~apple~clouddocs", "iCloud"),
    ("nextcloud", "Nextcloud"),
    ("pcloud drive", "pCloud"),
];

/// Variables in which a cloud program says where its folder is.
const CLOUD_VARIABLES: [(&str, &str); 3] =
    [("OneDrive", "OneDrive"), ("OneDriveCommercial", "OneDrive"), ("OneDriveConsumer", "OneDrive")];

/// File systems of `/proc/mounts` that lie on another computer.
const NETWORK_SYSTEMS: [&str; 12] = [
    "nfs",
    "nfs4",
    "cifs",
    "smb",
    "smb3",
    "smbfs",
    "afs",
    "ncpfs",
    "fuse.sshfs",
    "fuse.davfs",
    "fuse.gvfsd-fuse",
    "fuse.curlftpfs",
];

/// … and that are a cloud's.
const CLOUD_SYSTEMS: [(&str, &str); 3] =
    [("fuse.rclone", "đám mây"), ("fuse.google-drive-ocamlfuse", "Google Drive"), ("fuse.onedriver", "OneDrive")];

/// Looks at the folder of an office file.
#[must_use]
pub(super) fn look(file: &Path) -> Option<Shared> {
    look_with(file, |name| std::env::var_os(name).map(PathBuf::from))
}

fn look_with(file: &Path, variable: impl Fn(&str) -> Option<PathBuf>) -> Option<Shared> {
    let folder = file.parent().unwrap_or(file);
    // Windows answers with `\\?\UNC\…` for a drive letter that stands for a network folder.
    let whole = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let mounts = if cfg!(target_os = "linux") { std::fs::read_to_string("/proc/mounts") } else { Ok(String::new()) };
    // In the same form as the folder: Windows answers with `\\?\` before the letter, which its variables lack.
    let variable = |name: &str| variable(name).map(|root| root.canonicalize().unwrap_or(root));
    of(&whole, variable, &mounts.unwrap_or_default())
}

/// From a whole path, the computer's variables and the text of `/proc/mounts`.
fn of(folder: &Path, variable: impl Fn(&str) -> Option<PathBuf>, mounts: &str) -> Option<Shared> {
    for (name, service) in CLOUD_VARIABLES {
        if variable(name).is_some_and(|root| !root.as_os_str().is_empty() && folder.starts_with(root)) {
            return Some(Shared::Cloud(service));
        }
    }
    for part in folder.components().filter_map(|c| if let Component::Normal(n) = c { Some(n) } else { None }) {
        let part = part.to_string_lossy().to_lowercase();
        let made = |name: &str| {
            part.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '(', '-']))
        };
        if let Some((_, service)) = CLOUD_FOLDERS.iter().find(|(name, _)| made(name)) {
            return Some(Shared::Cloud(service));
        }
        if part == "gvfs" {
            return Some(Shared::Network);
        }
    }
    if is_unc(folder) {
        return Some(Shared::Network);
    }
    let system = system_of(folder, mounts)?;
    if let Some((_, service)) = CLOUD_SYSTEMS.iter().find(|(name, _)| *name == system) {
        return Some(Shared::Cloud(service));
    }
    NETWORK_SYSTEMS.contains(&system).then_some(Shared::Network)
}

/// `\\server\share` or `\\?\UNC\server\share`; not `\\?\C:\…`.
fn is_unc(folder: &Path) -> bool {
    let text = folder.to_string_lossy();
    let text =
        text.strip_prefix(r"\\?\").map_or(text.as_ref(), |rest| rest.strip_prefix(r"UNC\").map_or("", |_| r"\\"));
    text.starts_with(r"\\")
}

/// The kind of the file system that holds a folder: of the longest mount point above it, the last one mounted there.
fn system_of<'a>(folder: &Path, mounts: &'a str) -> Option<&'a str> {
    let mut found: Option<(usize, &str)> = None;
    for line in mounts.lines() {
        let mut parts = line.split(' ').skip(1);
        let (Some(point), Some(system)) = (parts.next(), parts.next()) else { continue };
        let point = unescaped(point);
        if folder.starts_with(&point) && found.is_none_or(|(longest, _)| point.len() >= longest) {
            found = Some((point.len(), system));
        }
    }
    found.map(|(_, system)| system)
}

/// `/mnt/Văn\040phòng` as `/mnt/Văn phòng` (proc(5): space, tab, newline and backslash are octal).
fn unescaped(point: &str) -> String {
    [(r"\040", " "), (r"\011", "\t"), (r"\012", "\n"), (r"\134", r"\")]
        .iter()
        .fold(point.to_owned(), |text, (octal, plain)| text.replace(octal, plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "/dev/sda1 / ext4 rw 0 0\n//máychủ/chung /mnt/Văn\\040phòng cifs rw 0 0\n\
                          nas:/a /mnt/nas nfs4 rw 0 0\n/dev/sdb1 /mnt/nas/usb vfat rw 0 0\n";

    fn found(folder: &str) -> Option<Shared> {
        of(Path::new(folder), |name| (name == "OneDrive").then(|| PathBuf::from("/home/yen/Đồng bộ")), MOUNTS)
    }

    #[test]
    fn a_clouds_variable_is_known_as_the_system_writes_it() {
        let home = tempfile::tempdir().expect("a folder");
        let folder = home.path().join("Đồng bộ").join("Từng Ngõ");
        std::fs::create_dir_all(&folder).expect("folders");
        let found = |root: PathBuf| look_with(&folder.join("a.db"), |name| (name == "OneDrive").then(|| root.clone()));
        assert_eq!(found(home.path().join("Đồng bộ")), Some(Shared::Cloud("OneDrive")));
        assert_ne!(found(home.path().join("Khác")), Some(Shared::Cloud("OneDrive")));
    }

    #[test]
    fn network_drives_are_known_by_their_mount_or_their_two_slashes() {
        assert_eq!(found("/home/yen/Từng Ngõ"), None);
        assert_eq!(found("/mnt/Văn phòng/Từng Ngõ"), Some(Shared::Network));
        assert_eq!(found("/mnt/nas/a/b"), Some(Shared::Network));
        assert_eq!(found("/mnt/nas/usb/a"), None, "a USB drive put under a network folder is still a USB drive");
        assert_eq!(found("/mnt/nas2"), None);
        assert_eq!(found("/run/user/1000/gvfs/smb-share:server=a"), Some(Shared::Network));
        assert_eq!(found(r"\\maychu\chung"), Some(Shared::Network));
        assert_eq!(found(r"\\?\UNC\maychu\chung"), Some(Shared::Network));
        assert_eq!(found(r"\\?\C:\Users\Yen\Documents"), None);
    }

    #[test]
    fn clouds_are_known_by_their_folder_or_by_their_variable() {
        assert_eq!(found("/home/yen/Đồng bộ/Từng Ngõ"), Some(Shared::Cloud("OneDrive")));
        for (folder, service) in [
            ("/home/yen/OneDrive - UBND phường/a", "OneDrive"),
            ("/home/yen/onedrive", "OneDrive"),
            ("/Volumes/Drive của tôi/a", "Google Drive"),
            ("/home/yen/My Drive/a", "Google Drive"),
            ("/home/yen/Dropbox (Cơ quan)/a", "Dropbox"),
            ("/Users/yen/Library/Mobile Documents/a", "iCloud"),
        ] {
            assert_eq!(found(folder), Some(Shared::Cloud(service)), "{folder}");
        }
        assert_eq!(found("/home/yen/Dropboxes"), None, "only the folder itself");
    }
}
