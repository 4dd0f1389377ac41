package wv2interrupt

import (
	"syscall"
	"unsafe"
)

// A number of 64 bits takes two words, the lower one first.
func (p *proc) tell(row *DownloadRow, s State, r Reason, canResume bool, received, total int64) {
	if load() != nil {
		return
	}
	syscall.SyscallN(p.address, uintptr(unsafe.Pointer(row)), uintptr(s), uintptr(r), uintptr(bit(canResume)),
		uintptr(received), uintptr(received>>32), uintptr(total), uintptr(total>>32))
}
