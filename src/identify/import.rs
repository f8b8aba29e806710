//! Tables with roles → one [`Book`].

use super::{Book, Inspection, Progress, Source};
use crate::Result;
use crate::recipe::Recipe;

/// What a file holds, and what we take it for.
///
/// # Errors
/// When the file cannot be read as a table: see [`crate::ErrorKind`].
pub fn inspect(_source: &mut dyn Source, _recipe: &Recipe) -> Result<Inspection> {
    todo!()
}

/// All files → one book.
///
/// # Errors
/// When no file has a usable table: see [`crate::ErrorKind`].
pub fn identify(_sources: &mut [Box<dyn Source>], _recipe: &Recipe, _progress: &mut dyn FnMut(Progress)) -> Result<Book> {
    todo!()
}
