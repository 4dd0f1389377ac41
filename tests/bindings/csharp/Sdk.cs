// Each value of the SDK's own enumerations, as it is handed over. The number of them, or an exception that names the wrong one.
using System;
using System.Linq;
using Microsoft.Web.WebView2.Core;
using Wv2Interrupt;

static class Sdk
{
    static void Is(object answer, object expected, object what)
    {
        if (!Equals(answer, expected))
            throw new Exception(what + " is " + answer + ", not " + expected);
    }

    static int Main()
    {
        var reasons = Enum.GetValues(typeof(CoreWebView2DownloadInterruptReason)).Cast<CoreWebView2DownloadInterruptReason>().ToArray();
        foreach (var value in reasons)
        {
            var reason = Reason.Of(value);
            Is(reason.Name, value.ToString(), (int)value);
            Is((CoreWebView2DownloadInterruptReason)reason.Code, value, reason);
            Is(typeof(Reason).GetProperty(value.ToString()).GetValue(null), reason, value);
            var row = new DownloadRow(TextLanguage.English);
            row.StateChanged(CoreWebView2DownloadState.Interrupted, value, true, 5, 9);
            Is(row.Reason, reason, value);
            Is(row.Outcome, reason.OutcomeIn(CoreWebView2DownloadState.Interrupted), value);
            Is(row.Action, row.Outcome.Action(reason, true), value);
            row.BytesReceivedChanged(CoreWebView2DownloadState.InProgress, value, true, 6, 9);
            Is(row.Outcome, Outcome.InProgress, value);
        }
        Is(Reason.All.Count, reasons.Length, "the number of reasons");
        var states = Enum.GetValues(typeof(CoreWebView2DownloadState)).Cast<CoreWebView2DownloadState>().ToArray();
        foreach (var value in states)
            Is(((State)value).ToString(), value.ToString(), (int)value);
        Console.WriteLine(reasons.Length + states.Length);
        return 0;
    }
}
