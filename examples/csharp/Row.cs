// row [TAG]: what a list of downloads shows, in the language of that tag or of the system. Each line of standard input is what
// a download says of itself, in columns as in tests/data/waiting.tsv; lines with the same name, one behind the other, are of the
// same download. Lines that begin with # are passed over, and so is the line of the columns' names.
//
// Exit status: 0; 2 when a line was no report, or the tag of no language (the rest is still shown), or the library is missing;
// 1 when input or output failed.
using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Wv2Interrupt;

// One download of the list.
sealed class Download
{
    readonly DownloadRow row;
    int stateBefore;
    bool isNew = true;

    internal Download(string name, TextLanguage language)
    {
        Name = name;
        row = new DownloadRow(language);
    }

    internal string Name { get; }

    // A host takes these from the CoreWebView2DownloadOperation. A new state comes with StateChanged, all else with
    // BytesReceivedChanged.
    internal void Tell(int state, int reason, bool canResume, long received, ulong? total)
    {
        if (isNew || state != stateBefore)
            row.StateChanged(state, reason, canResume, received, total);
        else
            row.BytesReceivedChanged(state, reason, canResume, received, total);
        (isNew, stateBefore) = (false, state);
    }

    public override string ToString() => string.Join("\t",
        Regex.Replace(Name, "[^ -~]", "?"),  // what comes from elsewhere may act on a terminal
        row.Outcome.Name() + ", " + row.Action.Name() + (row.IsSilent ? ", silent" : ""),
        row.Label,
        row.Message,
        row.Advice,
        row.Button);
}

static class Program
{
    const string Columns = "what\tstate\treason\treceived\ttotal\tcan_resume";
    const int LongestLine = 999;

    static readonly Regex Report = new Regex(@"^([^\t\r]*)(?:\t(-?[0-9]+)){5}(?=[\t\r]|\z)");

    // Takes a line of the download before, or of a new one, to which it belongs. Null where it is no report.
    static Download Read(string line, Download before, TextLanguage language)
    {
        var report = Report.Match(line);
        var columns = report.Groups[2].Captures.Cast<Capture>().Select(Number).ToArray();
        if (!report.Success || line.Length > LongestLine || line.Contains('\0') || columns.Contains(null) || !Fits(columns[0]) || !Fits(columns[1]))
            return null;
        var name = report.Groups[1].Value;
        var download = name == before?.Name ? before : new Download(name, language);
        var total = columns[3] < 0 ? (ulong?)null : (ulong)columns[3];
        download.Tell((int)columns[0], (int)columns[1], columns[4] != 0, columns[2].Value, total);
        return download;
    }

    static long? Number(Capture column) =>
        long.TryParse(column.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : (long?)null;

    static bool Fits(long? number) => number >= int.MinValue && number <= int.MaxValue;

    // A line of the input without its end, which is a line feed alone; null at the end of the input.
    static string ReadLine(TextReader input)
    {
        var line = new StringBuilder();
        for (int unit; (unit = input.Read()) != '\n'; line.Append((char)unit))
            if (unit < 0)
                return line.Length > 0 ? line.ToString() : null;
        return line.ToString();
    }

    // The exit status.
    static int List(TextReader input, TextWriter output, TextLanguage language)
    {
        var status = 0;
        Download download = null;
        var number = 1;
        for (string line; (line = ReadLine(input)) != null; number++)
        {
            if (line.StartsWith("#") || line.StartsWith(Columns, StringComparison.Ordinal))
                continue;
            if (Read(line, download, language) is Download told)
            {
                download = told;
                output.WriteLine(download);
            }
            else
            {
                Console.Error.WriteLine($"row: line {number} is no report; its columns are: {Columns}");
                status = 2;
            }
        }
        output.Flush();
        return status;
    }

    static int Main(string[] arguments)
    {
        try
        {
            var language = arguments.Length > 0 ? TextLanguage.Find(arguments[0]) : TextLanguage.Current;
            if (language == null)
                Console.Error.WriteLine("row: a language is a tag such as en or de-AT, of one that the library speaks");
            // Each byte of a name is a character: one that is not ASCII is shown as a question mark.
            var input = new StreamReader(Console.OpenStandardInput(), Encoding.GetEncoding("iso-8859-1"));
            var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
            var status = List(input, output, language.GetValueOrDefault());
            return language == null ? 2 : status;
        }
        catch (IOException error) when (error.GetType() == typeof(IOException))  // not of a missing assembly
        {
            Console.Error.WriteLine("row: the input could not be read, or the output not written");
            return 1;
        }
        catch (Exception error) when (error is TypeLoadException || error is BadImageFormatException)
        {
            Console.Error.WriteLine("row: the library wv2interrupt is not beside this program, or is not for it");
            return 2;
        }
    }
}
