//! Tests that treat the library as a stranger would: through the built file and its header, never through its sources.

mod stranger;

#[cfg(target_os = "linux")]
mod abi;
mod binary;
mod bindings;
mod checkout;
mod commands;
mod cpp;
mod docs;
mod drift;
mod editorconfig;
#[cfg(target_os = "linux")]
mod environments;
mod examples;
mod explain;
mod gallery;
#[cfg(target_os = "linux")]
mod hardening;
mod header;
mod history;
mod issue_forms;
mod json;
mod languages;
mod licences;
mod manifests;
mod numbers;
mod packages;
#[cfg(target_os = "linux")]
mod page;
mod proofs;
mod reasons;
mod row;
mod rust;
mod sdk;
mod site;
mod spellings;
mod tables;
mod texts;
mod webview2;
mod windows;
#[cfg(target_os = "linux")]
mod wine;
mod workflows;
