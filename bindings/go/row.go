package wv2interrupt

// DownloadRow is what a list shows for one download. The zero value is a new download's; a new operation gets a new row, also
// when it takes another's place. Use it from one goroutine at a time.
type DownloadRow struct {
	// As wv2_interrupt_row_t has them.
	received, total int64
	outcome         Outcome
	reason          Reason
	action          Action
	silent          int32
}

// StateChanged tells the row what the operation says of itself: once when it begins, and when its StateChanged comes. A
// state of -1 could not be read, and changes nothing; any other unknown one reads as StateInProgress. A total of 0 or less
// is unknown.
func (row *DownloadRow) StateChanged(state State, reason Reason, canResume bool, received, total int64) {
	rowStateChanged(row, state, reason, canResume, received, total)
}

// BytesReceivedChanged tells the row what the operation says of itself when its BytesReceivedChanged comes.
func (row *DownloadRow) BytesReceivedChanged(state State, reason Reason, canResume bool, received, total int64) {
	rowBytesReceivedChanged(row, state, reason, canResume, received, total)
}

// Outcome is what to show. Never Unknown.
func (row *DownloadRow) Outcome() Outcome { return row.outcome }

// Reason is the reason to show; that of the failure, where a Cancel came after it.
func (row *DownloadRow) Reason() Reason { return row.reason }

// Action is the button to offer.
func (row *DownloadRow) Action() Action { return row.action }

// IsSilent tells whether nothing more may come from this operation. The engine may then try again as another operation for
// the same address.
func (row *DownloadRow) IsSilent() bool { return row.silent != 0 }

// Received is the bytes received, as last reported.
func (row *DownloadRow) Received() int64 { return row.received }

// Total is the bytes that there will be, as last reported. 0 or less is unknown.
func (row *DownloadRow) Total() int64 { return row.total }

// Label is the words of the row.
func (row *DownloadRow) Label(language Language) string {
	return row.outcome.StatusLabel(row.reason, language)
}

// Message is what happened, below the words of the row. "" where there is nothing to say. That of OutcomeFinishing, and its
// action, are to be shown only after two seconds, for most downloads pass through it in a moment.
func (row *DownloadRow) Message(language Language) string {
	return row.outcome.StatusMessage(row.reason, language)
}

// Advice is what can be done, below the words of the row. "" where there is nothing to do.
func (row *DownloadRow) Advice(language Language) string {
	return row.outcome.StatusAdvice(row.reason, language)
}

// Button is the caption of the button. "" where there is none.
func (row *DownloadRow) Button(language Language) string { return row.action.Label(language) }
