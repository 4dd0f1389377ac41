using System;

namespace Wv2Interrupt
{
    /// <summary>
    /// What a list shows for one download. Tell it what the operation says of itself; it knows what to show, and which button to
    /// offer.
    /// </summary>
    /// <remarks>
    /// A new operation gets a new row, also when it takes another's place. Use one row from one thread at a time, such as the
    /// window's, on which WebView2 raises its events.
    /// </remarks>
    public sealed class DownloadRow
    {
        Native.Row row;

        /// <summary>
        /// The row of a new download, with words in the language of
        /// <see cref="System.Globalization.CultureInfo.CurrentUICulture"/>; in English where that is not spoken.
        /// </summary>
        public DownloadRow() : this(TextLanguage.Current) { }

        /// <summary>The row of a new download, with words in a language.</summary>
        /// <param name="language">A language of the texts.</param>
        public DownloadRow(TextLanguage language) => Language = language;

        /// <summary>
        /// Tells the row what the operation says of itself: once when it begins, and when <c>StateChanged</c> comes.
        /// </summary>
        /// <param name="state">The operation's <c>State</c>. -1 means that it could not be read: nothing changes.</param>
        /// <param name="reason">Its <c>InterruptReason</c>.</param>
        /// <param name="canResume">Its <c>CanResume</c>.</param>
        /// <param name="bytesReceived">Its <c>BytesReceived</c>.</param>
        /// <param name="totalBytesToReceive">Its <c>TotalBytesToReceive</c>; null is unknown.</param>
        /// <typeparam name="TState"><c>CoreWebView2DownloadState</c>, or a type of whole numbers.</typeparam>
        /// <typeparam name="TReason"><c>CoreWebView2DownloadInterruptReason</c>, or a type of whole numbers.</typeparam>
        public void StateChanged<TState, TReason>(TState state, TReason reason, bool canResume, long bytesReceived, ulong? totalBytesToReceive)
            where TState : struct, IConvertible
            where TReason : struct, IConvertible =>
            Native.wv2_interrupt_row_state_changed(
                ref row, Native.Number(state), Native.Number(reason), canResume ? 1 : 0, bytesReceived, Total(totalBytesToReceive));

        /// <summary>Tells the row what the operation says of itself when <c>BytesReceivedChanged</c> comes.</summary>
        /// <param name="state">The operation's <c>State</c>. -1 means that it could not be read: nothing changes.</param>
        /// <param name="reason">Its <c>InterruptReason</c>.</param>
        /// <param name="canResume">Its <c>CanResume</c>.</param>
        /// <param name="bytesReceived">Its <c>BytesReceived</c>.</param>
        /// <param name="totalBytesToReceive">Its <c>TotalBytesToReceive</c>; null is unknown.</param>
        /// <typeparam name="TState"><c>CoreWebView2DownloadState</c>, or a type of whole numbers.</typeparam>
        /// <typeparam name="TReason"><c>CoreWebView2DownloadInterruptReason</c>, or a type of whole numbers.</typeparam>
        public void BytesReceivedChanged<TState, TReason>(TState state, TReason reason, bool canResume, long bytesReceived, ulong? totalBytesToReceive)
            where TState : struct, IConvertible
            where TReason : struct, IConvertible =>
            Native.wv2_interrupt_row_bytes_received_changed(
                ref row, Native.Number(state), Native.Number(reason), canResume ? 1 : 0, bytesReceived, Total(totalBytesToReceive));

        static long Total(ulong? bytes) => (long)Math.Min(bytes.GetValueOrDefault(), long.MaxValue);

        /// <summary>The language of the words.</summary>
        public TextLanguage Language { get; set; }

        /// <summary>What to show; never <see cref="Outcome.Unknown"/>.</summary>
        public Outcome Outcome => (Outcome)row.Outcome;

        /// <summary>The reason to show; that of the failure, where a cancel came after it.</summary>
        public Reason Reason => new Reason(row.Reason);

        /// <summary>
        /// The button to offer. Show that of <see cref="Outcome.Finishing"/>, and its message, only after two seconds: most
        /// downloads pass through it in a moment.
        /// </summary>
        public DownloadAction Action => (DownloadAction)row.Action;

        /// <summary>
        /// Whether nothing more may come from this operation. The engine may then try again as another operation for the same
        /// address, which may take the row's place; before that read <c>State</c> and <c>CanResume</c> of the old one once more.
        /// </summary>
        public bool IsSilent => row.Silent != 0;

        /// <summary>The bytes received, as last told.</summary>
        public long BytesReceived => row.Received;

        /// <summary>The bytes that there will be, as last told; null is unknown.</summary>
        public ulong? TotalBytesToReceive => row.Total > 0 ? (ulong)row.Total : (ulong?)null;

        /// <summary>The words of the row: "Disk full", "Paused".</summary>
        public string Label => Outcome.StatusLabel(Reason, Language);

        /// <summary>What happened, below the words; empty where that is nothing to tell.</summary>
        public string Message => Outcome.StatusMessage(Reason, Language);

        /// <summary>What can be done, below the words; empty where that is nothing.</summary>
        public string Advice => Outcome.StatusAdvice(Reason, Language);

        /// <summary>The caption of the button to offer; empty where there is none.</summary>
        public string Button => Action.Label(Language);
    }
}
