// The SDK's own enumerations, from its header, which is included before or after ours.

#if defined(SDK_FIRST)
#include <WebView2.h>
#endif

#include "wv2interrupt.hpp"

namespace wi = wv2::interrupt;

// Used before the SDK's interface is complete.
inline bool is_pause(wi::state state, wi::reason reason)
{
    return wi::outcome_of(state, reason) == wi::outcome::paused && wi::name(wi::category::user) == "user";
}

#if !defined(SDK_FIRST)
#include <WebView2.h>
#endif

static_assert(std::is_convertible_v<COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON, wi::any_reason>);
static_assert(std::is_convertible_v<COREWEBVIEW2_DOWNLOAD_STATE, wi::any_state>);
static_assert(!std::is_convertible_v<COREWEBVIEW2_DOWNLOAD_STATE, wi::any_reason>);
static_assert(!std::is_convertible_v<COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON, wi::any_state>);
static_assert(!std::is_convertible_v<COREWEBVIEW2_PERMISSION_STATE, wi::any_state>);
static_assert(wi::any_reason(COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON_DOWNLOAD_PROCESS_CRASHED).value()
              == wi::reason::download_process_crashed);
static_assert(wi::any_state(COREWEBVIEW2_DOWNLOAD_STATE_COMPLETED).value() == wi::state::completed);

std::wstring_view shown(ICoreWebView2DownloadOperation* download)
{
    COREWEBVIEW2_DOWNLOAD_STATE state{};
    COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON reason{};
    if (FAILED(download->get_State(&state)) || FAILED(download->get_InterruptReason(&reason)))
        return {};
#if defined(SWAPPED)
    return wi::describe_utf16(reason, state).label;
#else
    return wi::describe_utf16(state, reason).label;
#endif
}

std::wstring_view told(wi::download_row& row, ICoreWebView2DownloadOperation* download)
{
    row.state_changed(download);
    row.bytes_received_changed(download);
    return row.label_utf16();
}
