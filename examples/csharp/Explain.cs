// What WebView2 download interrupt reasons mean.
using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

// A later library may know more of them: give a switch a default.
enum Category { Unknown = -1, None, File, Network, Server, User, Process }

enum State { InProgress, Interrupted, Completed }

static class Explain
{
    // An index; wv2_interrupt_language_find_utf16 finds that of the user's language.
    const int English = 0;

    const string Library = "wv2interrupt";
    const CallingConvention Cdecl = CallingConvention.Cdecl;

    [DllImport(Library, CallingConvention = Cdecl)] static extern int wv2_interrupt_count();
    [DllImport(Library, CallingConvention = Cdecl)] static extern IntPtr wv2_interrupt_name_utf16(int reason);
    [DllImport(Library, CallingConvention = Cdecl)] static extern IntPtr wv2_interrupt_symbol_utf16(int reason);
    [DllImport(Library, CallingConvention = Cdecl)] static extern IntPtr wv2_interrupt_description_utf16(int reason);
    [DllImport(Library, CallingConvention = Cdecl)] static extern Category wv2_interrupt_category(int reason);
    [DllImport(Library, CallingConvention = Cdecl)] static extern int wv2_interrupt_recovery(int reason);
    [DllImport(Library, CallingConvention = Cdecl)] static extern IntPtr wv2_interrupt_recovery_name_utf16(int recovery);
    [DllImport(Library, CallingConvention = Cdecl)] static extern int wv2_interrupt_outcome(State state, int reason);
    [DllImport(Library, CallingConvention = Cdecl)] static extern IntPtr wv2_interrupt_outcome_name_utf16(int outcome);
    [DllImport(Library, CallingConvention = Cdecl)] static extern int wv2_interrupt_to_chromium(int reason);
    [DllImport(Library, CallingConvention = Cdecl)] static extern IntPtr wv2_interrupt_label_utf16(int reason, int language);
    [DllImport(Library, CallingConvention = Cdecl)] static extern IntPtr wv2_interrupt_message_utf16(int reason, int language);
    [DllImport(Library, CallingConvention = Cdecl)] static extern IntPtr wv2_interrupt_advice_utf16(int reason, int language);

    // The library's texts are static: copied here and never freed, as they would be with `string` for a return type.
    static string Text(IntPtr text) => Marshal.PtrToStringUni(text);

    const string Header = "code\tname\tsymbol\tcategory\trecovery\toutcome\tchromium\tlabel\tmessage\tadvice\tdescription";

    static string Row(int reason) => string.Join("\t",
        reason,
        Text(wv2_interrupt_name_utf16(reason)),
        Text(wv2_interrupt_symbol_utf16(reason)),
        wv2_interrupt_category(reason).ToString().ToLowerInvariant(),
        Text(wv2_interrupt_recovery_name_utf16(wv2_interrupt_recovery(reason))),
        Text(wv2_interrupt_outcome_name_utf16(wv2_interrupt_outcome(State.Interrupted, reason))),
        wv2_interrupt_to_chromium(reason),
        Text(wv2_interrupt_label_utf16(reason, English)),
        Text(wv2_interrupt_message_utf16(reason, English)),
        Text(wv2_interrupt_advice_utf16(reason, English)),
        Text(wv2_interrupt_description_utf16(reason)));

    static bool IsKnown(int reason) => wv2_interrupt_category(reason) != Category.Unknown;

    // A number in decimal or 0x hexadecimal.
    static int? Code(string argument)
    {
        var parts = Regex.Match(argument, @"^(-?)(0[xX])?([0-9a-fA-F]+)\z").Groups;
        var style = parts[2].Success ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        if (!ulong.TryParse(parts[3].Value, style, CultureInfo.InvariantCulture, out var number))
            return null;
        var negative = parts[1].Value == "-";
        return number > (negative ? 1UL << 31 : int.MaxValue) ? (int?)null : (int)(negative ? -(long)number : (long)number);
    }

    // The exit status.
    static int Table(TextWriter output, string[] arguments)
    {
        var status = 0;
        output.WriteLine(Header);
        if (arguments.Length == 0)
            foreach (var reason in Enumerable.Range(0, wv2_interrupt_count()).Where(IsKnown))
                output.WriteLine(Row(reason));
        foreach (var argument in arguments)
            if (Code(argument) is int code)
            {
                output.WriteLine(Row(code));
            }
            else
            {
                // What comes from elsewhere may act on a terminal.
                var shown = Regex.Replace(argument, "[^ -~]+", "?");
                Console.Error.WriteLine($"explain: '{shown}' is not a code: a whole number of 32 bits, decimal or 0x hexadecimal");
                status = 2;
            }
        output.Flush();
        return status;
    }

    // What Mono says of a pipe that nobody reads on; .NET itself is silent.
    const int BrokenPipe = unchecked((int)0x8007001D);

    [DllImport("libc")] static extern IntPtr readlink(string path, byte[] target, IntPtr size);
    [DllImport("libc")] static extern int fcntl(int descriptor, int command);

    const int F_GETFL = 3, O_RDWR = 2;

    // Mono puts /dev/null, open for reading too, in the place of a standard output that is closed.
    static bool IsClosed()
    {
        var target = new byte[16];
        return Type.GetType("Mono.Runtime") != null
            && (int)readlink("/proc/self/fd/1", target, (IntPtr)target.Length) > 0
            && Encoding.ASCII.GetString(target).TrimEnd('\0') == "/dev/null"
            && (fcntl(1, F_GETFL) & O_RDWR) != 0;
    }

    static int Main(string[] arguments)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;  // a minus is "-" everywhere
        try
        {
            if (IsClosed())
                throw new IOException();
            return Table(new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)), arguments);
        }
        catch (IOException error)
        {
            if (error.HResult != BrokenPipe)
                Console.Error.WriteLine("explain: the output could not be written");
            return 1;
        }
    }
}
