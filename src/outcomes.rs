//! Categories, recoveries and outcomes: their stable ids, and the judgement that a host asks for.

use crate::codes::*;
use crate::reasons;

/// A value of a small set and its stable ASCII id. The last of each list is "unknown".
pub type Id<Code> = (Code, &'static str);

pub const CATEGORIES: [Id<Category>; 7] = [
    (CATEGORY_NONE, "none"),
    (CATEGORY_FILE, "file"),
    (CATEGORY_NETWORK, "network"),
    (CATEGORY_SERVER, "server"),
    (CATEGORY_USER, "user"),
    (CATEGORY_PROCESS, "process"),
    (UNKNOWN, "unknown"),
];

pub const RECOVERIES: [Id<Recovery>; 6] = [
    (RECOVERY_NONE, "none"),
    (RECOVERY_RESUME, "resume"),
    (RECOVERY_RESTART, "restart"),
    (RECOVERY_AUTO_RESUME, "auto_resume"),
    (RECOVERY_AUTO_RESTART, "auto_restart"),
    (UNKNOWN, "unknown"),
];

pub const OUTCOMES: [Id<Outcome>; 8] = [
    (OUTCOME_IN_PROGRESS, "in_progress"),
    (OUTCOME_COMPLETED, "completed"),
    (OUTCOME_RECOVERING, "recovering"),
    (OUTCOME_PAUSED, "paused"),
    (OUTCOME_CANCELED, "canceled"),
    (OUTCOME_BLOCKED, "blocked"),
    (OUTCOME_FAILED, "failed"),
    (UNKNOWN, "unknown"),
];

/// What to show for a download at this moment. The state decides first: a reason is not cleared when
/// a transfer goes on, and a completed download may still carry one.
pub fn outcome(state: State, reason: Reason) -> Outcome {
    let facts = reasons::facts(reason);
    match state {
        STATE_COMPLETED => OUTCOME_COMPLETED,
        STATE_INTERRUPTED => facts.if_interrupted.into(),
        STATE_IN_PROGRESS => match facts.recovery.into() {
            RECOVERY_AUTO_RESUME | RECOVERY_AUTO_RESTART => OUTCOME_RECOVERING,
            _ => OUTCOME_IN_PROGRESS,
        },
        _ => UNKNOWN,
    }
}

const _: () = {
    in_order(&CATEGORIES);
    in_order(&RECOVERIES);
    in_order(&OUTCOMES);
};

const fn in_order(ids: &[Id<i32>]) {
    let mut i = 0;
    while i < ids.len() {
        assert!(ids[i].0 == if i < ids.len() - 1 { i as i32 } else { UNKNOWN }, "id i must have code i");
        i += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[should_panic(expected = "id i must have code i")]
    fn ids_stand_in_order() {
        let mut ids = OUTCOMES;
        ids.swap(5, 6);
        in_order(&ids);
    }

    #[test]
    #[should_panic(expected = "id i must have code i")]
    fn the_unknown_id_comes_last() {
        in_order(&OUTCOMES[..7]);
    }
}
