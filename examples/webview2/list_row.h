// One row of the list of downloads: what the library says of a download, and what it cannot know. Nothing of windows or COM.

#pragma once

#include <string>

#include "wv2interrupt.hpp"

struct ListRow {
    std::wstring file_name;
    wv2::interrupt::download_row download;
    bool finishing_for_long = false;  // not in passing, as most downloads are
    bool can_show_downloads = false;  // the web view can show a list of its own
};

struct RowTexts {
    std::wstring label, message, advice, button;
};

// What the row's button does. None where there is no button.
wv2::interrupt::action ActionOf(const ListRow& row);

RowTexts TextsOf(const ListRow& row, wv2::interrupt::language in);
