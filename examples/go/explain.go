// Explain prints what WebView2 download interrupt reasons mean.
package main

// #cgo CFLAGS: -I${SRCDIR}/../../include
// #cgo LDFLAGS: ${SRCDIR}/../../target/release/libwv2interrupt.a
// #include "wv2interrupt.h"
import "C"

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"regexp"
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

func line(cell func(int) string) string {
	cells := make([]string, len(columns))
	for i := range columns {
		cells[i] = cell(i)
	}
	return strings.Join(cells, "\t")
}

func header() string { return line(func(i int) string { return columns[i].name }) }

func (r Reason) row() string { return line(func(i int) string { return columns[i].cell(r) }) }

var number = regexp.MustCompile(`^(-?)(0[xX])?([0-9a-fA-F]+)$`)

// Parse takes a number in decimal or 0x hexadecimal.
func parse(argument string) (reason Reason, ok bool) {
	parts := number.FindStringSubmatch(argument)
	if parts == nil {
		return
	}
	base := 10
	if parts[2] != "" {
		base = 16
	}
	code, err := strconv.ParseInt(parts[1]+parts[3], base, 32)
	return Reason(code), err == nil
}

// Explain returns the exit status, if all could be written.
func explain(out io.Writer, arguments []string) (status int, err error) {
	buffer := bufio.NewWriter(out)
	fmt.Fprintln(buffer, header())
	for r := Reason(0); len(arguments) == 0 && r < Reason(C.wv2_interrupt_count()); r++ {
		if r.Known() {
			fmt.Fprintln(buffer, r.row())
		}
	}
	for _, argument := range arguments {
		if reason, ok := parse(argument); ok {
			fmt.Fprintln(buffer, reason.row())
			continue
		}
		// Escaped: what comes from elsewhere may act on a terminal.
		shown := strconv.QuoteToASCII(argument)
		shown = shown[1 : len(shown)-1]
		fmt.Fprintf(os.Stderr, "explain: '%s' is not a code: a whole number of 32 bits, decimal or 0x hexadecimal\n", shown)
		status = 2
	}
	return status, buffer.Flush()
}

// Go, from 1.21, puts /dev/null, open for reading too, in the place of a standard output that is closed.
func isClosed() bool {
	out, err := os.Stdout.Stat()
	null, _ := os.Stat(os.DevNull)
	if err != nil || null == nil || !os.SameFile(out, null) {
		return err != nil
	}
	_, err = os.Stdout.Read(make([]byte, 1))
	return err == io.EOF
}

func main() {
	status, err := explain(os.Stdout, os.Args[1:])
	if err != nil || isClosed() {
		fmt.Fprintln(os.Stderr, "explain: the output could not be written")
		status = 1
	}
	os.Exit(status)
}
