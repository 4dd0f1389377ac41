//! How the library reaches those who use it: release archives, the NuGet package, an installation.

pub mod archive;
pub mod data;
pub mod dist;
pub mod documentation;
pub mod install;
pub mod installation;
pub mod javascript;
pub mod layout;
pub mod managed;
mod markdown;
pub mod nuget;
pub mod pack;
pub mod package;
pub mod page;
pub mod reproducible;
mod tool;
pub mod wheel;
pub mod zips;
