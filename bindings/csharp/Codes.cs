// Generated from Codes.cs.in by `cargo xtask bindings`: do not edit.

namespace Wv2Interrupt
{
    public readonly partial struct Reason
    {
        /// <summary>A reason that the library does not know: -1.</summary>
        public static Reason Unknown => new Reason(-1);

        /// <summary>No interrupt reason: the download has not been interrupted.</summary>
        public static Reason None => new Reason(0);

        /// <summary>Generic file error: no more specific file reason applies.</summary>
        public static Reason FileFailed => new Reason(1);

        /// <summary>Access denied: security restrictions did not allow access to the file.</summary>
        public static Reason FileAccessDenied => new Reason(2);

        /// <summary>The disk is full. The user can free some space or choose another location for the file.</summary>
        public static Reason FileNoSpace => new Reason(3);

        /// <summary>The full path of the file, file name included, is too long.</summary>
        public static Reason FileNameTooLong => new Reason(4);

        /// <summary>The file is too large for the file system.</summary>
        public static Reason FileTooLarge => new Reason(5);

        /// <summary>Microsoft Defender SmartScreen detected a virus in the file.</summary>
        public static Reason FileMalicious => new Reason(6);

        /// <summary>Transient file error: the file was in use, too many files were open, or memory ran out.</summary>
        public static Reason FileTransientError => new Reason(7);

        /// <summary>The file was blocked by local policy.</summary>
        public static Reason FileBlockedByPolicy => new Reason(8);

        /// <summary>The security check itself failed unexpectedly: Microsoft Defender SmartScreen could not scan the
        /// file. This is no verdict on the file.</summary>
        public static Reason FileSecurityCheckFailed => new Reason(9);

        /// <summary>While the download was being resumed, a seek went past the end of the partial file: it did not exist
        /// or was shorter than expected. The partial file was truncated or deleted; the download restarts
        /// automatically.</summary>
        public static Reason FileTooShort => new Reason(10);

        /// <summary>The partial file did not match the expected hash and was deleted; the download restarts
        /// automatically.</summary>
        public static Reason FileHashMismatch => new Reason(11);

        /// <summary>Generic network error: no more specific network reason applies. The user can retry the download
        /// manually.</summary>
        public static Reason NetworkFailed => new Reason(12);

        /// <summary>A network operation timed out.</summary>
        public static Reason NetworkTimeout => new Reason(13);

        /// <summary>The network connection was lost. The user can retry the download manually.</summary>
        public static Reason NetworkDisconnected => new Reason(14);

        /// <summary>The server has gone down. The user can retry the download manually.</summary>
        public static Reason NetworkServerDown => new Reason(15);

        /// <summary>The network request was invalid: the original or a redirected URI is invalid, has an unsupported
        /// scheme, or is disallowed by network policy.</summary>
        public static Reason NetworkInvalidRequest => new Reason(16);

        /// <summary>Generic server error: no more specific server reason applies. The user can retry the download
        /// manually.</summary>
        public static Reason ServerFailed => new Reason(17);

        /// <summary>The server does not support range requests.</summary>
        public static Reason ServerNoRange => new Reason(18);

        /// <summary>The server does not have the requested data.</summary>
        public static Reason ServerBadContent => new Reason(19);

        /// <summary>The server did not authorize access to the resource.</summary>
        public static Reason ServerUnauthorized => new Reason(20);

        /// <summary>There was a problem with the server's certificate.</summary>
        public static Reason ServerCertificateProblem => new Reason(21);

        /// <summary>Access was forbidden by the server.</summary>
        public static Reason ServerForbidden => new Reason(22);

        /// <summary>The response was unexpected: the server that answered may not be the intended one. The user can
        /// retry the download manually.</summary>
        public static Reason ServerUnexpectedResponse => new Reason(23);

        /// <summary>The server sent fewer bytes than its Content-Length header announced: the header may be invalid, or
        /// the connection may have closed. According to Microsoft's documentation the download is treated as
        /// complete unless strong validators (RFC 7232, section 2) are present; Chromium 156 was observed to
        /// retry it and then to interrupt it without them too.</summary>
        public static Reason ServerContentLengthMismatch => new Reason(24);

        /// <summary>There was an unexpected cross-origin redirect.</summary>
        public static Reason ServerCrossOriginRedirect => new Reason(25);

        /// <summary>According to Microsoft's documentation the user canceled the download. The engine was observed to
        /// report it too when a program calls Cancel(), and for a download given up before it began.</summary>
        public static Reason UserCanceled => new Reason(26);

        /// <summary>The user shut down the WebView. According to Microsoft's documentation, resuming a download after a
        /// shutdown is not yet supported.</summary>
        public static Reason UserShutdown => new Reason(27);

        /// <summary>The user paused the download.</summary>
        public static Reason UserPaused => new Reason(28);

        /// <summary>The WebView crashed.</summary>
        public static Reason DownloadProcessCrashed => new Reason(29);
    }

    /// <summary>Where an interruption came from.</summary>
    /// <remarks>A later version may know more values, so give a <c>switch</c> a default.</remarks>
    public enum Category
    {
        /// <summary>No value that the library knows.</summary>
        Unknown = -1,

        /// <summary>Nowhere: there was no interruption.</summary>
        None = 0,

        /// <summary>The file on this computer: the disk, its permissions, the security check.</summary>
        File = 1,

        /// <summary>The network between this computer and the server.</summary>
        Network = 2,

        /// <summary>The server, or what it answered.</summary>
        Server = 3,

        /// <summary>A person or a program stopped it on purpose.</summary>
        User = 4,

        /// <summary>The process that ran the download.</summary>
        Process = 5,
    }

    /// <summary>What <c>Resume()</c> does for a reason, when <c>CanResume</c> is true.</summary>
    /// <remarks>A later version may know more values, so give a <c>switch</c> a default.</remarks>
    public enum Recovery
    {
        /// <summary>No value that the library knows.</summary>
        Unknown = -1,

        /// <summary><c>Resume()</c> does not help, or there is nothing to recover.</summary>
        None = 0,

        /// <summary><c>Resume()</c> goes on with the partial file.</summary>
        Resume = 1,

        /// <summary><c>Resume()</c> starts again from zero.</summary>
        Restart = 2,

        /// <summary>As RESUME, but the engine tries by itself first, a limited number of times.</summary>
        AutoResume = 3,

        /// <summary>As RESTART, but the engine tries by itself first, a limited number of times.</summary>
        AutoRestart = 4,
    }

    /// <summary>What a program shows for a download at this moment.</summary>
    /// <remarks>A later version may know more values, so give a <c>switch</c> a default.</remarks>
    public enum Outcome
    {
        /// <summary>No value that the library knows.</summary>
        Unknown = -1,

        /// <summary>Bytes are moving, or about to.</summary>
        InProgress = 0,

        /// <summary>The file is there.</summary>
        Completed = 1,

        /// <summary>Something went wrong and the engine is trying again by itself.</summary>
        Recovering = 2,

        /// <summary>Paused on purpose; no error.</summary>
        Paused = 3,

        /// <summary>Stopped on purpose by a person or a program, or given up before it began; no error.</summary>
        Canceled = 4,

        /// <summary>Blocked by security: a virus, a policy, or a security check that could not be made.</summary>
        Blocked = 5,

        /// <summary>It went wrong, and nothing more happens by itself.</summary>
        Failed = 6,

        /// <summary>All bytes are there and the download is not complete: the engine checks the file, or waits for
        /// somebody to keep or discard it.</summary>
        Finishing = 7,
    }

    /// <summary>The button to offer beside a download.</summary>
    /// <remarks>A later version may know more values, so give a <c>switch</c> a default.</remarks>
    public enum DownloadAction
    {
        /// <summary>No value that the library knows.</summary>
        Unknown = -1,

        /// <summary>None.</summary>
        None = 0,

        /// <summary>Pause the download.</summary>
        Pause = 1,

        /// <summary>Call <c>Resume()</c>: it goes on with the part that is there.</summary>
        Resume = 2,

        /// <summary>Call <c>Resume()</c>: it starts from zero, or may not help.</summary>
        Retry = 3,

        /// <summary>Begin a new download of the same address.</summary>
        DownloadAgain = 4,

        /// <summary>Open the file.</summary>
        Open = 5,

        /// <summary>Open the web view's own list of downloads, where the person keeps or discards the file.</summary>
        ShowDownloads = 6,
    }

    /// <summary>The state of a download, in WebView2's numbers. Chromium's own are different ones.</summary>
    /// <remarks>A later version may know more values, so give a <c>switch</c> a default.</remarks>
    public enum State
    {
        /// <summary>No value that the library knows.</summary>
        Unknown = -1,

        /// <summary>The download is in progress.</summary>
        InProgress = 0,

        /// <summary>The download is interrupted.</summary>
        Interrupted = 1,

        /// <summary>The download is complete.</summary>
        Completed = 2,
    }

    /// <summary>How a language is written.</summary>
    /// <remarks>A later version may know more values, so give a <c>switch</c> a default.</remarks>
    public enum Direction
    {
        /// <summary>No value that the library knows.</summary>
        Unknown = -1,

        /// <summary>From left to right.</summary>
        LeftToRight = 0,

        /// <summary>From right to left.</summary>
        RightToLeft = 1,
    }
}
