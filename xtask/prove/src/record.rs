//! Proofs that were made in their long form, one file each, so that hours need not be spent in one go. They count for the
//! library that they were made for, and for no other.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use sha2::{Digest, Sha256};

use crate::programs::folder;
use crate::proof::{Made, Proof, Tried};
use xtask::{Error, build};

/// SHA-256 of the release library.
pub fn library() -> Result<String, Error> {
    let digest = Sha256::digest(fs::read(build::release()?.shared)?);
    Ok(digest.iter().map(|byte| format!("{byte:02x}")).collect())
}

pub fn save(made: &Made, library: &str) -> Result<(), Error> {
    let mut record = format!("{library}\n{}\n", made.took.as_secs());
    for Tried { times, what } in &made.tried {
        record += &format!("{times} {what}\n");
    }
    Ok(fs::write(file(made.proof)?, record)?)
}

/// Every proof, or the names of those that were not made for this library.
pub fn all(proofs: &[&'static Proof], library: &str) -> Result<Result<Vec<Made>, Vec<&'static str>>, Error> {
    let mut made = Vec::new();
    let mut wanting = Vec::new();
    for &proof in proofs {
        let record = fs::read_to_string(file(proof)?).unwrap_or_default();
        match read(proof, &record, library) {
            Some(proof) => made.push(proof),
            None => wanting.push(proof.name),
        }
    }
    Ok(if wanting.is_empty() { Ok(made) } else { Err(wanting) })
}

fn read(proof: &'static Proof, record: &str, library: &str) -> Option<Made> {
    let (of, rest) = record.split_once('\n')?;
    let (seconds, tried) = rest.split_once('\n')?;
    let tried = tried.lines().map(|line| {
        let (times, what) = line.split_once(' ')?;
        Some(Tried { times: times.parse().ok()?, what: what.to_owned() })
    });
    let made = Made { proof, tried: tried.collect::<Option<_>>()?, took: Duration::from_secs(seconds.parse().ok()?) };
    (of == library).then_some(made)
}

fn file(proof: &Proof) -> Result<PathBuf, Error> {
    let records = folder()?.join("made");
    fs::create_dir_all(&records)?;
    Ok(records.join(proof.name))
}
