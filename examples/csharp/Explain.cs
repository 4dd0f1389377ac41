// What WebView2 download interrupt reasons mean.
using System;
using System.Globalization;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using Wv2Interrupt;

static class Explain
{
    const string Header = "code\tname\tsymbol\tcategory\trecovery\toutcome\tchromium\tlabel\tmessage\tadvice\tdescription";

    // The texts for people are in the language of CultureInfo.CurrentUICulture.
    static string Row(Reason reason) => string.Join("\t",
        reason.Code,
        reason.Name,
        reason.Symbol,
        reason.Category.Name(),
        reason.Recovery.Name(),
        reason.OutcomeIn(State.Interrupted).Name(),
        reason.Chromium ?? -1,
        reason.Label(),
        reason.Message(),
        reason.Advice(),
        reason.Description);

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
            foreach (var reason in Reason.All)
                output.WriteLine(Row(reason));
        foreach (var argument in arguments)
            if (Code(argument) is int code)
            {
                output.WriteLine(Row(new Reason(code)));
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
        catch (IOException error) when (error.GetType() == typeof(IOException))  // not of a missing assembly
        {
            if (error.HResult != BrokenPipe)
                Console.Error.WriteLine("explain: the output could not be written");
            return 1;
        }
        catch (Exception error) when (error is TypeLoadException || error is BadImageFormatException)
        {
            Console.Error.WriteLine("explain: the library wv2interrupt is not beside this program, or is not for it");
            return 2;
        }
    }
}
