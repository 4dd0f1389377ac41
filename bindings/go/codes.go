package wv2interrupt

import "fmt"

// nameOrNumber is what fmt prints of a code: its name, or its number where it has the name of all that are unknown.
func nameOrNumber(name, unknown, kind string, code int32) string {
	if name == unknown {
		return fmt.Sprintf("%s(%d)", kind, code)
	}
	return name
}

// Name is the stable id of the category: "file". "unknown" for an unknown category.
func (c Category) Name() string { return categoryName(c) }

// String is the name, or the number of an unknown category: "Category(9)".
func (c Category) String() string {
	return nameOrNumber(c.Name(), Category(Unknown).Name(), "Category", int32(c))
}

// Name is the stable id of the recovery: "auto_restart". "unknown" for an unknown recovery.
func (r Recovery) Name() string { return recoveryName(r) }

// String is the name, or the number of an unknown recovery: "Recovery(9)".
func (r Recovery) String() string {
	return nameOrNumber(r.Name(), Recovery(Unknown).Name(), "Recovery", int32(r))
}

// OutcomeOf tells what to show for a download now, from one report: the operation's State and InterruptReason. A list of
// downloads wants a [DownloadRow], which remembers what one report cannot tell. Unknown for an unknown state; for an unknown
// reason what the state alone says.
func OutcomeOf(state State, reason Reason) Outcome { return outcomeOf(state, reason) }

// Name is the stable id of the outcome: "in_progress". "unknown" for an unknown outcome.
func (o Outcome) Name() string { return outcomeName(o) }

// String is the name, or the number of an unknown outcome: "Outcome(9)".
func (o Outcome) String() string {
	return nameOrNumber(o.Name(), Outcome(Unknown).Name(), "Outcome", int32(o))
}

// Label is a word or two for people for the outcome itself: "Downloading". A neutral word for an unknown outcome.
func (o Outcome) Label(language Language) string { return outcomeLabel(o, language) }

// StatusLabel is the words of a row: the reason's label where the outcome shows it (recovering, blocked, failed), else the
// outcome's own. The neutral word of an unknown outcome.
func (o Outcome) StatusLabel(reason Reason, language Language) string {
	return statusLabel(o, reason, language)
}

// StatusMessage is what happened, below the words of the row: the reason's message where it failed or was blocked, that of
// finishing, else "". "" for an unknown outcome.
func (o Outcome) StatusMessage(reason Reason, language Language) string {
	return statusMessage(o, reason, language)
}

// StatusAdvice is what can be done, below the words of the row: the reason's advice where it failed or was blocked, that of
// finishing, else "". "" for an unknown outcome.
func (o Outcome) StatusAdvice(reason Reason, language Language) string {
	return statusAdvice(o, reason, language)
}

// Action is the button to offer; canResume is the operation's CanResume. ActionPause for an unknown outcome, as for
// OutcomeInProgress.
func (o Outcome) Action(reason Reason, canResume bool) Action {
	return actionFor(o, reason, canResume)
}

// Name is the stable id of the action: "download_again". "unknown" for an unknown action.
func (a Action) Name() string { return actionName(a) }

// String is the name, or the number of an unknown action: "Action(9)".
func (a Action) String() string {
	return nameOrNumber(a.Name(), Action(Unknown).Name(), "Action", int32(a))
}

// Label is the caption of the button: "Download again". "" for ActionNone and for an unknown action.
func (a Action) Label(language Language) string { return actionLabel(a, language) }
