// Explain prints what WebView2 download interrupt reasons mean, in the person's language.
package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"regexp"
	"runtime"
	"strconv"
	"strings"

	"wv2interrupt"
)

var language wv2interrupt.Language

var columns = []struct {
	name string
	cell func(wv2interrupt.Reason) string
}{
	{"code", func(r wv2interrupt.Reason) string { return strconv.Itoa(int(r)) }},
	{"name", wv2interrupt.Reason.Name},
	{"symbol", wv2interrupt.Reason.Symbol},
	{"category", func(r wv2interrupt.Reason) string { return r.Category().Name() }},
	{"recovery", func(r wv2interrupt.Reason) string { return r.Recovery().Name() }},
	{"outcome", func(r wv2interrupt.Reason) string {
		return wv2interrupt.OutcomeOf(wv2interrupt.StateInterrupted, r).Name()
	}},
	{"chromium", func(r wv2interrupt.Reason) string {
		code, _ := r.Chromium()
		return strconv.Itoa(int(code))
	}},
	{"label", func(r wv2interrupt.Reason) string { return r.Label(language) }},
	{"message", func(r wv2interrupt.Reason) string { return r.Message(language) }},
	{"advice", func(r wv2interrupt.Reason) string { return r.Advice(language) }},
	{"description", wv2interrupt.Reason.Description},
}

func line(cell func(int) string) string {
	cells := make([]string, len(columns))
	for i := range columns {
		cells[i] = cell(i)
	}
	return strings.Join(cells, "\t")
}

func header() string { return line(func(i int) string { return columns[i].name }) }

func row(r wv2interrupt.Reason) string {
	return line(func(i int) string { return columns[i].cell(r) })
}

var number = regexp.MustCompile(`^(-?)(0[xX])?([0-9a-fA-F]+)$`)

// parse takes a number in decimal or 0x hexadecimal.
func parse(argument string) (reason wv2interrupt.Reason, ok bool) {
	parts := number.FindStringSubmatch(argument)
	if parts == nil {
		return
	}
	base := 10
	if parts[2] != "" {
		base = 16
	}
	code, err := strconv.ParseInt(parts[1]+parts[3], base, 32)
	return wv2interrupt.Reason(code), err == nil
}

// explain returns the exit status, if all could be written.
func explain(out io.Writer, arguments []string) (status int, err error) {
	buffer := bufio.NewWriter(out)
	fmt.Fprintln(buffer, header())
	if len(arguments) == 0 {
		for _, reason := range wv2interrupt.Reasons() {
			fmt.Fprintln(buffer, row(reason))
		}
	}
	for _, argument := range arguments {
		if reason, ok := parse(argument); ok {
			fmt.Fprintln(buffer, row(reason))
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

// Go, from 1.21, puts /dev/null, open for reading too, in the place of a standard output that is closed. On Windows writing
// to that fails.
func isClosed() bool {
	if runtime.GOOS == "windows" {
		return false
	}
	out, err := os.Stdout.Stat()
	null, _ := os.Stat(os.DevNull)
	if err != nil || null == nil || !os.SameFile(out, null) {
		return err != nil
	}
	_, err = os.Stdout.Read(make([]byte, 1))
	return err == io.EOF
}

func main() {
	if err := wv2interrupt.Load(); err != nil {
		fmt.Fprintln(os.Stderr, "explain:", err)
		os.Exit(2)
	}
	language = wv2interrupt.SystemLanguage()
	status, err := explain(os.Stdout, os.Args[1:])
	if err != nil || isClosed() {
		fmt.Fprintln(os.Stderr, "explain: the output could not be written")
		status = 1
	}
	os.Exit(status)
}
