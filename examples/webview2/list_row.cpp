#include "list_row.h"

using namespace wv2::interrupt;

namespace {

bool IsFinishing(const ListRow& row) { return row.download.outcome() == outcome::finishing; }

// The number of a reason that a later WebView2 added, which is all there is of it.
std::wstring NumberOf(const ListRow& row)
{
    const reason why = row.download.reason();
    if (row.download.outcome() != outcome::failed || why == reason::unknown || is_known(why))
        return L"";
    return L" (" + std::to_wstring(static_cast<int>(why)) + L")";
}

}  // namespace

action ActionOf(const ListRow& row)
{
    const action offered = row.download.action();
    const bool possible = offered != action::show_downloads || (row.finishing_for_long && row.can_show_downloads);
    return possible ? offered : action::none;
}

RowTexts TextsOf(const ListRow& row, language in)
{
    const action offered = ActionOf(row);
    RowTexts texts;
    texts.label = row.download.label_utf16(in);
    texts.label += NumberOf(row);
    if (!IsFinishing(row) || row.finishing_for_long)
        texts.message = row.download.message_utf16(in);
    // What to do about a download that waits is said beside the button that does it.
    if (!IsFinishing(row) || offered != action::none)
        texts.advice = row.download.advice_utf16(in);
    texts.button = label_utf16(offered, in);
    return texts;
}
