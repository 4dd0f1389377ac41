// explain CODE...: what each WebView2 download interrupt reason means, as a table with tabs.
//
// Exit status: 0; 2 when a code could not be understood (the others are still explained); 1 when the output could not be
// written.

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "wv2interrupt.hpp"

#if defined(_WIN32)
#include <fcntl.h>
#include <io.h>
#include <windows.h>
#endif

namespace wi = wv2::interrupt;

// A number in decimal or 0x hexadecimal, of the range that a reason can have.
static std::optional<wi::reason> parse(std::string_view text)
{
    const bool negative = text.substr(0, 1) == "-";
    text.remove_prefix(negative);
    const bool hexadecimal = text.substr(0, 2) == "0x" || text.substr(0, 2) == "0X";
    text.remove_prefix(hexadecimal ? 2 : 0);
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, hexadecimal ? 16 : 10);
    const std::uint32_t limit = std::numeric_limits<std::int32_t>::max();
    if (error != std::errc() || end != text.data() + text.size() || number > limit + negative)
        return std::nullopt;
    return wi::reason{static_cast<std::int32_t>(negative ? -std::int64_t{number} : std::int64_t{number})};
}

// What comes from elsewhere may act on a terminal.
static std::string printable(std::string text)
{
    const auto acts = [](char unit) { return unit < ' ' || unit > '~'; };
    std::replace_if(text.begin(), text.end(), acts, '?');
    return text;
}

// The person's language, or unknown, for which the texts read English.
static wi::language language_of_person()
{
#if defined(_WIN32)
    wchar_t tags[512];
    ULONG count = 0, size = static_cast<ULONG>(std::size(tags));
    if (!GetUserPreferredUILanguages(MUI_LANGUAGE_NAME, &count, tags, &size))
        return wi::language::unknown;
    for (std::wstring_view tag = tags; !tag.empty(); tag = tag.data() + tag.size() + 1) {
        if (const wi::language found = wi::language_find(tag); found != wi::language::unknown)
            return found;
    }
#else
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* const locale = std::getenv(variable);
        if (locale != nullptr && *locale != '\0')
            return wi::language_find(locale);
    }
#endif
    return wi::language::unknown;
}

static void explain(wi::reason reason, wi::language language)
{
    const wi::row row = wi::describe(wi::state::interrupted, reason, language);
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
    const wi::language language = language_of_person();
    std::cout << "code\tname\tsymbol\tcategory\trecovery\toutcome\tchromium\tlabel\tmessage\tadvice\tdescription\n";
    for (std::int32_t code = 0; argc == 1 && code < wi::count(); code++) {
        if (wi::is_known(wi::reason{code}))
            explain(wi::reason{code}, language);
    }
    for (int i = 1; i < argc; i++) {
        if (const auto reason = parse(argv[i])) {
            explain(*reason, language);
        } else {
            std::cerr << "explain: '" << printable(argv[i])
                      << "' is not a code: a whole number of 32 bits, decimal or 0x hexadecimal\n";
            status = 2;
        }
    }
    if (!std::cout.flush()) {
        std::cerr << "explain: the output could not be written\n";
        return 1;
    }
    return status;
}
