// Row shows what a list of downloads shows, in the language of a tag or in the person's:
//
//	row [TAG]
//
// Each line of standard input is what a download says of itself, in columns as in tests/data/waiting.tsv; lines with the
// same name, one behind the other, are of the same download. Lines that begin with # are passed over, and so is the line of
// the columns' names.
//
// Exit status: 0; 2 when a line was no report, or the tag of no language (the rest is still shown); 1 when input or output
// failed.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"strconv"
	"strings"

	"wv2interrupt"
)

const (
	columns = "what\tstate\treason\treceived\ttotal\tcan_resume"
	// A line is shorter.
	tooLong = 1000
)

// report is what a download says of itself.
type report struct {
	name            string
	state           wv2interrupt.State
	reason          wv2interrupt.Reason
	received, total int64
	canResume       bool
}

var form = regexp.MustCompile(`^([^\t\r\x00]*)\t(-?\d+)\t(-?\d+)\t(-?\d+)\t(-?\d+)\t(-?\d+)([\t\r][^\x00]*)?$`)

func parse(line string) (it report, ok bool) {
	parts := form.FindStringSubmatch(line)
	if parts == nil || len(line) >= tooLong {
		return
	}
	var numbers [5]int64
	for i, bits := range [5]int{32, 32, 64, 64, 64} {
		var err error
		if numbers[i], err = strconv.ParseInt(parts[2+i], 10, bits); err != nil {
			return
		}
	}
	state, reason := wv2interrupt.State(numbers[0]), wv2interrupt.Reason(numbers[1])
	return report{parts[1], state, reason, numbers[2], numbers[3], numbers[4] != 0}, true
}

// download is one of the list.
type download struct {
	name  string
	state wv2interrupt.State
	row   wv2interrupt.DownloadRow
}

// tell takes a report: a new state comes with StateChanged, all else with BytesReceivedChanged.
func (d *download) tell(it report) {
	isNew := d.name != it.name
	if isNew {
		*d = download{name: it.name}
	}
	if isNew || d.state != it.state {
		d.row.StateChanged(it.state, it.reason, it.canResume, it.received, it.total)
	} else {
		d.row.BytesReceivedChanged(it.state, it.reason, it.canResume, it.received, it.total)
	}
	d.state = it.state
}

// clean is a text without what acts on a terminal.
func clean(text string) string {
	bytes := []byte(text)
	for i, each := range bytes {
		if each < ' ' || each > '~' {
			bytes[i] = '?'
		}
	}
	return string(bytes)
}

func (d *download) show(out io.Writer, language wv2interrupt.Language) {
	row, silent := &d.row, ""
	if row.IsSilent() {
		silent = ", silent"
	}
	fmt.Fprintf(out, "%s\t%s, %s%s\t%s\t%s\t%s\t%s\n", clean(d.name), row.Outcome(), row.Action(), silent,
		row.Label(language), row.Message(language), row.Advice(language), row.Button(language))
}

// list returns the exit status, if all could be read and written.
func list(in io.Reader, out io.Writer, language wv2interrupt.Language) (status int, err error) {
	lines, shown := bufio.NewReader(in), bufio.NewWriter(out)
	var download download
	for number := 1; err == nil; number++ {
		var line string
		line, err = lines.ReadString('\n')
		isLast := err != nil && line == ""
		line = strings.TrimSuffix(line, "\n")
		if isLast || strings.HasPrefix(line, "#") || strings.HasPrefix(line, columns) {
			continue
		}
		if report, ok := parse(line); ok {
			download.tell(report)
			download.show(shown, language)
		} else {
			fmt.Fprintf(os.Stderr, "row: line %d is no report; its columns are: %s\n", number, columns)
			status = 2
		}
	}
	if !errors.Is(err, io.EOF) {
		return status, err
	}
	return status, shown.Flush()
}

func main() {
	if err := wv2interrupt.Load(); err != nil {
		fmt.Fprintln(os.Stderr, "row:", err)
		os.Exit(2)
	}
	language, found := wv2interrupt.SystemLanguage(), true
	if len(os.Args) > 1 {
		language, found = wv2interrupt.FindLanguage(os.Args[1])
	}
	if !found {
		fmt.Fprintln(os.Stderr, "row: a language is a tag such as en or de-AT, of one that the library speaks")
	}
	status, err := list(os.Stdin, os.Stdout, language)
	if err != nil {
		fmt.Fprintln(os.Stderr, "row: the input could not be read, or the output not written")
		os.Exit(1)
	}
	if !found {
		status = 2
	}
	os.Exit(status)
}
