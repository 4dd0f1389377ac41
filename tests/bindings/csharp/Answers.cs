// What the binding answers at its edges. The number of what was asked, or an exception that names what was answered wrongly.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using Wv2Interrupt;

enum Small : byte { Three = 3 }

enum Wide : ulong { Three = 3, Beyond = ulong.MaxValue }

static class Answers
{
    static int asked;

    static void Is<T>(T answer, T expected, string what)
    {
        asked++;
        if (!EqualityComparer<T>.Default.Equals(answer, expected))
            throw new Exception(what + " is " + answer + ", not " + expected);
    }

    static void Reasons()
    {
        Is(default(Reason), Reason.None, "a new reason");
        Is(new Reason(57).Code, 57, "an unknown number");
        Is(new Reason(57).ToString(), "Unknown (57)", "an unknown reason");
        Is(Reason.FileNoSpace.ToString(), "FileNoSpace", "a known reason");
        Is(Reason.Of(3), Reason.FileNoSpace, "of a number");
        Is(Reason.Of(Small.Three), Reason.FileNoSpace, "of a byte");
        Is(Reason.Of(Wide.Three), Reason.FileNoSpace, "of a wide one");
        Is(Reason.Of(Wide.Beyond), Reason.Unknown, "of one beyond 32 bits");
        Is(Reason.Of(long.MinValue), Reason.Unknown, "of one below 32 bits");
        Is(Reason.FromName("COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON_FILE_NO_SPACE"), Reason.FileNoSpace, "a symbol");
        Is(Reason.FromName("kFileNoSpace"), Reason.FileNoSpace, "Chromium's name");
        foreach (var none in new[] { null, "", "FileNoSpace\0", "\0", "FileNoSp\u00e4ce", new string('x', 100000) })
            Is(Reason.FromName(none), Reason.Unknown, none ?? "null");
        Is(Reason.FromChromium(40).Name, "UserCanceled", "Chromium's 40");
        Is(Reason.FromChromium(15), Reason.Unknown, "Chromium's 15");
        Is(Reason.UserPaused.Chromium, null, "Chromium's number of UserPaused");
        Is(Reason.UserCanceled.Chromium, 40, "Chromium's number of UserCanceled");
        Is(Reason.FileNoSpace == new Reason(3) && Reason.FileNoSpace != Reason.FileFailed, true, "equality");
        Is(Reason.FileNoSpace.Equals((object)3), false, "equality with a number");
        Is(Reason.All.Count, 30, "the number of reasons");
        Is(Reason.All.All(reason => reason.IsKnown && Reason.FromName(reason.Name) == reason && Reason.FromName(reason.Symbol) == reason), true, "all");
        Is(Reason.Unknown.IsKnown, false, "whether Unknown is known");
        Is(Reason.Unknown.Category, Category.Unknown, "the category of Unknown");
        Is(Reason.UserPaused.OutcomeIn(State.Interrupted), Outcome.Paused, "an outcome");
        Is(Reason.FileNoSpace.OutcomeIn(State.Unknown), Outcome.Unknown, "the outcome in an unknown state");
        var named = typeof(Reason).GetProperties(BindingFlags.Public | BindingFlags.Static).Where(property => property.PropertyType == typeof(Reason));
        foreach (var property in named)
            Is(((Reason)property.GetValue(null)).Name, property.Name, property.Name);
    }

    static void Codes()
    {
        Is(Enum.GetValues(typeof(Category)).Cast<Category>().All(code => code.Name() == Id(code.ToString())), true, "categories");
        Is(Enum.GetValues(typeof(Recovery)).Cast<Recovery>().All(code => code.Name() == Id(code.ToString())), true, "recoveries");
        Is(Enum.GetValues(typeof(Outcome)).Cast<Outcome>().All(code => code.Name() == Id(code.ToString())), true, "outcomes");
        Is(Enum.GetValues(typeof(DownloadAction)).Cast<DownloadAction>().All(code => code.Name() == Id(code.ToString())), true, "actions");
        Is(((Outcome)77).Name(), "unknown", "an unknown outcome");
        Is(((Outcome)77).Action(Reason.None, true), DownloadAction.Pause, "the action for an unknown outcome");
        Is(Outcome.Failed.Action(Reason.FileNoSpace, true), DownloadAction.Resume, "the action where it can resume");
        Is(Outcome.Failed.Action(Reason.FileNoSpace, false), DownloadAction.DownloadAgain, "the action where it cannot");
        Is(DownloadAction.None.Label(), "", "the caption of none");
        Is(Outcome.Paused.StatusMessage(Reason.FileNoSpace, TextLanguage.English), "", "the message of a pause");
    }

    // FileNoSpace as file_no_space.
    static string Id(string name) => string.Concat(name.Select((letter, i) => (i > 0 && char.IsUpper(letter) ? "_" : "") + char.ToLowerInvariant(letter)));

    static void Languages()
    {
        CultureInfo.CurrentUICulture = new CultureInfo("de-AT");
        Is(TextLanguage.Current.Tag, "de", "the language of a culture");
        Is(Reason.FileNoSpace.Label(), Reason.FileNoSpace.Label(TextLanguage.Find("de").Value), "a label in it");
        Is(Reason.FileNoSpace.Message(), Reason.FileNoSpace.Message(TextLanguage.Find("de").Value), "a message in it");
        Is(Reason.FileNoSpace.Advice(), Reason.FileNoSpace.Advice(TextLanguage.Find("de").Value), "advice in it");
        Is(Outcome.Paused.Label(), Outcome.Paused.Label(TextLanguage.Find("de").Value), "an outcome in it");
        Is(DownloadAction.Open.Label(), DownloadAction.Open.Label(TextLanguage.Find("de").Value), "a caption in it");
        Is(new DownloadRow().Language.Tag, "de", "the language of a row");
        Is(Reason.FileNoSpace.Label() != Reason.FileNoSpace.Label(TextLanguage.English), true, "another language");
        foreach (var pair in new[] { "zh-TW zh-Hant", "zh-CN zh-Hans", "pt-PT pt-PT", "nn-NO nb", "sr-Latn-RS sr-Latn" })
            Is(TextLanguage.Find(new CultureInfo(pair.Split(' ')[0]))?.Tag, pair.Split(' ')[1], pair);
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        Is(TextLanguage.Current, TextLanguage.English, "the language of no culture");
        foreach (var none in new[] { null, "", "tlh", "de\0", "und" })
            Is(TextLanguage.Find(none), null, none ?? "null");
        Is(TextLanguage.Find((CultureInfo)null), null, "no culture");
        Is(default(TextLanguage).ToString(), "en", "a new language");
        Is(TextLanguage.Find("de").Value.NativeName, "Deutsch", "what German calls itself");
        Is(TextLanguage.Find("ar").Value.Direction, Direction.RightToLeft, "how Arabic is written");
        Is(TextLanguage.All.All(language => TextLanguage.Find(language.Tag) == language), true, "all languages");
        Is(TextLanguage.All.Count > 30, true, "many languages");
    }

    static void Rows()
    {
        var row = new DownloadRow(TextLanguage.English);
        Is(row.Outcome, Outcome.InProgress, "a new row");
        row.StateChanged(1, 3, true, 5, ulong.MaxValue);
        Is(row.Outcome, Outcome.Failed, "a failure");
        Is(row.Reason, Reason.FileNoSpace, "its reason");
        Is(row.BytesReceived, 5, "its bytes");
        Is(row.TotalBytesToReceive, (ulong)long.MaxValue, "a total beyond 63 bits");
        Is(row.Label, Reason.FileNoSpace.Label(TextLanguage.English), "its words");
        row.StateChanged(State.Interrupted, Reason.UserCanceled.Code, false, 5, null);
        Is(row.Reason, Reason.FileNoSpace, "the reason after a cancel");
        Is(row.TotalBytesToReceive, null, "an unknown total");
        row.StateChanged(Wide.Beyond, 0, true, 6, 7);
        Is(row.BytesReceived, 5, "a state that could not be read");
        row.Language = TextLanguage.Find("de").Value;
        Is(row.Label, Reason.FileNoSpace.Label(row.Language), "its words in another language");
        row.BytesReceivedChanged(State.InProgress, 0, false, 9, 9);
        Is(row.Outcome, Outcome.Finishing, "all bytes");
    }

    static int Main(string[] arguments)
    {
        Reasons();
        Codes();
        Languages();
        Rows();
        Is(string.Join(" ", typeof(Reason).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name)), "mscorlib", "what the assembly needs");
        Is(LoadedLibrary.Version.ToString(3), LoadedLibrary.VersionText, "the version");
        Is(LoadedLibrary.VersionText, arguments[0], "the version");
        Is(typeof(Reason).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>().InformationalVersion, arguments[0], "the assembly's version");
        Console.WriteLine(asked);
        return 0;
    }
}
