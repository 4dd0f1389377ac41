//! A list of downloads in a host with `webview2-com`, which wry and Tauri use, too: one row a download, in the person's
//! language.
//!
//! Give `follow_all` a web view, or `follow` the operation of each `DownloadStarting`. It compiles for Windows alone; it
//! was not run with a web view.

#[cfg(windows)]
pub mod list {
    use std::cell::Cell;
    use std::rc::Rc;

    use webview2_com::Microsoft::Web::WebView2::Win32::{
        ICoreWebView2, ICoreWebView2_4, ICoreWebView2DownloadOperation,
    };
    use webview2_com::{BytesReceivedChangedEventHandler, DownloadStartingEventHandler, StateChangedEventHandler};
    use windows::core::{Interface, Result};
    use wv2interrupt::{DownloadRow, Language, Reason, State};

    type Tell = fn(&mut DownloadRow, State, Reason, bool, i64, i64);

    /// Follows every download of a web view. With Tauri, on the thread of `with_webview`, that is
    /// `webview.controller().CoreWebView2()`.
    pub fn follow_all(
        web_view: &ICoreWebView2,
        show: impl Fn(&ICoreWebView2DownloadOperation, &DownloadRow) + Clone + 'static,
    ) -> Result<()> {
        let starting = DownloadStartingEventHandler::create(Box::new(move |_, arguments| {
            let Some(arguments) = arguments else { return Ok(()) };
            // SAFETY: COM.
            let operation = unsafe { arguments.DownloadOperation()? };
            let (show, shown) = (show.clone(), operation.clone());
            follow(&operation, move |row| show(&shown, row))
        }));
        let mut token = 0;
        // SAFETY: COM, called with a pointer to what lives as long as the call.
        unsafe { web_view.cast::<ICoreWebView2_4>()?.add_DownloadStarting(&starting, &mut token) }
    }

    /// Keeps a row for the operation, and shows it whenever one of its events comes. The handlers keep the operation
    /// alive, for good: a host whose rows go keeps the two tokens, and removes the handlers with the row.
    pub fn follow(operation: &ICoreWebView2DownloadOperation, show: impl Fn(&DownloadRow) + 'static) -> Result<()> {
        let row = Rc::new(Cell::new(DownloadRow::default()));
        let show = Rc::new(show);
        let handler = |how: Tell| {
            let (operation, row, show) = (operation.clone(), row.clone(), show.clone());
            move || -> Result<()> {
                // A copy, for the next event may come while this one is shown.
                let mut now = row.get();
                tell(&mut now, &operation, how)?;
                row.set(now);
                show(&now);
                Ok(())
            }
        };
        let (state_changed, bytes) =
            (handler(DownloadRow::state_changed), handler(DownloadRow::bytes_received_changed));
        state_changed()?;
        let state_changed = StateChangedEventHandler::create(Box::new(move |_, _| state_changed()));
        let bytes = BytesReceivedChangedEventHandler::create(Box::new(move |_, _| bytes()));
        let mut token = 0;
        // SAFETY: COM, called with pointers to what lives as long as the call.
        unsafe {
            operation.add_StateChanged(&state_changed, &mut token)?;
            operation.add_BytesReceivedChanged(&bytes, &mut token)
        }
    }

    // `how` is DownloadRow::state_changed, and for BytesReceivedChanged DownloadRow::bytes_received_changed.
    fn tell(row: &mut DownloadRow, download: &ICoreWebView2DownloadOperation, how: Tell) -> Result<()> {
        let (mut state, mut reason, mut can_resume) = Default::default();
        let (mut received, mut total) = (0, 0);
        // SAFETY: COM, called with pointers to what lives as long as the call.
        unsafe {
            download.State(&mut state)?;
            download.InterruptReason(&mut reason)?;
            download.CanResume(&mut can_resume)?;
            download.BytesReceived(&mut received)?;
            download.TotalBytesToReceive(&mut total)?;
        }
        how(row, State(state.0), Reason(reason.0), can_resume.as_bool(), received, total);
        Ok(())
    }

    /// The words of a row: what it says, what happened, what can be done, and the caption of its button.
    pub fn words(row: &DownloadRow, language: Language) -> [&'static str; 4] {
        [
            row.status_label(language),
            row.status_message(language),
            row.status_advice(language),
            row.action().label(language),
        ]
    }
}

fn main() {
    let language = wv2interrupt::Language::find("de-CH").unwrap_or_default();
    for reason in wv2interrupt::Reason::all() {
        println!("{reason}: {}", reason.label(language));
    }
}
