//! The files of this repository that are made from the library.

pub mod abi;
pub mod bindings;
pub mod c;
pub mod causes;
pub mod docs;
pub mod header;
pub mod vocabulary;
