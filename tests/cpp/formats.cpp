// Prints every known reason and one unknown by std::format, with its category and recovery, and pads one.

#include "wv2interrupt.hpp"

#include <cstdio>
#include <format>
#include <string>

namespace wi = wv2::interrupt;

template <class Value, class Unit>
constexpr bool formats = std::is_default_constructible_v<std::formatter<Value, Unit>>;

// For the units that a text can have and std::format takes, and for no others.
template <class Value>
constexpr bool formats_what_works =
    formats<Value, char> && formats<Value, wchar_t> == std::is_same_v<wchar_t, wv2_interrupt_char16_t> &&
    !formats<Value, char8_t> && !formats<Value, char16_t> && !formats<Value, char32_t>;

static_assert(formats_what_works<wi::reason> && formats_what_works<wi::category> && formats_what_works<wi::recovery>);
static_assert(formats_what_works<wi::outcome> && formats_what_works<wi::action>);

#if defined(_WIN32)
std::wstring wide(wi::reason reason) { return std::format(L"{} {}", reason, wi::category_of(reason)); }
#endif

int main()
{
    for (std::int32_t code = 0; code < wi::count(); code++) {
        const wi::reason reason{code};
        const auto outcome = wi::outcome_of(wi::state::interrupted, reason);
        std::puts(std::format("{} {} {} {}", reason, wi::category_of(reason), wi::recovery_of(reason), outcome).c_str());
    }
    std::puts(std::format("[{:>16}] [{:*<16}] {}", wi::reason{57}, wi::category::file, wi::reason{-2147483647 - 1}).c_str());
}
