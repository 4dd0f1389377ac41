// The handler of the binding's README, told of a download by an operation that stands in for the SDK's: what it shows each time.
using System;
using Microsoft.Web.WebView2.Core;

namespace Microsoft.Web.WebView2.Core
{
    sealed class CoreWebView2DownloadOperation
    {
        internal CoreWebView2DownloadState State;
        internal CoreWebView2DownloadInterruptReason InterruptReason;
        internal bool CanResume;
        internal long BytesReceived;
        internal ulong? TotalBytesToReceive;

        internal event EventHandler<object> StateChanged;
        internal event EventHandler<object> BytesReceivedChanged;

        internal void ChangeState() => StateChanged(this, null);

        internal void ReceiveBytes() => BytesReceivedChanged(this, null);
    }

    sealed class CoreWebView2DownloadStartingEventArgs
    {
        internal CoreWebView2DownloadOperation DownloadOperation;
    }
}

static class Handler
{
    static int Main()
    {
        var window = new Window();
        var download = new CoreWebView2DownloadOperation { TotalBytesToReceive = 9 };
        window.OnDownloadStarting(null, new CoreWebView2DownloadStartingEventArgs { DownloadOperation = download });
        Console.WriteLine(window);
        (download.State, download.InterruptReason, download.CanResume) = (CoreWebView2DownloadState.Interrupted, CoreWebView2DownloadInterruptReason.FileNoSpace, true);
        download.ChangeState();
        Console.WriteLine(window);
        (download.State, download.BytesReceived) = (CoreWebView2DownloadState.InProgress, 5);
        download.ReceiveBytes();
        Console.WriteLine(window);
        download.State = CoreWebView2DownloadState.Completed;
        download.ChangeState();
        Console.WriteLine(window);
        return 0;
    }
}
