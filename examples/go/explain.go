// Explain prints what WebView2 download interrupt reasons mean.
package main

// #cgo CFLAGS: -I${SRCDIR}/../../include
// #cgo LDFLAGS: ${SRCDIR}/../../target/release/libwv2interrupt.a
// #include "wv2interrupt.h"
import "C"

import (
	"fmt"
	"os"
	"strconv"
	"strings"
)

// Reason is a value of WebView2's CoreWebView2DownloadInterruptReason, of this or a later version.
type Reason C.wv2_interrupt_reason_t

// English is index 0; C.wv2_interrupt_language_find finds the user's language.
const English C.wv2_interrupt_language_t = 0

// The library's texts are static: C.GoString copies them, and nobody frees them.

func (r Reason) code() C.wv2_interrupt_reason_t { return C.wv2_interrupt_reason_t(r) }

// String is the reason's name: "FileNoSpace".
func (r Reason) String() string { return C.GoString(C.wv2_interrupt_name(r.code())) }

// Known tells whether this version of the library knows the reason.
func (r Reason) Known() bool { return C.wv2_interrupt_category(r.code()) != C.WV2_INTERRUPT_UNKNOWN }

var columns = []struct {
	name string
	cell func(Reason) string
}{
	{"code", func(r Reason) string { return strconv.Itoa(int(r)) }},
	{"name", Reason.String},
	{"symbol", func(r Reason) string { return C.GoString(C.wv2_interrupt_symbol(r.code())) }},
	{"category", func(r Reason) string {
		return C.GoString(C.wv2_interrupt_category_name(C.wv2_interrupt_category(r.code())))
	}},
	{"recovery", func(r Reason) string {
		return C.GoString(C.wv2_interrupt_recovery_name(C.wv2_interrupt_recovery(r.code())))
	}},
	{"outcome", func(r Reason) string {
		outcome := C.wv2_interrupt_outcome(C.WV2_INTERRUPT_STATE_INTERRUPTED, r.code())
		return C.GoString(C.wv2_interrupt_outcome_name(outcome))
	}},
	{"chromium", func(r Reason) string { return strconv.Itoa(int(C.wv2_interrupt_to_chromium(r.code()))) }},
	{"label", func(r Reason) string { return C.GoString(C.wv2_interrupt_label(r.code(), English)) }},
	{"message", func(r Reason) string { return C.GoString(C.wv2_interrupt_message(r.code(), English)) }},
	{"advice", func(r Reason) string { return C.GoString(C.wv2_interrupt_advice(r.code(), English)) }},
	{"description", func(r Reason) string { return C.GoString(C.wv2_interrupt_description(r.code())) }},
}

func known() (reasons []Reason) {
	for r := Reason(0); r < Reason(C.wv2_interrupt_count()); r++ {
		if r.Known() {
			reasons = append(reasons, r)
		}
	}
	return
}

func main() {
	var reasons []Reason
	for _, argument := range os.Args[1:] {
		code, err := strconv.ParseInt(argument, 10, 32)
		if err != nil {
			fmt.Fprintf(os.Stderr, "explain: '%s' is not a code: a whole number of 32 bits\n", argument)
			os.Exit(2)
		}
		reasons = append(reasons, Reason(code))
	}
	if len(reasons) == 0 {
		reasons = known()
	}
	row := make([]string, len(columns))
	for i, column := range columns {
		row[i] = column.name
	}
	fmt.Println(strings.Join(row, "\t"))
	for _, reason := range reasons {
		for i, column := range columns {
			row[i] = column.cell(reason)
		}
		fmt.Println(strings.Join(row, "\t"))
	}
}
