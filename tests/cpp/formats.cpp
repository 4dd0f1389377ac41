// Prints every known reason and one unknown by std::format, with its category and recovery, and pads one.

#include "wv2interrupt.hpp"

#include <cstdio>
#include <format>
#include <string>

namespace wi = wv2::interrupt;

int main()
{
    for (std::int32_t code = 0; code < wi::count(); code++) {
        const wi::reason reason{code};
        const auto outcome = wi::outcome_of(wi::state::interrupted, reason);
        std::puts(std::format("{} {} {} {}", reason, wi::category_of(reason), wi::recovery_of(reason), outcome).c_str());
    }
    std::puts(std::format("[{:>16}] [{:*<16}] {}", wi::reason{57}, wi::category::file, wi::reason{-2147483647 - 1}).c_str());
}
