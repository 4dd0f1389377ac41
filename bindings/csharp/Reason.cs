using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;

namespace Wv2Interrupt
{
    /// <summary>
    /// Why a download was interrupted: a value of <c>CoreWebView2DownloadInterruptReason</c>, and what is known of it.
    /// Every number is a reason. One that the library does not know keeps its number, and every answer stays true.
    /// </summary>
    /// <remarks>A new one is <see cref="None"/>. All members may be used from any thread.</remarks>
    public readonly partial struct Reason : IEquatable<Reason>
    {
        /// <summary>The reason of a number.</summary>
        /// <param name="code">Any number, in WebView2's numbering.</param>
        public Reason(int code) => Code = code;

        /// <summary>The reason of a value of the SDK's enumeration, or of any other with WebView2's numbers.</summary>
        /// <param name="reason">A <c>CoreWebView2DownloadInterruptReason</c>, say.</param>
        /// <typeparam name="T">An enumeration or a type of whole numbers.</typeparam>
        /// <returns>The reason; <see cref="Unknown"/> for a number beyond 32 bits.</returns>
        public static Reason Of<T>(T reason) where T : struct, IConvertible => new Reason(Native.Number(reason));

        /// <summary>
        /// The reason of a name in any spelling: <c>FileNoSpace</c>, <c>FILE_NO_SPACE</c>,
        /// <c>COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON_FILE_NO_SPACE</c>, and those of Chromium, CEF and Qt.
        /// </summary>
        /// <param name="name">A name, or null.</param>
        /// <returns>The reason; <see cref="Unknown"/> for null and for what is no name.</returns>
        public static Reason FromName(string name) => new Reason(Native.wv2_interrupt_from_name_utf16(Native.Whole(name)));

        /// <summary>The reason of a number of Chromium, of CEF, or of a <c>History</c> database.</summary>
        /// <param name="number">Any number, in Chromium's numbering, which is another.</param>
        /// <returns>The reason; <see cref="Unknown"/> where WebView2 has none for it.</returns>
        public static Reason FromChromium(int number) => new Reason(Native.wv2_interrupt_from_chromium(number));

        /// <summary>All reasons that the library knows, in the order of their numbers.</summary>
        public static IReadOnlyList<Reason> All => AllReasons.Value;

        // Where the library is missing, a static initialiser would fail under another name than all else, and then for ever.
        static readonly Lazy<IReadOnlyList<Reason>> AllReasons =
            new Lazy<IReadOnlyList<Reason>>(List, LazyThreadSafetyMode.PublicationOnly);

        static IReadOnlyList<Reason> List()
        {
            var reasons = new List<Reason>();
            for (var code = 0; code < Native.wv2_interrupt_count(); code++)
                if (new Reason(code).IsKnown)
                    reasons.Add(new Reason(code));
            return reasons.AsReadOnly();
        }

        /// <summary>The number, in WebView2's numbering.</summary>
        public int Code { get; }

        /// <summary>Whether the library knows this reason.</summary>
        public bool IsKnown => Category != Category.Unknown;

        /// <summary>The name in .NET, such as <c>FileNoSpace</c>: for logs, stable for ever. <c>Unknown</c> for an unknown reason.</summary>
        public string Name => Native.Text(Native.wv2_interrupt_name_utf16(Code));

        /// <summary>
        /// The constant of the Win32 SDK, such as <c>COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON_FILE_NO_SPACE</c>: stable for ever.
        /// <c>UNKNOWN</c> for an unknown reason.
        /// </summary>
        public string Symbol => Native.Text(Native.wv2_interrupt_symbol_utf16(Code));

        /// <summary>
        /// What it means, for developers and logs, in English. For an unknown reason, a text that says that this version does
        /// not know the code.
        /// </summary>
        public string Description => Native.Text(Native.wv2_interrupt_description_utf16(Code));

        /// <summary>Where the interruption came from. <see cref="Category.Unknown"/> for an unknown reason.</summary>
        public Category Category => Native.wv2_interrupt_category(Code);

        /// <summary>
        /// What <c>Resume()</c> does when <c>CanResume</c> is true. <see cref="Recovery.Unknown"/> for an unknown reason.
        /// </summary>
        public Recovery Recovery => Native.wv2_interrupt_recovery(Code);

        /// <summary>The number of Chromium, of CEF and of a <c>History</c> database. Null where these have none.</summary>
        public int? Chromium
        {
            get
            {
                var number = Native.wv2_interrupt_to_chromium(Code);
                return number == Native.Unknown ? (int?)null : number;
            }
        }

        /// <summary>
        /// One to four words for people, for a row in a list, in the language of <see cref="CultureInfo.CurrentUICulture"/>:
        /// "Disk full". "Download interrupted" for an unknown reason.
        /// </summary>
        /// <returns>A text in English where that language is not spoken.</returns>
        public string Label() => Label(TextLanguage.Current);

        /// <summary>One to four words for people, for a row in a list: "Disk full". "Download interrupted" for an unknown reason.</summary>
        /// <param name="language">A language of the texts.</param>
        /// <returns>A text in that language.</returns>
        public string Label(TextLanguage language) => Native.Text(Native.wv2_interrupt_label_utf16(Code, language.Index));

        /// <summary>
        /// One sentence for people, in the language of <see cref="CultureInfo.CurrentUICulture"/>: what happened. A general
        /// sentence for an unknown reason.
        /// </summary>
        /// <returns>A text in English where that language is not spoken.</returns>
        public string Message() => Message(TextLanguage.Current);

        /// <summary>One sentence for people: what happened. A general sentence for an unknown reason.</summary>
        /// <param name="language">A language of the texts.</param>
        /// <returns>A text in that language.</returns>
        public string Message(TextLanguage language) => Native.Text(Native.wv2_interrupt_message_utf16(Code, language.Index));

        /// <summary>
        /// One sentence for people, in the language of <see cref="CultureInfo.CurrentUICulture"/>: what can be done. Empty where
        /// there is nothing to do; general advice for an unknown reason.
        /// </summary>
        /// <returns>A text in English where that language is not spoken.</returns>
        public string Advice() => Advice(TextLanguage.Current);

        /// <summary>
        /// One sentence for people: what can be done. Empty where there is nothing to do; general advice for an unknown reason.
        /// </summary>
        /// <param name="language">A language of the texts.</param>
        /// <returns>A text in that language.</returns>
        public string Advice(TextLanguage language) => Native.Text(Native.wv2_interrupt_advice_utf16(Code, language.Index));

        /// <summary>
        /// What to show for a download now, from one report. A list of downloads wants a <see cref="DownloadRow"/>, which
        /// remembers what one report cannot tell.
        /// </summary>
        /// <param name="state">The operation's <c>State</c>.</param>
        /// <typeparam name="T"><c>CoreWebView2DownloadState</c>, <see cref="State"/> or a type of whole numbers.</typeparam>
        /// <returns>
        /// The outcome. For an unknown reason <see cref="Outcome.Failed"/>, <see cref="Outcome.InProgress"/> or
        /// <see cref="Outcome.Completed"/>, as the state says; <see cref="Outcome.Unknown"/> for an unknown state.
        /// </returns>
        public Outcome OutcomeIn<T>(T state) where T : struct, IConvertible => Native.wv2_interrupt_outcome(Native.Number(state), Code);

        /// <summary>Whether both have the same number.</summary>
        /// <param name="other">Another reason.</param>
        /// <returns>True if so.</returns>
        public bool Equals(Reason other) => Code == other.Code;

        /// <summary>Whether that is a reason with the same number.</summary>
        /// <param name="obj">Anything, or null.</param>
        /// <returns>True if so.</returns>
        public override bool Equals(object obj) => obj is Reason other && Equals(other);

        /// <summary>A hash of the number.</summary>
        /// <returns>The number.</returns>
        public override int GetHashCode() => Code;

        /// <summary>For logs: the name, and the number where the name does not tell it.</summary>
        /// <returns><c>FileNoSpace</c>, or <c>Unknown (57)</c>.</returns>
        public override string ToString() => IsKnown ? Name : Name + " (" + Code.ToString(CultureInfo.InvariantCulture) + ")";

        /// <summary>Whether both have the same number.</summary>
        /// <param name="left">A reason.</param>
        /// <param name="right">Another.</param>
        /// <returns>True if so.</returns>
        public static bool operator ==(Reason left, Reason right) => left.Equals(right);

        /// <summary>Whether they have different numbers.</summary>
        /// <param name="left">A reason.</param>
        /// <param name="right">Another.</param>
        /// <returns>True if so.</returns>
        public static bool operator !=(Reason left, Reason right) => !left.Equals(right);
    }
}
