package wv2interrupt

import (
	"strings"
	"syscall"
	"unicode/utf16"
	"unsafe"
)

var preferredLanguages = syscall.NewLazyDLL("kernel32.dll").NewProc("GetUserPreferredUILanguages")

// systemLanguageTags are the languages of the screen, the dearest first. None if Windows does not tell.
func systemLanguageTags() []string {
	const names = 8 // MUI_LANGUAGE_NAME
	var count, length uint32
	ask := func(buffer *uint16) bool {
		ok, _, _ := preferredLanguages.Call(names, uintptr(unsafe.Pointer(&count)), uintptr(unsafe.Pointer(buffer)),
			uintptr(unsafe.Pointer(&length)))
		return ok != 0
	}
	if !ask(nil) || length == 0 {
		return nil
	}
	buffer := make([]uint16, length)
	if !ask(&buffer[0]) {
		return nil
	}
	return strings.Split(string(utf16.Decode(buffer)), "\x00")
}
