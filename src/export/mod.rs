//! Results → files: csv, xlsx, json.
