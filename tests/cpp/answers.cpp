// Every function of wv2interrupt.hpp for every known code and some others, against the C function that it stands for.
// Prints what differs; no allocation is allowed.

#include "wv2interrupt.hpp"
#include "wv2interrupt.hpp"

#include <cstdio>
#include <cstdlib>
#include <new>
#include <string_view>

namespace wi = wv2::interrupt;

void* operator new(std::size_t) { std::abort(); }
void operator delete(void*) noexcept {}
void operator delete(void*, std::size_t) noexcept {}

static_assert(!std::is_invocable_v<decltype(wi::outcome_of), wi::reason, wi::state>);
static_assert(!std::is_convertible_v<int, wi::any_reason> && !std::is_convertible_v<int, wi::any_state>);
static_assert(!std::is_convertible_v<wi::outcome, wi::any_reason> && !std::is_convertible_v<wi::reason, int>);
static_assert(std::is_trivially_copyable_v<wi::download_row> && sizeof(wi::download_row) == 32);
static_assert(std::is_trivially_copyable_v<wi::row> && std::is_aggregate_v<wi::row_utf16>);
static_assert(noexcept(wi::describe({wi::state::completed}, {wi::reason::none})) && noexcept(wi::from_name(std::string_view())));
static_assert(static_cast<int>(wi::reason{57}) == 57 && wi::reason{WV2_INTERRUPT_UNKNOWN} == wi::reason::unknown);
#if defined(_WIN32)
static_assert(std::is_same_v<wi::utf16_view, std::wstring_view>);
#define WIDE(text) L##text
#else
static_assert(std::is_same_v<wi::utf16_view, std::u16string_view>);
#define WIDE(text) u##text
#endif

static int failures;

// A view against the C string that it shows, its NUL included.
template <class Unit>
static bool same(std::basic_string_view<Unit> view, const Unit* text)
{
    return view.data() == text && view.data()[view.size()] == Unit() && view.find(Unit()) == view.npos;
}

#define CHECK(condition) \
    do { \
        if (!(condition)) { \
            std::printf("line %d, code %d: %s\n", __LINE__, code, #condition); \
            failures++; \
        } \
    } while (false)

static void check_reason(int code, wi::language in)
{
    const wi::reason why{code};
    const int spoken = static_cast<int>(in);
    CHECK(same(wi::name(why), wv2_interrupt_name(code)));
    CHECK(same(wi::name_utf16(why), wv2_interrupt_name_utf16(code)));
    CHECK(same(wi::symbol(why), wv2_interrupt_symbol(code)));
    CHECK(same(wi::symbol_utf16(why), wv2_interrupt_symbol_utf16(code)));
    CHECK(same(wi::description(why), wv2_interrupt_description(code)));
    CHECK(same(wi::description_utf16(why), wv2_interrupt_description_utf16(code)));
    CHECK(same(wi::label(why, in), wv2_interrupt_label(code, spoken)));
    CHECK(same(wi::label_utf16(why, in), wv2_interrupt_label_utf16(code, spoken)));
    CHECK(same(wi::message(why, in), wv2_interrupt_message(code, spoken)));
    CHECK(same(wi::message_utf16(why, in), wv2_interrupt_message_utf16(code, spoken)));
    CHECK(same(wi::advice(why, in), wv2_interrupt_advice(code, spoken)));
    CHECK(same(wi::advice_utf16(why, in), wv2_interrupt_advice_utf16(code, spoken)));
    CHECK(wi::label(why) == wi::label(why, wi::language::english));
    CHECK(static_cast<int>(wi::category_of(why)) == wv2_interrupt_category(code));
    CHECK(static_cast<int>(wi::recovery_of(why)) == wv2_interrupt_recovery(code));
    CHECK(wi::is_known(why) == (wv2_interrupt_category(code) != WV2_INTERRUPT_UNKNOWN));
    CHECK(wi::to_chromium(why) == wv2_interrupt_to_chromium(code));
    CHECK(static_cast<int>(wi::from_chromium(code)) == wv2_interrupt_from_chromium(code));
    CHECK(!wi::is_known(why) || wi::from_name(wi::name(why)) == why);
    CHECK(!wi::is_known(why) || wi::from_name(wi::symbol_utf16(why)) == why);
}

static void check_row(int code, wi::state now, wi::language in)
{
    const wi::reason why{code};
    const wi::row row = wi::describe(now, why, in);
    const wi::row_utf16 wide = wi::describe_utf16(now, why, in);
    CHECK(static_cast<int>(row.outcome) == wv2_interrupt_outcome(static_cast<int>(now), code));
    CHECK(row.reason == why && wide.reason == why && wide.outcome == row.outcome);
    CHECK(row.category == wi::category_of(why) && wide.category == row.category);
    CHECK(row.recovery == wi::recovery_of(why) && wide.recovery == row.recovery);
    CHECK(row.chromium == wi::to_chromium(why) && wide.chromium == row.chromium);
    CHECK(row.name == wi::name(why) && wide.name == wi::name_utf16(why));
    CHECK(row.symbol == wi::symbol(why) && wide.symbol == wi::symbol_utf16(why));
    CHECK(row.description == wi::description(why) && wide.description == wi::description_utf16(why));
    CHECK(row.label == wi::label(why, in) && wide.label == wi::label_utf16(why, in));
    CHECK(row.message == wi::message(why, in) && wide.message == wi::message_utf16(why, in));
    CHECK(row.advice == wi::advice(why, in) && wide.advice == wi::advice_utf16(why, in));
    CHECK(row.outcome_label == wi::label(row.outcome, in) && wide.outcome_label == wi::label_utf16(row.outcome, in));
}

static void check_ids(int code, wi::language in)
{
    const int spoken = static_cast<int>(in);
    CHECK(same(wi::name(wi::category{code}), wv2_interrupt_category_name(code)));
    CHECK(same(wi::name_utf16(wi::category{code}), wv2_interrupt_category_name_utf16(code)));
    CHECK(same(wi::name(wi::recovery{code}), wv2_interrupt_recovery_name(code)));
    CHECK(same(wi::name_utf16(wi::recovery{code}), wv2_interrupt_recovery_name_utf16(code)));
    CHECK(same(wi::name(wi::outcome{code}), wv2_interrupt_outcome_name(code)));
    CHECK(same(wi::name_utf16(wi::outcome{code}), wv2_interrupt_outcome_name_utf16(code)));
    CHECK(same(wi::label(wi::outcome{code}, in), wv2_interrupt_outcome_label(code, spoken)));
    CHECK(same(wi::label_utf16(wi::outcome{code}, in), wv2_interrupt_outcome_label_utf16(code, spoken)));
    CHECK(same(wi::name(wi::action{code}), wv2_interrupt_action_name(code)));
    CHECK(same(wi::name_utf16(wi::action{code}), wv2_interrupt_action_name_utf16(code)));
    CHECK(same(wi::label(wi::action{code}, in), wv2_interrupt_action_label(code, spoken)));
    CHECK(same(wi::label_utf16(wi::action{code}, in), wv2_interrupt_action_label_utf16(code, spoken)));
    CHECK(same(wi::language_name(wi::language{code}), wv2_interrupt_language_name(code)));
    CHECK(same(wi::language_name_utf16(wi::language{code}), wv2_interrupt_language_name_utf16(code)));
    CHECK(static_cast<int>(wi::direction_of(wi::language{code})) == wv2_interrupt_language_direction(code));
    CHECK(same(wi::language_tag(wi::language{code}), wv2_interrupt_language_tag(code)));
    CHECK(same(wi::language_tag_utf16(wi::language{code}), wv2_interrupt_language_tag_utf16(code)));
}

static void check_status(int code, wi::outcome shown, wi::language in)
{
    const wi::reason why{code};
    const int outcome = static_cast<int>(shown);
    const int spoken = static_cast<int>(in);
    CHECK(same(wi::status_label(shown, why, in), wv2_interrupt_status_label(outcome, code, spoken)));
    CHECK(same(wi::status_label_utf16(shown, why, in), wv2_interrupt_status_label_utf16(outcome, code, spoken)));
    CHECK(same(wi::status_message(shown, why, in), wv2_interrupt_status_message(outcome, code, spoken)));
    CHECK(same(wi::status_message_utf16(shown, why, in), wv2_interrupt_status_message_utf16(outcome, code, spoken)));
    CHECK(same(wi::status_advice(shown, why, in), wv2_interrupt_status_advice(outcome, code, spoken)));
    CHECK(same(wi::status_advice_utf16(shown, why, in), wv2_interrupt_status_advice_utf16(outcome, code, spoken)));
    for (int can_resume = 0; can_resume < 2; can_resume++)
        CHECK(static_cast<int>(wi::action_of(shown, why, can_resume != 0)) == wv2_interrupt_action(outcome, code, can_resume));
}

// A row of C and one of C++ hear the same, and show the same.
static void check_download_row(int code, wi::state now, wi::language in)
{
    const wi::reason why{code};
    for (int can_resume = 0; can_resume < 2; can_resume++) {
        wv2_interrupt_row_t row = {};
        wi::download_row ours;
        wv2_interrupt_row_state_changed(&row, static_cast<int>(now), code, can_resume, 5, 9);
        ours.state_changed(now, why, can_resume != 0, 5, 9);
        for (std::int64_t received = 5; received <= 9; received += 4) {
            CHECK(static_cast<int>(ours.outcome()) == row.outcome && static_cast<int>(ours.reason()) == row.reason);
            CHECK(static_cast<int>(ours.action()) == row.action && ours.is_silent() == (row.silent != 0));
            CHECK(ours.received() == row.received && ours.total() == row.total);
            CHECK(ours.label(in) == wi::status_label(ours.outcome(), ours.reason(), in));
            CHECK(ours.label_utf16(in) == wi::status_label_utf16(ours.outcome(), ours.reason(), in));
            CHECK(ours.message(in) == wi::status_message(ours.outcome(), ours.reason(), in));
            CHECK(ours.message_utf16(in) == wi::status_message_utf16(ours.outcome(), ours.reason(), in));
            CHECK(ours.advice(in) == wi::status_advice(ours.outcome(), ours.reason(), in));
            CHECK(ours.advice_utf16(in) == wi::status_advice_utf16(ours.outcome(), ours.reason(), in));
            CHECK(ours.button(in) == wi::label(ours.action(), in));
            CHECK(ours.button_utf16(in) == wi::label_utf16(ours.action(), in));
            CHECK(ours.can_cancel() == (wv2_interrupt_outcome_name(row.outcome)[0] != 'c' && row.outcome != WV2_INTERRUPT_OUTCOME_BLOCKED && (row.outcome != WV2_INTERRUPT_OUTCOME_FAILED || can_resume != 0)));
            wv2_interrupt_row_bytes_received_changed(&row, static_cast<int>(now), code, can_resume, received + 4, 9);
            ours.bytes_received_changed(now, why, can_resume != 0, received + 4, 9);
        }
    }
}

// A view need not end with a NUL, and may be longer than the library reads.
static void check_views()
{
    const int code = 0;
    const std::string_view within = "FileNoSpace, and more";
    CHECK(wi::from_name(within.substr(0, 11)) == wi::reason::file_no_space);
    CHECK(wi::from_name(within) == wi::reason::unknown && wi::from_name("") == wi::reason::unknown);
    char padded[140] = "FileNoSpace";
    for (std::size_t i = 11; i < sizeof padded; i++)
        padded[i] = ' ';
    CHECK(wi::from_name({padded, 128}) == wi::reason::file_no_space);
    CHECK(wi::from_name({padded, 129}) == wi::reason::unknown);
    CHECK(wi::from_name({padded, sizeof padded}) == wi::reason::unknown);
    // What stands behind a NUL is a part of the view.
    for (std::size_t length = 12; length <= 13; length++) {
        CHECK(wi::from_name({"FileNoSpace\0x", length}) == wi::reason::unknown);
        CHECK(wi::from_name(wi::utf16_view(WIDE("FileNoSpace\0x"), length)) == wi::reason::unknown);
        CHECK(wi::language_find({"de\0x", length - 9}) == wi::language::unknown);
        CHECK(wi::language_find(wi::utf16_view(WIDE("de\0x"), length - 9)) == wi::language::unknown);
    }
    CHECK(wi::from_name({"\0FileNoSpace", 12}) == wi::reason::unknown);
    CHECK(wi::from_name({"\0", 1}) == wi::reason::unknown && wi::language_find({"\0", 1}) == wi::language::unknown);
    CHECK(wi::language_find(std::string_view("en-GB, de").substr(0, 5)) == wi::language::english);
    CHECK(wi::language_find("tlh") == wi::language::unknown);
    CHECK(wi::language_find(wi::language_tag_utf16(wi::language::english)) == wi::language::english);
    CHECK(wi::language_tag(wi::language::english) == "en");
    CHECK(wi::language_count() == wv2_interrupt_language_count());
    CHECK(same(wi::version(), wv2_interrupt_version()));
    CHECK(wi::version_number() == WV2_INTERRUPT_VERSION_NUMBER);
}

int main()
{
    const int others[] = {-1, wi::count(), 57, 65536, -2147483647 - 1, 2147483647};
    for (int spoken = -1; spoken <= wi::language_count(); spoken++) {
        const wi::language in{spoken};
        const auto check = [in](int code) {
            check_reason(code, in);
            check_ids(code, in);
            for (int now = -1; now <= 3; now++)
                check_row(code, wi::state{now}, in);
            for (int shown = -1; shown <= 8; shown++)
                check_status(code, wi::outcome{shown}, in);
            for (int now = -1; now <= 3; now++)
                check_download_row(code, wi::state{now}, in);
        };
        for (int code = 0; code < wi::count(); code++)
            check(code);
        for (const int code : others)
            check(code);
    }
    check_views();
    std::puts(failures == 0 ? "ok" : "failed");
    return failures == 0 ? 0 : 1;
}
