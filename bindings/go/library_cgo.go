//go:build !windows

package wv2interrupt

// #cgo linux,amd64 LDFLAGS: ${SRCDIR}/libwv2interrupt_linux_amd64.a
// #cgo !linux !amd64 pkg-config: wv2interrupt
// #include "wv2interrupt.h"
import "C"

import (
	"syscall"
	"unsafe"
)

func load() error { return nil }

func loadFrom(string) error { return nil }

// terminate copies a text for C, unless it holds a NUL: such a text is no name.
func terminate(text string) (*C.char, bool) {
	terminated, err := syscall.BytePtrFromString(text)
	return (*C.char)(unsafe.Pointer(terminated)), err == nil
}

func bit(is bool) C.int32_t {
	if is {
		return 1
	}
	return 0
}

func reasonName(r Reason) string        { return C.GoString(C.wv2_interrupt_name(C.int32_t(r))) }
func reasonSymbol(r Reason) string      { return C.GoString(C.wv2_interrupt_symbol(C.int32_t(r))) }
func reasonDescription(r Reason) string { return C.GoString(C.wv2_interrupt_description(C.int32_t(r))) }
func reasonLabel(r Reason, l Language) string {
	return C.GoString(C.wv2_interrupt_label(C.int32_t(r), C.int32_t(l)))
}
func reasonMessage(r Reason, l Language) string {
	return C.GoString(C.wv2_interrupt_message(C.int32_t(r), C.int32_t(l)))
}
func reasonAdvice(r Reason, l Language) string {
	return C.GoString(C.wv2_interrupt_advice(C.int32_t(r), C.int32_t(l)))
}
func reasonCategory(r Reason) Category { return Category(C.wv2_interrupt_category(C.int32_t(r))) }
func reasonRecovery(r Reason) Recovery { return Recovery(C.wv2_interrupt_recovery(C.int32_t(r))) }
func reasonCount() int32               { return int32(C.wv2_interrupt_count()) }
func reasonFromName(name string) Reason {
	terminated, ok := terminate(name)
	if !ok {
		return Unknown
	}
	return Reason(C.wv2_interrupt_from_name(terminated))
}
func reasonFromChromium(code int32) Reason {
	return Reason(C.wv2_interrupt_from_chromium(C.int32_t(code)))
}
func reasonToChromium(r Reason) int32 { return int32(C.wv2_interrupt_to_chromium(C.int32_t(r))) }

func categoryName(c Category) string { return C.GoString(C.wv2_interrupt_category_name(C.int32_t(c))) }
func recoveryName(r Recovery) string { return C.GoString(C.wv2_interrupt_recovery_name(C.int32_t(r))) }

func outcomeOf(s State, r Reason) Outcome {
	return Outcome(C.wv2_interrupt_outcome(C.int32_t(s), C.int32_t(r)))
}
func outcomeName(o Outcome) string { return C.GoString(C.wv2_interrupt_outcome_name(C.int32_t(o))) }
func outcomeLabel(o Outcome, l Language) string {
	return C.GoString(C.wv2_interrupt_outcome_label(C.int32_t(o), C.int32_t(l)))
}
func statusLabel(o Outcome, r Reason, l Language) string {
	return C.GoString(C.wv2_interrupt_status_label(C.int32_t(o), C.int32_t(r), C.int32_t(l)))
}
func statusMessage(o Outcome, r Reason, l Language) string {
	return C.GoString(C.wv2_interrupt_status_message(C.int32_t(o), C.int32_t(r), C.int32_t(l)))
}
func statusAdvice(o Outcome, r Reason, l Language) string {
	return C.GoString(C.wv2_interrupt_status_advice(C.int32_t(o), C.int32_t(r), C.int32_t(l)))
}

func actionFor(o Outcome, r Reason, canResume bool) Action {
	return Action(C.wv2_interrupt_action(C.int32_t(o), C.int32_t(r), bit(canResume)))
}
func actionName(a Action) string { return C.GoString(C.wv2_interrupt_action_name(C.int32_t(a))) }
func actionLabel(a Action, l Language) string {
	return C.GoString(C.wv2_interrupt_action_label(C.int32_t(a), C.int32_t(l)))
}

func languageCount() int32 { return int32(C.wv2_interrupt_language_count()) }
func languageFind(tag string) Language {
	terminated, ok := terminate(tag)
	if !ok {
		return Unknown
	}
	return Language(C.wv2_interrupt_language_find(terminated))
}
func languageTag(l Language) string  { return C.GoString(C.wv2_interrupt_language_tag(C.int32_t(l))) }
func languageName(l Language) string { return C.GoString(C.wv2_interrupt_language_name(C.int32_t(l))) }
func languageDirection(l Language) Direction {
	return Direction(C.wv2_interrupt_language_direction(C.int32_t(l)))
}

func libraryVersion() string      { return C.GoString(C.wv2_interrupt_version()) }
func libraryVersionNumber() int32 { return int32(C.wv2_interrupt_version_number()) }

// The layout of a row is fixed for ever.
var _ = [1]struct{}{}[unsafe.Sizeof(DownloadRow{})-C.sizeof_wv2_interrupt_row_t]

func (row *DownloadRow) c() *C.wv2_interrupt_row_t {
	return (*C.wv2_interrupt_row_t)(unsafe.Pointer(row))
}

func rowStateChanged(row *DownloadRow, s State, r Reason, canResume bool, received, total int64) {
	C.wv2_interrupt_row_state_changed(row.c(), C.int32_t(s), C.int32_t(r), bit(canResume), C.int64_t(received), C.int64_t(total))
}

func rowBytesReceivedChanged(row *DownloadRow, s State, r Reason, canResume bool, received, total int64) {
	C.wv2_interrupt_row_bytes_received_changed(row.c(), C.int32_t(s), C.int32_t(r), bit(canResume), C.int64_t(received), C.int64_t(total))
}
