// A look-up through P/Invoke: prints nanoseconds a call, for the bare pointer and for the text, a line for each round.

using System;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

static class Call
{
    [DllImport("wv2interrupt", CallingConvention = CallingConvention.Cdecl)]
    static extern IntPtr wv2_interrupt_name(int reason);

    [DllImport("wv2interrupt", CallingConvention = CallingConvention.Cdecl)]
    static extern IntPtr wv2_interrupt_name_utf16(int reason);

    static double Nanoseconds(Action<int> call, int[] codes)
    {
        var watch = Stopwatch.StartNew();
        foreach (var code in codes)
            call(code);
        return watch.Elapsed.TotalMilliseconds * 1e6 / codes.Length;
    }

    static int Main(string[] arguments)
    {
        int rounds = int.Parse(arguments[0]), calls = int.Parse(arguments[1]);
        if (Marshal.PtrToStringUni(wv2_interrupt_name_utf16(3)) != "FileNoSpace")
            return 1;
        var random = new Random();
        for (int round = 0; round < rounds; round++)
        {
            var codes = new int[calls];
            for (int i = 0; i < calls; i++)
                codes[i] = random.Next(33);
            double pointer = Nanoseconds(code => wv2_interrupt_name(code), codes);
            double text = Nanoseconds(code => Marshal.PtrToStringUni(wv2_interrupt_name_utf16(code)), codes);
            Console.WriteLine(string.Format(CultureInfo.InvariantCulture, "{0} {1}", pointer, text));
        }
        return 0;
    }
}
