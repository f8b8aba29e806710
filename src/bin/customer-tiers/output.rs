//! Where results go: the output stream, a file that is there as a whole or not at all, or a device.

use super::shown;
use customer_tiers::{Error, ErrorKind, Result};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

type Out = BufWriter<Box<dyn Write + Send>>;

pub(crate) fn write_to(path: &Path, write: impl FnOnce(&mut Out) -> Result<()>) -> Result<()> {
    if is_stream(path) {
        return finish(Box::new(io::stdout()), write);
    }
    let written = if is_device(path) { write_straight(path, write) } else { write_whole(path, write) };
    written.map_err(|error| error.in_file(&shown(path)))
}

pub(crate) fn is_stream(path: &Path) -> bool {
    path == Path::new("-")
}

pub(crate) fn write_failed(error: io::Error) -> Error {
    ErrorKind::ExportFailed { detail: error.to_string() }.into()
}

/// `/dev/null`, a named pipe, and whatever else a file must not take the place of: an administrator's
/// call could, and then every program of the machine that counts on it fails.
fn is_device(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|found| !found.is_file())
}

fn write_straight(path: &Path, write: impl FnOnce(&mut Out) -> Result<()>) -> Result<()> {
    let device = File::options().write(true).open(path).map_err(write_failed)?;
    finish(Box::new(device), write)
}

/// Where a link leads to is written; the link stays.
fn write_whole(path: &Path, write: impl FnOnce(&mut Out) -> Result<()>) -> Result<()> {
    let place = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let unfinished = unfinished_name(&place);
    let file = File::create(&unfinished).map_err(write_failed);
    let written = file.and_then(|file| finish(Box::new(file), write)).and_then(|()| fs::rename(&unfinished, &place).map_err(write_failed));
    if written.is_err() {
        // The error says what went wrong; that a left-over cannot be removed either says nothing more.
        fs::remove_file(&unfinished).ok();
    }
    written
}

fn finish(sink: Box<dyn Write + Send>, write: impl FnOnce(&mut Out) -> Result<()>) -> Result<()> {
    let mut out = BufWriter::new(sink);
    write(&mut out)?;
    out.flush().map_err(write_failed)
}

/// Beside the file itself, because a rename cannot cross file systems.
fn unfinished_name(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}.part", std::process::id()))
}
