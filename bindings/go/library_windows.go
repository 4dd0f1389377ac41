package wv2interrupt

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"syscall"
	"unsafe"
)

const dllName = "wv2interrupt.dll"

// proc is a function of the DLL. Its address is there once the DLL is loaded.
type proc struct {
	name    string
	address uintptr
}

// procs are all of them: a DLL that lacks one is not taken.
var procs []*proc

func newProc(name string) *proc {
	it := &proc{name: "wv2_interrupt_" + name}
	procs = append(procs, it)
	return it
}

var (
	procReasonName              = newProc("name")
	procReasonSymbol            = newProc("symbol")
	procReasonDescription       = newProc("description")
	procReasonLabel             = newProc("label")
	procReasonMessage           = newProc("message")
	procReasonAdvice            = newProc("advice")
	procReasonCategory          = newProc("category")
	procReasonRecovery          = newProc("recovery")
	procReasonCount             = newProc("count")
	procReasonFromName          = newProc("from_name")
	procReasonFromChromium      = newProc("from_chromium")
	procReasonToChromium        = newProc("to_chromium")
	procCategoryName            = newProc("category_name")
	procRecoveryName            = newProc("recovery_name")
	procOutcomeOf               = newProc("outcome")
	procOutcomeName             = newProc("outcome_name")
	procOutcomeLabel            = newProc("outcome_label")
	procStatusLabel             = newProc("status_label")
	procStatusMessage           = newProc("status_message")
	procStatusAdvice            = newProc("status_advice")
	procActionFor               = newProc("action")
	procActionName              = newProc("action_name")
	procActionLabel             = newProc("action_label")
	procLanguageCount           = newProc("language_count")
	procLanguageFind            = newProc("language_find")
	procLanguageTag             = newProc("language_tag")
	procLanguageName            = newProc("language_name")
	procLanguageDirection       = newProc("language_direction")
	procLibraryVersion          = newProc("version")
	procLibraryVersionNumber    = newProc("version_number")
	procRowStateChanged         = newProc("row_state_changed")
	procRowBytesReceivedChanged = newProc("row_bytes_received_changed")
)

var (
	isLoaded atomic.Bool
	loading  sync.Mutex
	// Why the DLL beside the program is not loaded. It is looked for once.
	failure error
)

func load() error {
	if isLoaded.Load() {
		return nil
	}
	loading.Lock()
	defer loading.Unlock()
	if isLoaded.Load() || failure != nil {
		return failure
	}
	program, err := os.Executable()
	if err == nil {
		err = open(filepath.Join(filepath.Dir(program), dllName))
	}
	failure = err
	return failure
}

func loadFrom(file string) error {
	loading.Lock()
	defer loading.Unlock()
	if isLoaded.Load() {
		return errors.New("wv2interrupt: the library is loaded already")
	}
	// A name alone would be searched for in many folders.
	file, err := filepath.Abs(file)
	if err == nil {
		err = open(file)
	}
	if err == nil {
		failure = nil
	}
	return err
}

// open fills in the addresses. Whoever reads them has seen isLoaded.
func open(file string) error {
	dll, err := syscall.LoadLibrary(file)
	if err != nil {
		return fmt.Errorf("wv2interrupt: %s could not be loaded: %w", file, err)
	}
	for _, proc := range procs {
		proc.address, err = syscall.GetProcAddress(dll, proc.name)
		if err != nil {
			return fmt.Errorf("wv2interrupt: %s has no %s, so it is of another version: %w", file, proc.name, err)
		}
	}
	isLoaded.Store(true)
	return nil
}

func (p *proc) call(arguments []int32) (result uintptr, ok bool) {
	if load() != nil {
		return 0, false
	}
	words := make([]uintptr, len(arguments))
	for i, argument := range arguments {
		words[i] = uintptr(argument)
	}
	result, _, _ = syscall.SyscallN(p.address, words...)
	return result, true
}

func (p *proc) number(arguments ...int32) int32 {
	if result, ok := p.call(arguments); ok {
		return int32(result)
	}
	return Unknown
}

// text copies what the function returns, which is static and never freed.
func (p *proc) text(arguments ...int32) string {
	result, ok := p.call(arguments)
	if !ok {
		return ""
	}
	start := *(**byte)(unsafe.Pointer(&result))
	length := 0
	for *(*byte)(unsafe.Add(unsafe.Pointer(start), length)) != 0 {
		length++
	}
	return string(unsafe.Slice(start, length))
}

func (p *proc) find(text string) int32 {
	// An error is a NUL inside, and such a text is no name.
	terminated, err := syscall.BytePtrFromString(text)
	if err != nil || load() != nil {
		return Unknown
	}
	result, _, _ := syscall.SyscallN(p.address, uintptr(unsafe.Pointer(terminated)))
	return int32(result)
}

func bit(is bool) int32 {
	if is {
		return 1
	}
	return 0
}

func reasonName(r Reason) string                { return procReasonName.text(int32(r)) }
func reasonSymbol(r Reason) string              { return procReasonSymbol.text(int32(r)) }
func reasonDescription(r Reason) string         { return procReasonDescription.text(int32(r)) }
func reasonLabel(r Reason, l Language) string   { return procReasonLabel.text(int32(r), int32(l)) }
func reasonMessage(r Reason, l Language) string { return procReasonMessage.text(int32(r), int32(l)) }
func reasonAdvice(r Reason, l Language) string  { return procReasonAdvice.text(int32(r), int32(l)) }
func reasonCategory(r Reason) Category          { return Category(procReasonCategory.number(int32(r))) }
func reasonRecovery(r Reason) Recovery          { return Recovery(procReasonRecovery.number(int32(r))) }
func reasonCount() int32                        { return procReasonCount.number() }
func reasonFromName(name string) Reason         { return Reason(procReasonFromName.find(name)) }
func reasonFromChromium(code int32) Reason      { return Reason(procReasonFromChromium.number(code)) }
func reasonToChromium(r Reason) int32           { return procReasonToChromium.number(int32(r)) }

func categoryName(c Category) string { return procCategoryName.text(int32(c)) }
func recoveryName(r Recovery) string { return procRecoveryName.text(int32(r)) }

func outcomeOf(s State, r Reason) Outcome       { return Outcome(procOutcomeOf.number(int32(s), int32(r))) }
func outcomeName(o Outcome) string              { return procOutcomeName.text(int32(o)) }
func outcomeLabel(o Outcome, l Language) string { return procOutcomeLabel.text(int32(o), int32(l)) }
func statusLabel(o Outcome, r Reason, l Language) string {
	return procStatusLabel.text(int32(o), int32(r), int32(l))
}
func statusMessage(o Outcome, r Reason, l Language) string {
	return procStatusMessage.text(int32(o), int32(r), int32(l))
}
func statusAdvice(o Outcome, r Reason, l Language) string {
	return procStatusAdvice.text(int32(o), int32(r), int32(l))
}

func actionFor(o Outcome, r Reason, canResume bool) Action {
	return Action(procActionFor.number(int32(o), int32(r), bit(canResume)))
}
func actionName(a Action) string              { return procActionName.text(int32(a)) }
func actionLabel(a Action, l Language) string { return procActionLabel.text(int32(a), int32(l)) }

func languageCount() int32             { return procLanguageCount.number() }
func languageFind(tag string) Language { return Language(procLanguageFind.find(tag)) }
func languageTag(l Language) string    { return procLanguageTag.text(int32(l)) }
func languageName(l Language) string   { return procLanguageName.text(int32(l)) }
func languageDirection(l Language) Direction {
	return Direction(procLanguageDirection.number(int32(l)))
}

func libraryVersion() string      { return procLibraryVersion.text() }
func libraryVersionNumber() int32 { return procLibraryVersionNumber.number() }

func rowStateChanged(row *DownloadRow, s State, r Reason, canResume bool, received, total int64) {
	procRowStateChanged.tell(row, s, r, canResume, received, total)
}

func rowBytesReceivedChanged(row *DownloadRow, s State, r Reason, canResume bool, received, total int64) {
	procRowBytesReceivedChanged.tell(row, s, r, canResume, received, total)
}
