package wv2interrupt_test

import (
	"fmt"
	"os"
	"testing"

	"wv2interrupt"
)

// On Windows a test is made in a folder of its own, where no DLL is.
func TestMain(m *testing.M) {
	if dll := os.Getenv("WV2INTERRUPT_DLL"); dll != "" {
		if err := wv2interrupt.LoadFrom(dll); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	os.Exit(m.Run())
}

func ExampleReason() {
	reason := wv2interrupt.Reason(3)
	german, _ := wv2interrupt.FindLanguage("de-CH")
	fmt.Println(reason, reason.Category(), reason.Recovery())
	fmt.Println(reason.Label(german))
	fmt.Println(wv2interrupt.Reason(57))
	// Output:
	// FileNoSpace file resume
	// Datenträger voll
	// Reason(57)
}

func ExampleParseReason() {
	fmt.Println(wv2interrupt.ParseReason("DOWNLOAD_INTERRUPT_REASON_FILE_NO_SPACE"))
	fmt.Println(wv2interrupt.ParseReason("disk full"))
	// Output:
	// FileNoSpace true
	// Reason(-1) false
}

func ExampleReasonFromChromium() {
	reason, _ := wv2interrupt.ReasonFromChromium(40)
	code, _ := reason.Chromium()
	fmt.Println(reason, code)
	// Output: UserCanceled 40
}

func ExampleDownloadRow() {
	var row wv2interrupt.DownloadRow
	row.StateChanged(wv2interrupt.StateInterrupted, wv2interrupt.ReasonNetworkDisconnected, true, 5, 9)
	fmt.Println(row.Outcome(), row.Action(), row.Received(), row.Total())
	fmt.Println(row.Label(wv2interrupt.English), "|", row.Button(wv2interrupt.English))
	row.BytesReceivedChanged(wv2interrupt.StateInProgress, wv2interrupt.ReasonNetworkDisconnected, false, 9, 9)
	fmt.Println(row.Outcome(), row.Label(wv2interrupt.English))
	// Output:
	// failed resume 5 9
	// Connection lost | Resume
	// finishing Finishing
}

func ExampleLanguages() {
	for _, language := range wv2interrupt.Languages() {
		if language.Direction() == wv2interrupt.DirectionRightToLeft {
			fmt.Println(language, language.Name())
		}
	}
	// Output:
	// ar العربية
	// he עברית
}
