//! A table that gives each key, and each text that is none, one slot: found at compile time, so that a look-up is a
//! multiplication and a comparison.

/// The slot of a key in a table of `SLOTS`, a power of two.
pub const fn slot<const SLOTS: usize>(seed: u64, key: u64) -> usize {
    (key.wrapping_mul(seed) >> (u64::BITS - SLOTS.ilog2())) as usize
}

/// The first multiplier, of a sequence that spreads well, that gives each key a slot of its own.
pub const fn seed<const SLOTS: usize>(keys: &[u64]) -> u64 {
    assert!(are_different(keys), "two keys are one: no seed can tell them apart");
    const GOLDEN_RATIO: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut seed = GOLDEN_RATIO;
    while !spreads::<SLOTS>(seed, keys) {
        seed = seed.wrapping_mul(GOLDEN_RATIO);
    }
    seed
}

const fn are_different(keys: &[u64]) -> bool {
    let mut i = 1;
    while i < keys.len() {
        let mut before = 0;
        while before < i {
            if keys[before] == keys[i] {
                return false;
            }
            before += 1;
        }
        i += 1;
    }
    true
}

const fn spreads<const SLOTS: usize>(seed: u64, keys: &[u64]) -> bool {
    let (mut taken, mut i) = ([false; SLOTS], 0);
    while i < keys.len() {
        let slot = slot::<SLOTS>(seed, keys[i]);
        if taken[slot] {
            return false;
        }
        taken[slot] = true;
        i += 1;
    }
    true
}

/// What stands in each slot: the index of its key, or of the first where there is none.
pub const fn table<const SLOTS: usize>(seed: u64, keys: &[u64]) -> [u8; SLOTS] {
    let (mut table, mut i) = ([0; SLOTS], 0);
    while i < keys.len() {
        table[slot::<SLOTS>(seed, keys[i])] = i as u8;
        i += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_key_has_a_slot_of_its_own() {
        let keys = [3, 5, 8, 13, 21, 34, 55, 89];
        let seed = seed::<16>(&keys);
        let table = table::<16>(seed, &keys);
        for (i, &key) in keys.iter().enumerate() {
            assert_eq!(usize::from(table[slot::<16>(seed, key)]), i);
        }
        assert!(!spreads::<16>(seed, &[3, 3]));
        assert!(are_different(&keys) && !are_different(&[3, 5, 3]));
    }
}
