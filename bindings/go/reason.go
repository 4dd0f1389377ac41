package wv2interrupt

// ParseReason finds the reason that a name means, in any spelling: what [Reason.Name] and [Reason.Symbol] return, and what
// Chromium, CEF and Qt WebEngine call it. It is Unknown and false for everything else.
func ParseReason(name string) (Reason, bool) {
	reason := reasonFromName(name)
	return reason, reason != Unknown
}

// ReasonFromChromium finds the reason for one of Chromium's numbers, which CEF and the interrupt_reason column of a History
// database use. It is Unknown and false for a number that Chromium does not use, and for 15, 32 and 51, for which WebView2
// has no reason.
func ReasonFromChromium(code int32) (Reason, bool) {
	reason := reasonFromChromium(code)
	return reason, reason != Unknown
}

// Reasons are all that the library knows, by number, with ReasonNone.
func Reasons() []Reason {
	var reasons []Reason
	for reason := Reason(0); int32(reason) < reasonCount(); reason++ {
		if reason.IsKnown() {
			reasons = append(reasons, reason)
		}
	}
	return reasons
}

// IsKnown tells whether the library knows the reason.
func (r Reason) IsKnown() bool { return r.Category() != Unknown }

// Name of the reason as .NET spells it, stable for ever: "FileNoSpace". "Unknown" for an unknown reason.
func (r Reason) Name() string { return reasonName(r) }

// String is the name, or the number of an unknown reason: "Reason(57)".
func (r Reason) String() string {
	return nameOrNumber(r.Name(), Reason(Unknown).Name(), "Reason", int32(r))
}

// Symbol is the constant of the Win32 SDK: "COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON_FILE_NO_SPACE". "UNKNOWN" for an unknown
// reason.
func (r Reason) Symbol() string { return reasonSymbol(r) }

// Description says what the reason means, for developers and logs, in English. For an unknown reason, that this version does
// not know the code.
func (r Reason) Description() string { return reasonDescription(r) }

// Category is where the interruption came from. Unknown for an unknown reason.
func (r Reason) Category() Category { return reasonCategory(r) }

// Recovery is what Resume() does when CanResume is true. Unknown for an unknown reason.
func (r Reason) Recovery() Recovery { return reasonRecovery(r) }

// Chromium's number for the reason. It is Unknown and false for an unknown reason, and for ReasonUserPaused, which Chromium
// does not have.
func (r Reason) Chromium() (code int32, ok bool) {
	code = reasonToChromium(r)
	return code, code != Unknown
}

// Label is one to four words for people, for a row in a list: "Disk full". For an unknown reason "Download interrupted".
func (r Reason) Label(language Language) string { return reasonLabel(r, language) }

// Message is one sentence for people: what happened. It says nothing of what happens next. For an unknown reason "The
// download was interrupted."
func (r Reason) Message(language Language) string { return reasonMessage(r, language) }

// Advice is one sentence for people: what can be done. "" where there is nothing to do; general advice for an unknown reason.
func (r Reason) Advice(language Language) string { return reasonAdvice(r, language) }
