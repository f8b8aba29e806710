//! Whole small files through [`inspect_file`] and [`read_table`].

use super::*;
