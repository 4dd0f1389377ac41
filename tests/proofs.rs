//! No function is forgotten by the proofs, which are made apart from these tests.

use std::fs;

use crate::stranger::root;

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

/// Where everything is called at once; and, one by one, with every integer or with the fuzzer's texts.
#[test]
fn every_function_is_tried() {
    let [exports, header, everything, exhaustive] =
        ["tests/exports.txt", "include/wv2interrupt.h", "tests/proof/everything.h", "tests/proof/exhaustive.c"]
            .map(read);
    for export in exports.lines() {
        assert!(everything.contains(&format!("{export}(")), "everything.h does not call {export}");
        let takes_nothing = header.contains(&format!("{export}(void);"));
        let target = format!("tests/fuzz/targets/{}.rs", export.replacen("wv2_interrupt_", "", 1));
        assert!(
            takes_nothing || exhaustive.contains(&format!("= {export}}}")) || root().join(target).exists(),
            "neither exhaustive.c nor a fuzzer tries {export}"
        );
    }
}
