#include <iostream>

#include <wv2interrupt.hpp>

namespace wi = wv2::interrupt;

int main()
{
    std::cout << "wv2interrupt " << wi::version() << ": " << wi::label(wi::reason::file_no_space) << '\n';
    return wi::version_number() == WV2_INTERRUPT_VERSION_NUMBER ? 0 : 1;
}
