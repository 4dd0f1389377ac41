//go:build windows && (amd64 || arm64)

package wv2interrupt

import (
	"syscall"
	"unsafe"
)

func (p *proc) tell(row *DownloadRow, s State, r Reason, canResume bool, received, total int64) {
	if load() != nil {
		return
	}
	syscall.SyscallN(p.address, uintptr(unsafe.Pointer(row)), uintptr(s), uintptr(r), uintptr(bit(canResume)),
		uintptr(received), uintptr(total))
}
