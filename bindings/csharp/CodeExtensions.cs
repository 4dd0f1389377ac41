using System.Globalization;

namespace Wv2Interrupt
{
    /// <summary>The names and words of categories, recoveries, outcomes and actions. All may be used from any thread.</summary>
    public static class CodeExtensions
    {
        /// <summary>The name of a category: <c>file</c>, stable for ever.</summary>
        /// <param name="category">A category.</param>
        /// <returns>Its name; <c>unknown</c> for an unknown one.</returns>
        public static string Name(this Category category) => Native.Text(Native.wv2_interrupt_category_name_utf16(category));

        /// <summary>The name of a recovery: <c>auto_restart</c>, stable for ever.</summary>
        /// <param name="recovery">A recovery.</param>
        /// <returns>Its name; <c>unknown</c> for an unknown one.</returns>
        public static string Name(this Recovery recovery) => Native.Text(Native.wv2_interrupt_recovery_name_utf16(recovery));

        /// <summary>The name of an outcome: <c>in_progress</c>, stable for ever.</summary>
        /// <param name="outcome">An outcome.</param>
        /// <returns>Its name; <c>unknown</c> for an unknown one.</returns>
        public static string Name(this Outcome outcome) => Native.Text(Native.wv2_interrupt_outcome_name_utf16(outcome));

        /// <summary>The name of an action: <c>download_again</c>, stable for ever.</summary>
        /// <param name="action">An action.</param>
        /// <returns>Its name; <c>unknown</c> for an unknown one.</returns>
        public static string Name(this DownloadAction action) => Native.Text(Native.wv2_interrupt_action_name_utf16(action));

        /// <summary>
        /// A word or two for people for an outcome, in the language of <see cref="CultureInfo.CurrentUICulture"/> or, where that
        /// is not spoken, in English: "Downloading", "Paused".
        /// </summary>
        /// <param name="outcome">An outcome.</param>
        /// <returns>The words; neutral ones for an unknown outcome.</returns>
        public static string Label(this Outcome outcome) => outcome.Label(TextLanguage.Current);

        /// <summary>A word or two for people for an outcome: "Downloading", "Paused".</summary>
        /// <param name="outcome">An outcome.</param>
        /// <param name="language">A language of the texts.</param>
        /// <returns>The words; neutral ones for an unknown outcome.</returns>
        public static string Label(this Outcome outcome, TextLanguage language) =>
            Native.Text(Native.wv2_interrupt_outcome_label_utf16(outcome, language.Index));

        /// <summary>
        /// The caption of a button, in the language of <see cref="CultureInfo.CurrentUICulture"/> or, where that is not spoken,
        /// in English: "Pause", "Download again".
        /// </summary>
        /// <param name="action">An action.</param>
        /// <returns>The caption; empty for <see cref="DownloadAction.None"/> and for an unknown action.</returns>
        public static string Label(this DownloadAction action) => action.Label(TextLanguage.Current);

        /// <summary>The caption of a button: "Pause", "Download again".</summary>
        /// <param name="action">An action.</param>
        /// <param name="language">A language of the texts.</param>
        /// <returns>The caption; empty for <see cref="DownloadAction.None"/> and for an unknown action.</returns>
        public static string Label(this DownloadAction action, TextLanguage language) =>
            Native.Text(Native.wv2_interrupt_action_label_utf16(action, language.Index));

        /// <summary>The button to offer for an outcome.</summary>
        /// <param name="outcome">An outcome.</param>
        /// <param name="reason">The reason of the interruption.</param>
        /// <param name="canResume">The operation's <c>CanResume</c>.</param>
        /// <returns>The action; for an unknown outcome <see cref="DownloadAction.Pause"/>.</returns>
        public static DownloadAction Action(this Outcome outcome, Reason reason, bool canResume) =>
            Native.wv2_interrupt_action(outcome, reason.Code, canResume ? 1 : 0);

        /// <summary>
        /// The words of a row: the reason's label where the outcome shows it, which is when it is
        /// <see cref="Outcome.Recovering"/>, <see cref="Outcome.Blocked"/> or <see cref="Outcome.Failed"/>, else the outcome's.
        /// </summary>
        /// <param name="outcome">An outcome.</param>
        /// <param name="reason">The reason of the interruption; for <see cref="Reason.None"/> the label of <see cref="Reason.Unknown"/>.</param>
        /// <param name="language">A language of the texts.</param>
        /// <returns>The words; neutral ones for an unknown outcome.</returns>
        public static string StatusLabel(this Outcome outcome, Reason reason, TextLanguage language) =>
            Native.Text(Native.wv2_interrupt_status_label_utf16(outcome, reason.Code, language.Index));

        /// <summary>
        /// What happened, below the words of a row: the reason's message for <see cref="Outcome.Blocked"/> and
        /// <see cref="Outcome.Failed"/>, and that of <see cref="Outcome.Finishing"/>.
        /// </summary>
        /// <param name="outcome">An outcome.</param>
        /// <param name="reason">The reason of the interruption; for <see cref="Reason.None"/> the message of <see cref="Reason.Unknown"/>.</param>
        /// <param name="language">A language of the texts.</param>
        /// <returns>A sentence; empty for all other outcomes.</returns>
        public static string StatusMessage(this Outcome outcome, Reason reason, TextLanguage language) =>
            Native.Text(Native.wv2_interrupt_status_message_utf16(outcome, reason.Code, language.Index));

        /// <summary>
        /// What can be done, below the words of a row: the reason's advice for <see cref="Outcome.Blocked"/> and
        /// <see cref="Outcome.Failed"/>, and that of <see cref="Outcome.Finishing"/>.
        /// </summary>
        /// <param name="outcome">An outcome.</param>
        /// <param name="reason">The reason of the interruption; for <see cref="Reason.None"/> the advice of <see cref="Reason.Unknown"/>.</param>
        /// <param name="language">A language of the texts.</param>
        /// <returns>A sentence, or empty; empty for all other outcomes.</returns>
        public static string StatusAdvice(this Outcome outcome, Reason reason, TextLanguage language) =>
            Native.Text(Native.wv2_interrupt_status_advice_utf16(outcome, reason.Code, language.Index));
    }
}
