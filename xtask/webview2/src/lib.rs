//! The WebView2 host of `examples/webview2`, and the pictures of its gallery.

pub mod gallery;
pub mod host;
mod later;
pub mod page;
