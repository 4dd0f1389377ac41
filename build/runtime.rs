//! What the compiler calls without being asked, where it optimises little or for a processor on which a loop costs more than a
//! call. A linker takes from it what is missing, which in a plain release build is nothing, and the library still imports
//! nothing.

#![no_std]
// Otherwise these loops are recognised as what they stand for, and call themselves.
#![no_builtins]

/// MinGW links the C library, which has them.
#[cfg(not(all(windows, target_env = "gnu")))]
mod memory {
    use core::ffi::c_int;

    /// # Safety
    /// As in C.
    #[unsafe(no_mangle)]
    pub unsafe extern "C" fn memset(to: *mut u8, byte: c_int, length: usize) -> *mut u8 {
        for at in 0..length {
            unsafe { *to.add(at) = byte as u8 };
        }
        to
    }

    /// # Safety
    /// As in C.
    #[unsafe(no_mangle)]
    pub unsafe extern "C" fn memcpy(to: *mut u8, from: *const u8, length: usize) -> *mut u8 {
        for at in 0..length {
            unsafe { *to.add(at) = *from.add(at) };
        }
        to
    }

    /// # Safety
    /// As in C.
    #[unsafe(no_mangle)]
    pub unsafe extern "C" fn memmove(to: *mut u8, from: *const u8, length: usize) -> *mut u8 {
        if to.cast_const() <= from {
            return unsafe { memcpy(to, from, length) };
        }
        for at in (0..length).rev() {
            unsafe { *to.add(at) = *from.add(at) };
        }
        to
    }

    /// # Safety
    /// As in C.
    #[unsafe(no_mangle)]
    pub unsafe extern "C" fn memcmp(one: *const u8, other: *const u8, length: usize) -> c_int {
        for at in 0..length {
            let (one, other) = unsafe { (*one.add(at), *other.add(at)) };
            if one != other {
                return c_int::from(one) - c_int::from(other);
            }
        }
        0
    }

    /// # Safety
    /// As in C.
    #[unsafe(no_mangle)]
    pub unsafe extern "C" fn bcmp(one: *const u8, other: *const u8, length: usize) -> c_int {
        unsafe { memcmp(one, other, length) }
    }
}

/// Would unwind, which nothing does.
#[cfg(target_arch = "arm")]
#[unsafe(no_mangle)]
extern "C" fn __aeabi_unwind_cpp_pr0() {}

/// The same.
#[cfg(all(windows, target_env = "gnu"))]
#[unsafe(no_mangle)]
extern "C" fn rust_eh_personality() {}

/// What Microsoft's C library has besides.
#[cfg(target_env = "msvc")]
mod msvc {
    /// Tells that a program counts with floating point. The library does not, the compiler only thinks of it.
    #[unsafe(no_mangle)]
    static _fltused: i32 = 0;

    /// Would unwind, which nothing does.
    #[unsafe(no_mangle)]
    extern "C" fn __CxxFrameHandler3() {}

    /// Division of 64 bits by calls that take their arguments from the stack.
    #[cfg(target_arch = "x86")]
    mod x86 {
        fn divide(mut dividend: u64, divisor: u64) -> (u64, u64) {
            let (mut quotient, mut remainder) = (0_u64, 0_u64);
            for _ in 0..u64::BITS {
                let carry = remainder >> 63 != 0;
                remainder = remainder << 1 | dividend >> 63;
                let fits = carry || remainder >= divisor;
                if fits {
                    remainder = remainder.wrapping_sub(divisor);
                }
                quotient = quotient << 1 | u64::from(fits);
                dividend <<= 1;
            }
            (quotient, remainder)
        }

        extern "stdcall" fn quotient(dividend: u64, divisor: u64) -> u64 {
            divide(dividend, divisor).0
        }

        extern "stdcall" fn remainder(dividend: u64, divisor: u64) -> u64 {
            divide(dividend, divisor).1
        }

        // Under their own names, without what stdcall adds to a name.
        core::arch::global_asm!(
            ".globl __aulldiv, __aullrem",
            "__aulldiv: jmp {quotient}",
            "__aullrem: jmp {remainder}",
            quotient = sym quotient,
            remainder = sym remainder,
        );

        // Lowers the stack by EAX bytes, and touches each page on the way, for Windows adds one after the other.
        core::arch::global_asm!(
            ".globl __chkstk",
            "__chkstk:",
            "push ecx",
            "lea ecx, [esp + 8]",
            "2: cmp eax, 4096",
            "jb 3f",
            "sub ecx, 4096",
            "test [ecx], ecx",
            "sub eax, 4096",
            "jmp 2b",
            "3: sub ecx, eax",
            "test [ecx], ecx",
            "mov eax, esp",
            "mov esp, ecx",
            "mov ecx, [eax]",
            "push [eax + 4]",
            "ret",
        );
    }
}
