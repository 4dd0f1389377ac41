// explain CODE...: what each WebView2 download interrupt reason means, as a table with tabs.
//
// Exit status: 0; 2 when a code could not be understood (the others are still explained).

#include <charconv>
#include <iostream>
#include <optional>
#include <string_view>

#include "wv2interrupt.hpp"

#if defined(_WIN32)
#include <fcntl.h>
#include <io.h>
#endif

namespace wi = wv2::interrupt;

// A number in decimal, of the range that a reason can have.
static std::optional<wi::reason> parse(std::string_view text)
{
    std::int32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return wi::reason{number};
}

static void explain(wi::reason reason)
{
    const wi::row row = wi::describe(wi::state::interrupted, reason);
    std::cout << static_cast<std::int32_t>(reason) << '\t' << row.name << '\t' << row.symbol << '\t'
              << wi::name(row.category) << '\t' << wi::name(row.recovery) << '\t' << wi::name(row.outcome) << '\t'
              << row.chromium << '\t' << row.label << '\t' << row.message << '\t' << row.advice << '\t'
              << row.description << '\n';
}

int main(int argc, char** argv)
{
#if defined(_WIN32)
    _setmode(_fileno(stdout), _O_BINARY);
#endif
    int status = 0;
    std::cout << "code\tname\tsymbol\tcategory\trecovery\toutcome\tchromium\tlabel\tmessage\tadvice\tdescription\n";
    for (std::int32_t code = 0; argc == 1 && code < wi::count(); code++) {
        if (wi::is_known(wi::reason{code}))
            explain(wi::reason{code});
    }
    for (int i = 1; i < argc; i++) {
        if (const auto reason = parse(argv[i])) {
            explain(*reason);
        } else {
            std::cerr << "explain: '" << argv[i] << "' is not understood; a code is from -2147483648 to 2147483647\n";
            status = 2;
        }
    }
    return status;
}
