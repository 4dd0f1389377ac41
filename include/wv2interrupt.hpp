/*
 * wv2interrupt for C++17 and later: the functions of wv2interrupt.h with types that cannot be mixed up.
 *
 * Copyright The wv2interrupt authors. MIT or Apache-2.0, at your choice.
 *
 *     wv2::interrupt::download_row row;  // of one download, in a list of yours
 *     row.state_changed(download);       // an ICoreWebView2DownloadOperation*
 *     show(row.label_utf16(language), row.message_utf16(language), row.button_utf16(language));
 *
 * - A function is named as in wv2interrupt.h without its prefix, and what that header says of it is true here too. Only
 *   `category_of`, `recovery_of`, `outcome_of`, `action_of` and `direction_of` differ, for they give the types of those
 *   names; and `name` and `label` take a category, a recovery, an outcome or an action as they take a reason.
 * - `state` and `reason` may be the SDK's own enumerations, or those of this header. In the wrong order they do not
 *   compile.
 * - A text is a view of a static string, which ends with a NUL: `data()` may be given to a C function.
 * - Nothing throws or allocates, save std::format itself.
 * - Under C++20 `std::format("{}", reason)` gives the name, for `category`, `recovery`, `outcome` and `action` too.
 */

#ifndef WV2_INTERRUPT_HPP
#define WV2_INTERRUPT_HPP

#include <cstddef>
#include <cstdint>
#include <new>
#include <string_view>
#include <type_traits>
#include <utility>
#if __has_include(<version>)
#include <version>
#endif
#if defined(__cpp_lib_format)
#include <charconv>
#include <format>
#endif

#include "wv2interrupt.h"

/// The SDK's interface, if WebView2.h is included, before or after this file.
struct ICoreWebView2DownloadOperation;

namespace wv2::interrupt {

/// A view of a text in UTF-16: `std::wstring_view` on Windows, `std::u16string_view` elsewhere.
using utf16_view = std::basic_string_view<wv2_interrupt_char16_t>;

/// Why a download was interrupted. It holds every number, those of a later WebView2 too: `reason{57}`.
enum class reason : wv2_interrupt_reason_t {
    unknown = WV2_INTERRUPT_UNKNOWN,
    none = WV2_INTERRUPT_REASON_NONE,
    file_failed = WV2_INTERRUPT_REASON_FILE_FAILED,
    file_access_denied = WV2_INTERRUPT_REASON_FILE_ACCESS_DENIED,
    file_no_space = WV2_INTERRUPT_REASON_FILE_NO_SPACE,
    file_name_too_long = WV2_INTERRUPT_REASON_FILE_NAME_TOO_LONG,
    file_too_large = WV2_INTERRUPT_REASON_FILE_TOO_LARGE,
    file_malicious = WV2_INTERRUPT_REASON_FILE_MALICIOUS,
    file_transient_error = WV2_INTERRUPT_REASON_FILE_TRANSIENT_ERROR,
    file_blocked_by_policy = WV2_INTERRUPT_REASON_FILE_BLOCKED_BY_POLICY,
    file_security_check_failed = WV2_INTERRUPT_REASON_FILE_SECURITY_CHECK_FAILED,
    file_too_short = WV2_INTERRUPT_REASON_FILE_TOO_SHORT,
    file_hash_mismatch = WV2_INTERRUPT_REASON_FILE_HASH_MISMATCH,
    network_failed = WV2_INTERRUPT_REASON_NETWORK_FAILED,
    network_timeout = WV2_INTERRUPT_REASON_NETWORK_TIMEOUT,
    network_disconnected = WV2_INTERRUPT_REASON_NETWORK_DISCONNECTED,
    network_server_down = WV2_INTERRUPT_REASON_NETWORK_SERVER_DOWN,
    network_invalid_request = WV2_INTERRUPT_REASON_NETWORK_INVALID_REQUEST,
    server_failed = WV2_INTERRUPT_REASON_SERVER_FAILED,
    server_no_range = WV2_INTERRUPT_REASON_SERVER_NO_RANGE,
    server_bad_content = WV2_INTERRUPT_REASON_SERVER_BAD_CONTENT,
    server_unauthorized = WV2_INTERRUPT_REASON_SERVER_UNAUTHORIZED,
    server_certificate_problem = WV2_INTERRUPT_REASON_SERVER_CERTIFICATE_PROBLEM,
    server_forbidden = WV2_INTERRUPT_REASON_SERVER_FORBIDDEN,
    server_unexpected_response = WV2_INTERRUPT_REASON_SERVER_UNEXPECTED_RESPONSE,
    server_content_length_mismatch = WV2_INTERRUPT_REASON_SERVER_CONTENT_LENGTH_MISMATCH,
    server_cross_origin_redirect = WV2_INTERRUPT_REASON_SERVER_CROSS_ORIGIN_REDIRECT,
    user_canceled = WV2_INTERRUPT_REASON_USER_CANCELED,
    user_shutdown = WV2_INTERRUPT_REASON_USER_SHUTDOWN,
    user_paused = WV2_INTERRUPT_REASON_USER_PAUSED,
    download_process_crashed = WV2_INTERRUPT_REASON_DOWNLOAD_PROCESS_CRASHED,
};

/// The state of a download: a value of WebView2's `COREWEBVIEW2_DOWNLOAD_STATE`.
enum class state : wv2_interrupt_state_t {
    in_progress = WV2_INTERRUPT_STATE_IN_PROGRESS,
    interrupted = WV2_INTERRUPT_STATE_INTERRUPTED,
    completed = WV2_INTERRUPT_STATE_COMPLETED,
};

/// Where an interruption came from. A later version may know more: give a `switch` a default.
enum class category : wv2_interrupt_category_t {
    unknown = WV2_INTERRUPT_UNKNOWN,
    none = WV2_INTERRUPT_CATEGORY_NONE,
    file = WV2_INTERRUPT_CATEGORY_FILE,
    network = WV2_INTERRUPT_CATEGORY_NETWORK,
    server = WV2_INTERRUPT_CATEGORY_SERVER,
    user = WV2_INTERRUPT_CATEGORY_USER,
    process = WV2_INTERRUPT_CATEGORY_PROCESS,
};

/// What `Resume()` does for a reason, when `CanResume` is TRUE. A later version may know more.
enum class recovery : wv2_interrupt_recovery_t {
    unknown = WV2_INTERRUPT_UNKNOWN,
    none = WV2_INTERRUPT_RECOVERY_NONE,
    resume = WV2_INTERRUPT_RECOVERY_RESUME,
    restart = WV2_INTERRUPT_RECOVERY_RESTART,
    auto_resume = WV2_INTERRUPT_RECOVERY_AUTO_RESUME,
    auto_restart = WV2_INTERRUPT_RECOVERY_AUTO_RESTART,
};

/// What a program shows for a download now, see `wv2_interrupt_outcome()`. A later version may know more.
enum class outcome : wv2_interrupt_outcome_t {
    unknown = WV2_INTERRUPT_UNKNOWN,
    in_progress = WV2_INTERRUPT_OUTCOME_IN_PROGRESS,
    completed = WV2_INTERRUPT_OUTCOME_COMPLETED,
    recovering = WV2_INTERRUPT_OUTCOME_RECOVERING,
    paused = WV2_INTERRUPT_OUTCOME_PAUSED,
    canceled = WV2_INTERRUPT_OUTCOME_CANCELED,
    blocked = WV2_INTERRUPT_OUTCOME_BLOCKED,
    failed = WV2_INTERRUPT_OUTCOME_FAILED,
    finishing = WV2_INTERRUPT_OUTCOME_FINISHING,
};

/// The button to offer beside a download. A later version may know more.
enum class action : wv2_interrupt_action_t {
    unknown = WV2_INTERRUPT_UNKNOWN,
    none = WV2_INTERRUPT_ACTION_NONE,
    pause = WV2_INTERRUPT_ACTION_PAUSE,
    resume = WV2_INTERRUPT_ACTION_RESUME,
    retry = WV2_INTERRUPT_ACTION_RETRY,
    download_again = WV2_INTERRUPT_ACTION_DOWNLOAD_AGAIN,
    open = WV2_INTERRUPT_ACTION_OPEN,
    show_downloads = WV2_INTERRUPT_ACTION_SHOW_DOWNLOADS,
};

/// How a language is written.
enum class direction : wv2_interrupt_direction_t {
    unknown = WV2_INTERRUPT_UNKNOWN,
    left_to_right = WV2_INTERRUPT_DIRECTION_LEFT_TO_RIGHT,
    right_to_left = WV2_INTERRUPT_DIRECTION_RIGHT_TO_LEFT,
};

/// A language of the texts: an index from 0 to `language_count() - 1`. The texts read English for any other.
enum class language : wv2_interrupt_language_t {
    unknown = WV2_INTERRUPT_UNKNOWN,
    english = 0,
};

namespace detail {

// The SDK's enumerations cannot be declared here: they have no fixed type. They are known by who writes them.
template <class Ours, class Operation, class Value, class = void>
struct is_sdk : std::false_type {};

template <class Operation, class Value>
struct is_sdk<reason, Operation, Value,
              std::void_t<decltype(std::declval<Operation&>().get_InterruptReason(std::declval<Value*>()))>>
    : std::true_type {};

template <class Operation, class Value>
struct is_sdk<state, Operation, Value,
              std::void_t<decltype(std::declval<Operation&>().get_State(std::declval<Value*>()))>>
    : std::true_type {};

// Only unscoped enumerations are looked at, so that those of this header never ask an interface that is incomplete yet.
template <class Ours, class Value>
using if_sdk =
    std::enable_if_t<std::conjunction_v<std::is_enum<Value>, std::is_convertible<Value, std::int32_t>,
                                        is_sdk<Ours, ::ICoreWebView2DownloadOperation, Value>>,
                     int>;

template <class Ours>
class ours_or_sdk {
public:
    constexpr ours_or_sdk(Ours value) noexcept : value_(value) {}

    template <class Sdk, if_sdk<Ours, Sdk> = 0>
    constexpr ours_or_sdk(Sdk value) noexcept : value_(static_cast<Ours>(value)) {}

    constexpr Ours value() const noexcept { return value_; }
    constexpr std::int32_t number() const noexcept { return static_cast<std::int32_t>(value_); }

private:
    Ours value_;
};

// A text that a C function can read. Those functions look at no more units than fit, so longer ones stay unknown. They
// would not see what stands behind a NUL: a text that holds one is as unknown as an empty one.
template <class Unit>
class terminated {
public:
    explicit terminated(std::basic_string_view<Unit> text) noexcept
    {
        const auto read = text.substr(0, capacity);
        if (read.find(Unit()) == read.npos)
            read.copy(units_, capacity);
    }
    const Unit* c_str() const noexcept { return units_; }

private:
    static constexpr std::size_t capacity = 129;
    Unit units_[capacity + 1] = {};
};

// Where a getter of the SDK writes a number, of whatever type it is there.
class property {
public:
    template <class Value>
    operator Value*() noexcept
    {
        static_assert(sizeof(Value) <= sizeof bytes_ && (std::is_enum_v<Value> || std::is_integral_v<Value>));
        read_ = [](const void* bytes) noexcept {
            return static_cast<std::int64_t>(*static_cast<const Value*>(bytes));
        };
        return ::new (bytes_) Value{};
    }
    // What the getter wrote, or `otherwise` where its result is a failure.
    template <class Result>
    std::int64_t after(Result result, std::int64_t otherwise) const noexcept
    {
        return result < 0 || read_ == nullptr ? otherwise : read_(bytes_);
    }

private:
    alignas(std::int64_t) unsigned char bytes_[sizeof(std::int64_t)] = {};
    std::int64_t (*read_)(const void*) noexcept = nullptr;
};

} // namespace detail

/// A `reason`, or the SDK's own `COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON`.
using any_reason = detail::ours_or_sdk<reason>;

/// A `state`, or the SDK's own `COREWEBVIEW2_DOWNLOAD_STATE`.
using any_state = detail::ours_or_sdk<state>;

/// The name of a reason as .NET and WinRT spell it, stable for ever: "FileNoSpace". "Unknown" for an unknown one.
inline std::string_view name(any_reason why) noexcept { return wv2_interrupt_name(why.number()); }
inline utf16_view name_utf16(any_reason why) noexcept { return wv2_interrupt_name_utf16(why.number()); }

/// The constant of the Win32 SDK: "COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON_FILE_NO_SPACE".
inline std::string_view symbol(any_reason why) noexcept { return wv2_interrupt_symbol(why.number()); }
inline utf16_view symbol_utf16(any_reason why) noexcept { return wv2_interrupt_symbol_utf16(why.number()); }

/// What a reason means, for developers and logs, in English.
inline std::string_view description(any_reason why) noexcept { return wv2_interrupt_description(why.number()); }
inline utf16_view description_utf16(any_reason why) noexcept { return wv2_interrupt_description_utf16(why.number()); }

/// One to four words for people, for a row in a list: "Disk full".
inline std::string_view label(any_reason why, language in = language::english) noexcept
{
    return wv2_interrupt_label(why.number(), static_cast<std::int32_t>(in));
}
inline utf16_view label_utf16(any_reason why, language in = language::english) noexcept
{
    return wv2_interrupt_label_utf16(why.number(), static_cast<std::int32_t>(in));
}

/// One sentence for people: what happened.
inline std::string_view message(any_reason why, language in = language::english) noexcept
{
    return wv2_interrupt_message(why.number(), static_cast<std::int32_t>(in));
}
inline utf16_view message_utf16(any_reason why, language in = language::english) noexcept
{
    return wv2_interrupt_message_utf16(why.number(), static_cast<std::int32_t>(in));
}

/// One sentence for people: what can be done. Empty where there is nothing to do.
inline std::string_view advice(any_reason why, language in = language::english) noexcept
{
    return wv2_interrupt_advice(why.number(), static_cast<std::int32_t>(in));
}
inline utf16_view advice_utf16(any_reason why, language in = language::english) noexcept
{
    return wv2_interrupt_advice_utf16(why.number(), static_cast<std::int32_t>(in));
}

/// Where an interruption came from. `category::unknown` for an unknown reason.
inline category category_of(any_reason why) noexcept { return category{wv2_interrupt_category(why.number())}; }

/// What `Resume()` does when `CanResume` is TRUE. `recovery::unknown` for an unknown reason.
inline recovery recovery_of(any_reason why) noexcept { return recovery{wv2_interrupt_recovery(why.number())}; }

/// What to show for a download now, from one report. A list of downloads wants a `download_row`.
inline outcome outcome_of(any_state now, any_reason why) noexcept
{
    return outcome{wv2_interrupt_outcome(now.number(), why.number())};
}

/// The button to offer, see `wv2_interrupt_action()`.
inline action action_of(outcome shown, any_reason why, bool can_resume) noexcept
{
    return action{wv2_interrupt_action(static_cast<std::int32_t>(shown), why.number(), can_resume)};
}

/// Whether this version knows the reason.
inline bool is_known(any_reason why) noexcept { return category_of(why) != category::unknown; }

/// A word or two for people for the outcome itself: "Downloading", "Trying again", "Paused", "Blocked".
inline std::string_view label(outcome shown, language in = language::english) noexcept
{
    return wv2_interrupt_outcome_label(static_cast<std::int32_t>(shown), static_cast<std::int32_t>(in));
}
inline utf16_view label_utf16(outcome shown, language in = language::english) noexcept
{
    return wv2_interrupt_outcome_label_utf16(static_cast<std::int32_t>(shown), static_cast<std::int32_t>(in));
}

/// The caption of a button: "Resume". Empty for `action::none`.
inline std::string_view label(action offered, language in = language::english) noexcept
{
    return wv2_interrupt_action_label(static_cast<std::int32_t>(offered), static_cast<std::int32_t>(in));
}
inline utf16_view label_utf16(action offered, language in = language::english) noexcept
{
    return wv2_interrupt_action_label_utf16(static_cast<std::int32_t>(offered), static_cast<std::int32_t>(in));
}

/// The words of a row: the reason's label where the outcome shows it, else the outcome's own.
inline std::string_view status_label(outcome shown, any_reason why, language in = language::english) noexcept
{
    return wv2_interrupt_status_label(static_cast<std::int32_t>(shown), why.number(), static_cast<std::int32_t>(in));
}
inline utf16_view status_label_utf16(outcome shown, any_reason why, language in = language::english) noexcept
{
    return wv2_interrupt_status_label_utf16(static_cast<std::int32_t>(shown), why.number(), static_cast<std::int32_t>(in));
}

/// What happened, below the words of the row. Empty where there is nothing to say.
inline std::string_view status_message(outcome shown, any_reason why, language in = language::english) noexcept
{
    return wv2_interrupt_status_message(static_cast<std::int32_t>(shown), why.number(), static_cast<std::int32_t>(in));
}
inline utf16_view status_message_utf16(outcome shown, any_reason why, language in = language::english) noexcept
{
    return wv2_interrupt_status_message_utf16(static_cast<std::int32_t>(shown), why.number(), static_cast<std::int32_t>(in));
}

/// What can be done, below the words of the row. Empty where there is nothing to say.
inline std::string_view status_advice(outcome shown, any_reason why, language in = language::english) noexcept
{
    return wv2_interrupt_status_advice(static_cast<std::int32_t>(shown), why.number(), static_cast<std::int32_t>(in));
}
inline utf16_view status_advice_utf16(outcome shown, any_reason why, language in = language::english) noexcept
{
    return wv2_interrupt_status_advice_utf16(static_cast<std::int32_t>(shown), why.number(), static_cast<std::int32_t>(in));
}

/// The stable id of a category: "file".
inline std::string_view name(category from) noexcept
{
    return wv2_interrupt_category_name(static_cast<std::int32_t>(from));
}
inline utf16_view name_utf16(category from) noexcept
{
    return wv2_interrupt_category_name_utf16(static_cast<std::int32_t>(from));
}

/// The stable id of a recovery: "auto_restart".
inline std::string_view name(recovery by) noexcept { return wv2_interrupt_recovery_name(static_cast<std::int32_t>(by)); }
inline utf16_view name_utf16(recovery by) noexcept
{
    return wv2_interrupt_recovery_name_utf16(static_cast<std::int32_t>(by));
}

/// The stable id of an outcome: "in_progress".
inline std::string_view name(outcome shown) noexcept
{
    return wv2_interrupt_outcome_name(static_cast<std::int32_t>(shown));
}
inline utf16_view name_utf16(outcome shown) noexcept
{
    return wv2_interrupt_outcome_name_utf16(static_cast<std::int32_t>(shown));
}

/// The stable id of an action: "download_again".
inline std::string_view name(action offered) noexcept
{
    return wv2_interrupt_action_name(static_cast<std::int32_t>(offered));
}
inline utf16_view name_utf16(action offered) noexcept
{
    return wv2_interrupt_action_name_utf16(static_cast<std::int32_t>(offered));
}

/// One more than the highest known reason.
inline std::int32_t count() noexcept { return wv2_interrupt_count(); }

/// The reason that a name means, in any spelling. `reason::unknown` for everything else, a view that holds a NUL too.
inline reason from_name(std::string_view name) noexcept
{
    return reason{wv2_interrupt_from_name(detail::terminated<char>(name).c_str())};
}
inline reason from_name(utf16_view name) noexcept
{
    return reason{wv2_interrupt_from_name_utf16(detail::terminated<wv2_interrupt_char16_t>(name).c_str())};
}

/// The reason for one of the numbers of Chromium, CEF or a history database.
inline reason from_chromium(std::int32_t code) noexcept { return reason{wv2_interrupt_from_chromium(code)}; }

/// Chromium's number for a reason. `WV2_INTERRUPT_UNKNOWN` where it has none.
inline std::int32_t to_chromium(any_reason why) noexcept { return wv2_interrupt_to_chromium(why.number()); }

/// How many languages the texts for people are in.
inline std::int32_t language_count() noexcept { return wv2_interrupt_language_count(); }

/// The BCP 47 tag of a language: "en". Empty for one that is out of range.
inline std::string_view language_tag(language in) noexcept
{
    return wv2_interrupt_language_tag(static_cast<std::int32_t>(in));
}
inline utf16_view language_tag_utf16(language in) noexcept
{
    return wv2_interrupt_language_tag_utf16(static_cast<std::int32_t>(in));
}

/// A language's own name, for a menu: "Deutsch". Empty for one that is out of range.
inline std::string_view language_name(language in) noexcept
{
    return wv2_interrupt_language_name(static_cast<std::int32_t>(in));
}
inline utf16_view language_name_utf16(language in) noexcept
{
    return wv2_interrupt_language_name_utf16(static_cast<std::int32_t>(in));
}

/// How a language is written. `direction::unknown` for one that is out of range.
inline direction direction_of(language in) noexcept
{
    return direction{wv2_interrupt_language_direction(static_cast<std::int32_t>(in))};
}

/// The language that fits a BCP 47 tag best. `language::unknown`, which reads English, where none does.
inline language language_find(std::string_view tag) noexcept
{
    return language{wv2_interrupt_language_find(detail::terminated<char>(tag).c_str())};
}
inline language language_find(utf16_view tag) noexcept
{
    return language{wv2_interrupt_language_find_utf16(detail::terminated<wv2_interrupt_char16_t>(tag).c_str())};
}

/// The version of the loaded library: "1.1.0".
inline std::string_view version() noexcept { return wv2_interrupt_version(); }

/// The version of the loaded library as a number, to compare with `WV2_INTERRUPT_VERSION_NUMBER`.
inline std::int32_t version_number() noexcept { return wv2_interrupt_version_number(); }

/// What a list shows for one download over time: a `wv2_interrupt_row_t`, which remembers what one report cannot tell.
/// Tell it what the operation says of itself, when the operation begins and whenever one of its events comes. A new
/// operation gets a new row, also when it takes another's place. One thread at a time.
class download_row {
public:
    /// For `StateChanged`, and once when the operation begins: asks an `ICoreWebView2DownloadOperation` what it says of
    /// itself. Nothing changes for NULL and where its state cannot be read; bytes that cannot be read stay.
    template <class Operation>
    void state_changed(Operation* download)
    {
        tell(wv2_interrupt_row_state_changed, download);
    }

    /// The same for `BytesReceivedChanged`.
    template <class Operation>
    void bytes_received_changed(Operation* download)
    {
        tell(wv2_interrupt_row_bytes_received_changed, download);
    }

    /// For `StateChanged`, by what was asked already.
    void state_changed(any_state now, any_reason why, bool can_resume, std::int64_t received, std::int64_t total) noexcept
    {
        wv2_interrupt_row_state_changed(&row_, now.number(), why.number(), can_resume, received, total);
    }

    /// For `BytesReceivedChanged`, by what was asked already.
    void bytes_received_changed(any_state now, any_reason why, bool can_resume, std::int64_t received,
                                std::int64_t total) noexcept
    {
        wv2_interrupt_row_bytes_received_changed(&row_, now.number(), why.number(), can_resume, received, total);
    }

    /// What to show, and why. Never `outcome::unknown`.
    interrupt::outcome outcome() const noexcept { return interrupt::outcome{row_.outcome}; }
    interrupt::reason reason() const noexcept { return interrupt::reason{row_.reason}; }

    /// The button to offer.
    interrupt::action action() const noexcept { return interrupt::action{row_.action}; }

    /// As last reported; a total of 0 or less is unknown.
    std::int64_t received() const noexcept { return row_.received; }
    std::int64_t total() const noexcept { return row_.total; }

    /// Whether nothing more may come from this operation, see `wv2_interrupt_row_state_changed()`.
    bool is_silent() const noexcept { return row_.silent != 0; }

    /// Whether `Cancel()` is meaningful; where it is not, offer to remove the row.
    bool can_cancel() const noexcept
    {
        switch (outcome()) {
        case interrupt::outcome::in_progress:
        case interrupt::outcome::recovering:
        case interrupt::outcome::finishing:
        case interrupt::outcome::paused:
            return true;
        default:
            return action() == interrupt::action::resume || action() == interrupt::action::retry;
        }
    }

    /// The words of the row, what to say below them, and the caption of the button.
    std::string_view label(language in = language::english) const noexcept { return status_label(outcome(), reason(), in); }
    utf16_view label_utf16(language in = language::english) const noexcept
    {
        return status_label_utf16(outcome(), reason(), in);
    }
    std::string_view message(language in = language::english) const noexcept
    {
        return status_message(outcome(), reason(), in);
    }
    utf16_view message_utf16(language in = language::english) const noexcept
    {
        return status_message_utf16(outcome(), reason(), in);
    }
    std::string_view advice(language in = language::english) const noexcept
    {
        return status_advice(outcome(), reason(), in);
    }
    utf16_view advice_utf16(language in = language::english) const noexcept
    {
        return status_advice_utf16(outcome(), reason(), in);
    }
    std::string_view button(language in = language::english) const noexcept { return interrupt::label(action(), in); }
    utf16_view button_utf16(language in = language::english) const noexcept
    {
        return interrupt::label_utf16(action(), in);
    }

private:
    template <class Function, class Operation>
    void tell(Function function, Operation* download)
    {
        if (download == nullptr)
            return;
        detail::property now, why, can_resume, received, total;
        const auto state = now.after(download->get_State(now), WV2_INTERRUPT_UNKNOWN);
        const auto reason = why.after(download->get_InterruptReason(why), WV2_INTERRUPT_UNKNOWN);
        const auto resumes = can_resume.after(download->get_CanResume(can_resume), 0);
        function(&row_, static_cast<std::int32_t>(state), static_cast<std::int32_t>(reason), resumes != 0,
                 received.after(download->get_BytesReceived(received), row_.received),
                 total.after(download->get_TotalBytesToReceive(total), row_.total));
    }

    wv2_interrupt_row_t row_{};
};

/// All that there is to say about a state and a reason, each member as the function of its name answers.
template <class Unit>
struct basic_row {
    using view = std::basic_string_view<Unit>;

    interrupt::reason reason;
    interrupt::outcome outcome;
    interrupt::category category;
    interrupt::recovery recovery;
    std::int32_t chromium;
    view name;
    view symbol;
    view description;
    view label;
    view message;
    view advice;
    view outcome_label;
};

/// A row in UTF-8.
using row = basic_row<char>;

/// A row in UTF-16.
using row_utf16 = basic_row<wv2_interrupt_char16_t>;

/// The whole row for a state and a reason. `outcome` tells which of its texts to show: see `wv2_interrupt_outcome()`.
/// Interrupted without a reason: ask for `reason::unknown`.
inline row describe(any_state now, any_reason why, language in = language::english) noexcept
{
    const outcome shown = outcome_of(now, why);
    return {
        why.value(),
        shown,
        category_of(why),
        recovery_of(why),
        to_chromium(why),
        name(why),
        symbol(why),
        description(why),
        label(why, in),
        message(why, in),
        advice(why, in),
        label(shown, in),
    };
}
inline row_utf16 describe_utf16(any_state now, any_reason why, language in = language::english) noexcept
{
    const outcome shown = outcome_of(now, why);
    return {
        why.value(),
        shown,
        category_of(why),
        recovery_of(why),
        to_chromium(why),
        name_utf16(why),
        symbol_utf16(why),
        description_utf16(why),
        label_utf16(why, in),
        message_utf16(why, in),
        advice_utf16(why, in),
        label_utf16(shown, in),
    };
}

} // namespace wv2::interrupt

#if defined(__cpp_lib_format)

namespace wv2::interrupt::detail {

// std::format knows char and wchar_t, and the texts are in wchar_t on Windows alone.
template <class Unit>
concept formatted =
    std::is_same_v<Unit, char> || (std::is_same_v<Unit, wchar_t> && std::is_same_v<Unit, wv2_interrupt_char16_t>);

template <class Unit, class Value>
std::basic_string_view<Unit> name_in(Value value) noexcept
{
    if constexpr (std::is_same_v<Unit, char>)
        return name(value);
    else
        return name_utf16(value);
}

/// Takes the format of a string: width, fill, alignment.
template <class Value, class Unit>
struct name_formatter : std::formatter<std::basic_string_view<Unit>, Unit> {
    template <class Context>
    auto format(Value value, Context& context) const
    {
        return std::formatter<std::basic_string_view<Unit>, Unit>::format(name_in<Unit>(value), context);
    }
};

} // namespace wv2::interrupt::detail

template <wv2::interrupt::detail::formatted Unit>
struct std::formatter<wv2::interrupt::category, Unit>
    : wv2::interrupt::detail::name_formatter<wv2::interrupt::category, Unit> {};

template <wv2::interrupt::detail::formatted Unit>
struct std::formatter<wv2::interrupt::recovery, Unit>
    : wv2::interrupt::detail::name_formatter<wv2::interrupt::recovery, Unit> {};

template <wv2::interrupt::detail::formatted Unit>
struct std::formatter<wv2::interrupt::outcome, Unit>
    : wv2::interrupt::detail::name_formatter<wv2::interrupt::outcome, Unit> {};

template <wv2::interrupt::detail::formatted Unit>
struct std::formatter<wv2::interrupt::action, Unit>
    : wv2::interrupt::detail::name_formatter<wv2::interrupt::action, Unit> {};

/// An unknown reason keeps its number: "Unknown (57)".
template <wv2::interrupt::detail::formatted Unit>
struct std::formatter<wv2::interrupt::reason, Unit> : std::formatter<std::basic_string_view<Unit>, Unit> {
    template <class Context>
    auto format(wv2::interrupt::reason value, Context& context) const
    {
        using base = std::formatter<std::basic_string_view<Unit>, Unit>;
        const auto name = wv2::interrupt::detail::name_in<Unit>(value);
        if (wv2::interrupt::is_known(value))
            return base::format(name, context);
        char digits[16] = {};
        const auto end = std::to_chars(digits, digits + sizeof digits, static_cast<std::int32_t>(value)).ptr;
        Unit text[64] = {};
        std::size_t length = name.copy(text, 32);
        const auto append = [&](char unit) { text[length++] = static_cast<Unit>(unit); };
        append(' ');
        append('(');
        for (const char* digit = digits; digit != end; ++digit)
            append(*digit);
        append(')');
        return base::format({text, length}, context);
    }
};

#endif // __cpp_lib_format

#endif // WV2_INTERRUPT_HPP
