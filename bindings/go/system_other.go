//go:build !windows

package wv2interrupt

import (
	"os"
	"strings"
)

// systemLanguageTags are the languages of messages, the dearest first, as gettext reads the environment.
func systemLanguageTags() []string {
	locale := ""
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if locale = os.Getenv(name); locale != "" {
			break
		}
	}
	switch language, _, _ := strings.Cut(locale, "."); language {
	case "", "C", "POSIX":
		return nil
	}
	return append(strings.Split(os.Getenv("LANGUAGE"), ":"), locale)
}
