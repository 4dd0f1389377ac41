using System;
using System.IO;
using System.Runtime.InteropServices;

[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]

namespace Wv2Interrupt
{
    // The functions of the C header, those in UTF-16 where there are two, and where their library is found.
    static class Native
    {
        const string Library = "wv2interrupt";
        const CallingConvention Cdecl = CallingConvention.Cdecl;

        internal const int Unknown = -1;

        // Whatever .NET puts there is found by DllImport. .NET Framework and PowerShell know nothing of `runtimes`, and a program
        // for any processor learns only now which library is its own. What is loaded first under a name stays that name's.
        static Native()
        {
            if (Environment.OSVersion.Platform != PlatformID.Win32NT)
                return;
            var processor = Processor(Environment.GetEnvironmentVariable("PROCESSOR_ARCHITECTURE"));
            foreach (var neighbour in new[] { typeof(Native).Assembly.Location, AppDomain.CurrentDomain.BaseDirectory })
            {
                if (string.IsNullOrEmpty(neighbour))
                    continue;  // the assembly is no file
                var folder = Path.Combine(Path.GetDirectoryName(neighbour), "runtimes", "win-" + processor, "native");
                if (LoadLibraryW(Path.Combine(folder, Library + ".dll")) != IntPtr.Zero)
                    return;
            }
        }

        // As NuGet calls it: of this process, which need not be the machine's.
        static string Processor(string windows)
        {
            switch (windows)
            {
                case "AMD64": return "x64";
                case "ARM64": return "arm64";
                default: return "x86";
            }
        }

        [DllImport("kernel32", CharSet = CharSet.Unicode, ExactSpelling = true)]
        static extern IntPtr LoadLibraryW(string path);

        // The library's texts are static: copied here and never freed, as they would be with `string` for a return type.
        internal static string Text(IntPtr text) => Marshal.PtrToStringUni(text);

        // A text that goes on behind a NUL would be read up to there.
        internal static string Whole(string text) => text == null || text.IndexOf('\0') >= 0 ? null : text;

        // -1, which is unknown everywhere, for a number beyond 32 bits.
        internal static int Number<T>(T code) where T : struct, IConvertible
        {
            try
            {
                return code.ToInt32(null);
            }
            catch (OverflowException)
            {
                return Unknown;
            }
        }

        [StructLayout(LayoutKind.Sequential)]
        internal struct Row
        {
            internal long Received;
            internal long Total;
            internal int Outcome;
            internal int Reason;
            internal int Action;
            internal int Silent;
        }

        [DllImport(Library, CallingConvention = Cdecl)] internal static extern IntPtr wv2_interrupt_name_utf16(int reason);
        [DllImport(Library, CallingConvention = Cdecl)] internal static extern IntPtr wv2_interrupt_symbol_utf16(int reason);
        [DllImport(Library, CallingConvention = Cdecl)] internal static extern IntPtr wv2_interrupt_description_utf16(int reason);
        [DllImport(Library, CallingConvention = Cdecl)] internal static extern IntPtr wv2_interrupt_label_utf16(int reason, int language);
        [DllImport(Library, CallingConvention = Cdecl)] internal static extern IntPtr wv2_interrupt_message_utf16(int reason, int language);
        [DllImport(Library, CallingConvention = Cdecl)] internal static extern IntPtr wv2_interrupt_advice_utf16(int reason, int language);
        [DllImport(Library, CallingConvention = Cdecl)] internal static extern Category wv2_interrupt_category(int reason);
        [DllImport(Library, CallingConvention = Cdecl)] internal static extern Recovery wv2_interrupt_recovery(int reason);
        [DllImport(Library, CallingConvention = Cdecl)] internal static extern Outcome wv2_interrupt_outcome(int state, int reason);
        [DllImport(Library, CallingConvention = Cdecl)] internal static extern int wv2_interrupt_count();
        [DllImport(Library, CallingConvention = Cdecl)] internal static extern int wv2_interrupt_from_chromium(int number);
        [DllImport(Library, CallingConvention = Cdecl)] internal static extern int wv2_interrupt_to_chromium(int reason);
        [DllImport(Library, CallingConvention = Cdecl, CharSet = CharSet.Unicode)]
        internal static extern int wv2_interrupt_from_name_utf16(string name);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern void wv2_interrupt_row_state_changed(ref Row row, int state, int reason, int canResume, long received, long total);
        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern void wv2_interrupt_row_bytes_received_changed(ref Row row, int state, int reason, int canResume, long received, long total);

        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern IntPtr wv2_interrupt_status_label_utf16(Outcome outcome, int reason, int language);
        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern IntPtr wv2_interrupt_status_message_utf16(Outcome outcome, int reason, int language);
        [DllImport(Library, CallingConvention = Cdecl)]
        internal static extern IntPtr wv2_interrupt_status_advice_utf16(Outcome outcome, int reason, int language);
        [DllImport(Library, CallingConvention = Cdecl)] internal static extern IntPtr wv2_interrupt_outcome_label_utf16(Outcome outcome, int language);
        [DllImport(Library, CallingConvention = Cdecl)] internal static extern DownloadAction wv2_interrupt_action(Outcome outcome, int reason, int canResume);
        [DllImport(Library, CallingConvention = Cdecl)] internal static extern IntPtr wv2_interrupt_action_label_utf16(DownloadAction action, int language);

        [DllImport(Library, CallingConvention = Cdecl)] internal static extern IntPtr wv2_interrupt_category_name_utf16(Category category);
        [DllImport(Library, CallingConvention = Cdecl)] internal static extern IntPtr wv2_interrupt_recovery_name_utf16(Recovery recovery);
        [DllImport(Library, CallingConvention = Cdecl)] internal static extern IntPtr wv2_interrupt_outcome_name_utf16(Outcome outcome);
        [DllImport(Library, CallingConvention = Cdecl)] internal static extern IntPtr wv2_interrupt_action_name_utf16(DownloadAction action);

        [DllImport(Library, CallingConvention = Cdecl)] internal static extern int wv2_interrupt_language_count();
        [DllImport(Library, CallingConvention = Cdecl)] internal static extern IntPtr wv2_interrupt_language_tag_utf16(int language);
        [DllImport(Library, CallingConvention = Cdecl)] internal static extern IntPtr wv2_interrupt_language_name_utf16(int language);
        [DllImport(Library, CallingConvention = Cdecl)] internal static extern Direction wv2_interrupt_language_direction(int language);
        [DllImport(Library, CallingConvention = Cdecl, CharSet = CharSet.Unicode)]
        internal static extern int wv2_interrupt_language_find_utf16(string tag);

        [DllImport(Library, CallingConvention = Cdecl)] internal static extern IntPtr wv2_interrupt_version();
        [DllImport(Library, CallingConvention = Cdecl)] internal static extern int wv2_interrupt_version_number();
    }
}
