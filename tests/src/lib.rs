//! Tests across the contexts.
