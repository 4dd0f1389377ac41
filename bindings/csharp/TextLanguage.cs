using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;

namespace Wv2Interrupt
{
    /// <summary>
    /// A language of the texts for people. A new one is English. Store its tag, not its index: that is the loaded library's own.
    /// </summary>
    /// <remarks>
    /// It is not called Language, which is a property of every element in WPF. All members may be used from any thread.
    /// </remarks>
    public readonly struct TextLanguage : IEquatable<TextLanguage>
    {
        internal TextLanguage(int index) => Index = index;

        internal int Index { get; }

        /// <summary>English, which the library always speaks.</summary>
        public static TextLanguage English => default(TextLanguage);

        /// <summary>The language of <see cref="CultureInfo.CurrentUICulture"/>; English where that is not spoken.</summary>
        public static TextLanguage Current => Find(CultureInfo.CurrentUICulture).GetValueOrDefault();

        /// <summary>The language that a BCP 47 tag means: <c>pt-PT</c>, <c>zh-TW</c>, <c>de_AT</c>, in any case.</summary>
        /// <param name="tag">One tag, or null.</param>
        /// <returns>The best match; null where that language is not spoken, and for null.</returns>
        public static TextLanguage? Find(string tag)
        {
            var index = Native.wv2_interrupt_language_find_utf16(Native.Whole(tag));
            return index == Native.Unknown ? (TextLanguage?)null : new TextLanguage(index);
        }

        /// <summary>The language of a culture.</summary>
        /// <param name="culture">A culture, or null.</param>
        /// <returns>The best match; null where it is not spoken, for the invariant culture and for null.</returns>
        public static TextLanguage? Find(CultureInfo culture) => Find(culture?.Name);

        /// <summary>All languages of the texts. English is the first.</summary>
        public static IReadOnlyList<TextLanguage> All => AllLanguages.Value;

        // Where the library is missing, a static initialiser would fail under another name than all else, and then for ever.
        static readonly Lazy<IReadOnlyList<TextLanguage>> AllLanguages =
            new Lazy<IReadOnlyList<TextLanguage>>(List, LazyThreadSafetyMode.PublicationOnly);

        static IReadOnlyList<TextLanguage> List()
        {
            var languages = new TextLanguage[Native.wv2_interrupt_language_count()];
            for (var index = 0; index < languages.Length; index++)
                languages[index] = new TextLanguage(index);
            return Array.AsReadOnly(languages);
        }

        /// <summary>The BCP 47 tag: <c>pt-BR</c>. To be stored.</summary>
        public string Tag => Native.Text(Native.wv2_interrupt_language_tag_utf16(Index));

        /// <summary>What the language calls itself: "Deutsch".</summary>
        public string NativeName => Native.Text(Native.wv2_interrupt_language_name_utf16(Index));

        /// <summary>How it is written.</summary>
        public Direction Direction => Native.wv2_interrupt_language_direction(Index);

        /// <summary>Whether both are the same language.</summary>
        /// <param name="other">Another language.</param>
        /// <returns>True if so.</returns>
        public bool Equals(TextLanguage other) => Index == other.Index;

        /// <summary>Whether that is the same language.</summary>
        /// <param name="obj">Anything, or null.</param>
        /// <returns>True if so.</returns>
        public override bool Equals(object obj) => obj is TextLanguage other && Equals(other);

        /// <summary>A hash of the language.</summary>
        /// <returns>Its index.</returns>
        public override int GetHashCode() => Index;

        /// <summary>The tag.</summary>
        /// <returns>What <see cref="Tag"/> is.</returns>
        public override string ToString() => Tag;

        /// <summary>Whether both are the same language.</summary>
        /// <param name="left">A language.</param>
        /// <param name="right">Another.</param>
        /// <returns>True if so.</returns>
        public static bool operator ==(TextLanguage left, TextLanguage right) => left.Equals(right);

        /// <summary>Whether they are different languages.</summary>
        /// <param name="left">A language.</param>
        /// <param name="right">Another.</param>
        /// <returns>True if so.</returns>
        public static bool operator !=(TextLanguage left, TextLanguage right) => !left.Equals(right);
    }
}
