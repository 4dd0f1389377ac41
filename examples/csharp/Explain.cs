// What WebView2 download interrupt reasons mean.
using System;
using System.Linq;
using System.Runtime.InteropServices;

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

    static int Main(string[] arguments)
    {
        var bad = arguments.FirstOrDefault(argument => !int.TryParse(argument, out _));
        if (bad != null)
        {
            Console.Error.WriteLine($"explain: '{bad}' is not a code: a whole number of 32 bits");
            return 2;
        }
        var reasons = arguments.Length > 0
            ? arguments.Select(int.Parse)
            : Enumerable.Range(0, wv2_interrupt_count()).Where(IsKnown);
        Console.WriteLine(Header);
        foreach (var reason in reasons)
            Console.WriteLine(Row(reason));
        return 0;
    }
}
