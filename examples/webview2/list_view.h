// The list of downloads as a window: file name, progress, what the library says, the buttons.

#pragma once

#include <windows.h>

#include <functional>
#include <vector>

#include "list_row.h"

class ListView {
public:
    ListView() = default;
    ~ListView();
    ListView(const ListView&) = delete;
    ListView& operator=(const ListView&) = delete;

    bool Create(HWND parent);
    void SetRows(std::vector<const ListRow*> rows);
    void SetLanguage(wv2::interrupt::language in);
    HWND handle() const { return handle_; }
    HFONT font() const { return font_; }

    // A click on a row's button, and on its cross.
    std::function<void(size_t)> pressed, dismissed;

private:
    static LRESULT CALLBACK Procedure(HWND handle, UINT message, WPARAM w, LPARAM l);
    LRESULT OnMessage(UINT message, WPARAM w, LPARAM l);
    void Arrange();
    void ScrollTo(int position);
    void OnScroll(WORD request);
    void OnClick(POINT point);
    void Paint();
    int DrawRow(HDC dc, const ListRow& row, RECT area, bool measure) const;
    int DrawString(HDC dc, const std::wstring& text, RECT area, COLORREF color, UINT format) const;
    void DrawButton(HDC dc, const std::wstring& caption, RECT area) const;
    void DrawProgress(HDC dc, const ListRow& row, RECT area) const;
    void Fill(HDC dc, const RECT& area, COLORREF color) const;
    RECT ShieldArea(const RECT& row) const;
    RECT ButtonArea(HDC dc, const std::wstring& caption, const RECT& row) const;
    RECT CrossArea(const RECT& row) const;
    RECT Placed(const RECT& area) const;
    int Scaled(int pixels) const { return MulDiv(pixels, dpi_, USER_DEFAULT_SCREEN_DPI); }

    HWND handle_ = nullptr;
    HFONT font_ = nullptr, bold_ = nullptr;
    int dpi_ = USER_DEFAULT_SCREEN_DPI, scroll_ = 0, width_ = 0, height_ = 0;
    wv2::interrupt::language language_ = wv2::interrupt::language::english;
    bool right_to_left_ = false;
    std::vector<const ListRow*> rows_;
    std::vector<RECT> areas_;  // of the rows, before scrolling
};
