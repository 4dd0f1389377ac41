// Package wv2interrupt tells a host of WebView2 why a download was interrupted, what to say to the person, and what can be
// done.
//
// A list of downloads keeps a [DownloadRow] for each: tell it what the operation says of itself, and it answers what to
// show and which button to offer. [Reason] answers for one number of CoreWebView2DownloadInterruptReason.
//
// Every function is safe for use by several goroutines; a DownloadRow is not while it is told something.
//
// On Windows the library is wv2interrupt.dll, which the package loads from the folder of the program: see [Load]. Without it
// nothing panics: each text is empty, and each number Unknown. On other systems the library is linked into the program.
package wv2interrupt

// Unknown is the "unknown" of every type.
const Unknown = -1

// Load loads the library, if that is not done yet, and tells why it cannot be. Call it when the program starts, to say what
// is missing; otherwise the first call that needs the library loads it.
//
// On Windows that is wv2interrupt.dll in the folder of the program, and nowhere else: neither the current folder nor PATH is
// searched. Elsewhere the library is a part of the program, and the answer is nil.
func Load() error { return load() }

// LoadFrom loads the library from a file elsewhere: for "go test" and "go run", which make their programs in a folder of
// their own. It is an error if it cannot be loaded, lacks a function, or another one is loaded already.
//
// Except on Windows the library is a part of the program: nothing is loaded, and the answer is nil.
func LoadFrom(file string) error { return loadFrom(file) }

// Version of the loaded library: "1.1.0".
func Version() string { return libraryVersion() }

// VersionNumber is the version of the loaded library as a number, 0x00MMmmpp.
func VersionNumber() int32 { return libraryVersionNumber() }
