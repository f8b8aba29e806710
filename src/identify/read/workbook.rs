//! stub
use super::{Layout, RowSink, Source};
use crate::Result;
use crate::recipe::Import;
pub(super) fn inspect_zip(_source: &mut dyn Source, _settings: &Import) -> Result<Layout> {
    Err(super::sniff::not_a_table("zip"))
}
pub(super) fn inspect_ole(_source: &mut dyn Source, _settings: &Import) -> Result<Layout> {
    Err(super::sniff::not_a_table("ole"))
}
pub(super) fn read_sheet<S: RowSink>(_s: &mut dyn Source, _l: &Layout, _t: usize, _w: &[usize], _sink: &mut S) -> Result<()> {
    Ok(())
}
