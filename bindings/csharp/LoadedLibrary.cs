using System;
using System.Runtime.InteropServices;

namespace Wv2Interrupt
{
    /// <summary>Which library it is that answers. All members may be used from any thread.</summary>
    public static class LoadedLibrary
    {
        /// <summary>The version as it is written: <c>1.1.0</c>.</summary>
        public static string VersionText => Marshal.PtrToStringAnsi(Native.wv2_interrupt_version());

        /// <summary>The version, to be compared.</summary>
        public static Version Version
        {
            get
            {
                var number = Native.wv2_interrupt_version_number();
                return new Version(number >> 16, number >> 8 & 0xFF, number & 0xFF);
            }
        }
    }
}
