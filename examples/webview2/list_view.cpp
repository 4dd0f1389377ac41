#include "list_view.h"

#include <shlwapi.h>
#include <windowsx.h>

#include <algorithm>
#include <string>

using wv2::interrupt::direction;
using wv2::interrupt::download_row;
using wv2::interrupt::language;
using wv2::interrupt::outcome;

namespace {

constexpr wchar_t list_class[] = L"wv2interrupt-list";

// In pixels at 96 dots per inch.
constexpr int margin = 10, gutter = 30, column_width = 480, button_height = 26, shield_size = 18;

constexpr COLORREF paper = RGB(255, 255, 255), ink = RGB(32, 32, 32), gray = RGB(96, 96, 96), red = RGB(164, 38, 44),
                   blue = RGB(0, 103, 192), line = RGB(225, 225, 225), face = RGB(243, 243, 243);

bool ShowsProgress(const ListRow& row)
{
    switch (row.download.outcome()) {
    case outcome::in_progress:
    case outcome::recovering:
    case outcome::finishing:
    case outcome::paused:
        return true;
    default:
        return false;
    }
}

bool IsAlarming(const ListRow& row)
{
    return row.download.outcome() == outcome::failed || row.download.outcome() == outcome::blocked;
}

std::wstring SizeOf(std::int64_t bytes)
{
    wchar_t text[32];
    return StrFormatByteSizeW(bytes, text, ARRAYSIZE(text)) != nullptr ? text : L"";
}

// How far a download is that is on its way.
std::wstring ProgressOf(const ListRow& row)
{
    if (!ShowsProgress(row))
        return L"";
    const download_row& download = row.download;
    return SizeOf(download.received()) + (download.total() > 0 ? L" / " + SizeOf(download.total()) : L"");
}

std::wstring DetailsOf(const RowTexts& texts)
{
    return texts.advice.empty() ? texts.message : texts.message + L"\n" + texts.advice;
}

// Windows' own shield means that administrator rights are needed, which is something else.
void DrawShield(HDC dc, const RECT& area)
{
    const LONG height = area.bottom - area.top, middle = (area.left + area.right) / 2;
    const LONG shoulder = area.top + height / 8, hip = area.top + height * 3 / 4;
    const POINT right[] = {{area.right, hip}, {area.right, hip}, {middle, area.bottom}};
    const POINT left[] = {{area.left, hip}, {area.left, hip}, {area.left, shoulder}};
    BeginPath(dc);
    MoveToEx(dc, middle, area.top, nullptr);
    LineTo(dc, area.right, shoulder);
    PolyBezierTo(dc, right, ARRAYSIZE(right));
    PolyBezierTo(dc, left, ARRAYSIZE(left));
    CloseFigure(dc);
    EndPath(dc);
    SetDCBrushColor(dc, red);
    SelectObject(dc, GetStockObject(DC_BRUSH));
    FillPath(dc);
}

}  // namespace

ListView::~ListView()
{
    DeleteObject(font_);
    DeleteObject(bold_);
}

bool ListView::Create(HWND parent)
{
    WNDCLASSW description = {};
    description.lpfnWndProc = Procedure;
    description.hInstance = GetModuleHandleW(nullptr);
    description.hCursor = LoadCursorW(nullptr, IDC_ARROW);
    description.lpszClassName = list_class;
    RegisterClassW(&description);

    const HDC screen = GetDC(nullptr);
    dpi_ = GetDeviceCaps(screen, LOGPIXELSY);
    ReleaseDC(nullptr, screen);
    // The font of the system's own messages, which falls back to others for scripts that it lacks.
    NONCLIENTMETRICSW metrics = {};
    metrics.cbSize = sizeof metrics;
    SystemParametersInfoW(SPI_GETNONCLIENTMETRICS, sizeof metrics, &metrics, 0);
    font_ = CreateFontIndirectW(&metrics.lfMessageFont);
    metrics.lfMessageFont.lfWeight = FW_BOLD;
    bold_ = CreateFontIndirectW(&metrics.lfMessageFont);

    return CreateWindowW(list_class, nullptr, WS_CHILD | WS_VISIBLE | WS_VSCROLL, 0, 0, 0, 0, parent, nullptr,
                         description.hInstance, this) != nullptr;
}

void ListView::SetRows(std::vector<const ListRow*> rows)
{
    rows_ = std::move(rows);
    Arrange();
}

void ListView::SetLanguage(language in)
{
    language_ = in;
    right_to_left_ = direction_of(in) == direction::right_to_left;
    const LONG_PTR style = GetWindowLongPtrW(handle_, GWL_EXSTYLE), left_bar = WS_EX_LEFTSCROLLBAR;
    SetWindowLongPtrW(handle_, GWL_EXSTYLE, right_to_left_ ? style | left_bar : style & ~left_bar);
    SetWindowPos(handle_, nullptr, 0, 0, 0, 0, SWP_NOMOVE | SWP_NOSIZE | SWP_NOZORDER | SWP_FRAMECHANGED);
    Arrange();
}

LRESULT CALLBACK ListView::Procedure(HWND handle, UINT message, WPARAM w, LPARAM l)
{
    if (message == WM_NCCREATE) {
        auto* list = static_cast<ListView*>(reinterpret_cast<CREATESTRUCTW*>(l)->lpCreateParams);
        list->handle_ = handle;
        SetWindowLongPtrW(handle, GWLP_USERDATA, reinterpret_cast<LONG_PTR>(list));
    }
    auto* list = reinterpret_cast<ListView*>(GetWindowLongPtrW(handle, GWLP_USERDATA));
    return list != nullptr ? list->OnMessage(message, w, l) : DefWindowProcW(handle, message, w, l);
}

LRESULT ListView::OnMessage(UINT message, WPARAM w, LPARAM l)
{
    switch (message) {
    case WM_SIZE:
        Arrange();
        return 0;
    case WM_PAINT:
        Paint();
        return 0;
    case WM_VSCROLL:
        OnScroll(LOWORD(w));
        return 0;
    case WM_MOUSEWHEEL:
        ScrollTo(scroll_ - GET_WHEEL_DELTA_WPARAM(w) / 2);
        return 0;
    case WM_LBUTTONUP:
        OnClick({GET_X_LPARAM(l), GET_Y_LPARAM(l)});
        return 0;
    default:
        return DefWindowProcW(handle_, message, w, l);
    }
}

// Each row as high as its texts need, in as many columns as fit, one column after the other.
void ListView::Arrange()
{
    RECT client;
    GetClientRect(handle_, &client);
    width_ = static_cast<int>(client.right);
    const size_t columns = static_cast<size_t>(std::max(1, width_ / Scaled(column_width)));
    const size_t per_column = (rows_.size() + columns - 1) / columns;
    const int width = width_ / static_cast<int>(columns);
    const HDC dc = GetDC(handle_);
    areas_.clear();
    height_ = 0;
    for (size_t i = 0; i < rows_.size(); i++) {
        const int left = static_cast<int>(i / per_column) * width;
        const int top = i % per_column == 0 ? 0 : static_cast<int>(areas_.back().bottom);
        RECT area = {left, top, left + width, top};
        area.bottom += DrawRow(dc, *rows_[i], area, true);
        areas_.push_back(area);
        height_ = std::max(height_, static_cast<int>(area.bottom));
    }
    ReleaseDC(handle_, dc);
    ScrollTo(scroll_);
}

void ListView::ScrollTo(int position)
{
    RECT client;
    GetClientRect(handle_, &client);
    scroll_ = std::clamp(position, 0, std::max(0, height_ - static_cast<int>(client.bottom)));
    SCROLLINFO info = {};
    info.cbSize = sizeof info;
    info.fMask = SIF_RANGE | SIF_PAGE | SIF_POS;
    info.nMax = std::max(0, height_ - 1);
    info.nPage = static_cast<UINT>(client.bottom);
    info.nPos = scroll_;
    SetScrollInfo(handle_, SB_VERT, &info, TRUE);
    InvalidateRect(handle_, nullptr, FALSE);
}

void ListView::OnScroll(WORD request)
{
    SCROLLINFO info = {};
    info.cbSize = sizeof info;
    info.fMask = SIF_PAGE | SIF_TRACKPOS;
    GetScrollInfo(handle_, SB_VERT, &info);
    switch (request) {
    case SB_LINEUP:
        return ScrollTo(scroll_ - Scaled(button_height));
    case SB_LINEDOWN:
        return ScrollTo(scroll_ + Scaled(button_height));
    case SB_PAGEUP:
        return ScrollTo(scroll_ - static_cast<int>(info.nPage));
    case SB_PAGEDOWN:
        return ScrollTo(scroll_ + static_cast<int>(info.nPage));
    case SB_THUMBTRACK:
        return ScrollTo(info.nTrackPos);
    }
}

void ListView::OnClick(POINT point)
{
    if (right_to_left_)
        point.x = width_ - 1 - point.x;
    point.y += scroll_;
    const auto row = std::find_if(areas_.begin(), areas_.end(), [&](const RECT& area) { return PtInRect(&area, point); });
    if (row == areas_.end())
        return;
    const size_t index = static_cast<size_t>(row - areas_.begin());
    const HDC dc = GetDC(handle_);
    const RECT button = ButtonArea(dc, TextsOf(*rows_[index], language_).button, *row), cross = CrossArea(*row);
    ReleaseDC(handle_, dc);
    if (PtInRect(&button, point) && pressed)
        pressed(index);
    else if (PtInRect(&cross, point) && dismissed)
        dismissed(index);
}

void ListView::Paint()
{
    PAINTSTRUCT paint;
    const HDC window = BeginPaint(handle_, &paint);
    RECT client;
    GetClientRect(handle_, &client);
    // Drawn off the screen first, so that nothing flickers.
    const HDC dc = CreateCompatibleDC(window);
    const HBITMAP bitmap = CreateCompatibleBitmap(window, std::max(1L, client.right), std::max(1L, client.bottom));
    const int state = SaveDC(dc);
    SelectObject(dc, bitmap);
    Fill(dc, client, paper);
    for (size_t i = 0; i < areas_.size(); i++) {
        RECT area = areas_[i];
        OffsetRect(&area, 0, -scroll_);
        if (area.bottom > 0 && area.top < client.bottom)
            DrawRow(dc, *rows_[i], area, false);
    }
    BitBlt(window, 0, 0, client.right, client.bottom, dc, 0, 0, SRCCOPY);
    RestoreDC(dc, state);
    DeleteObject(bitmap);
    DeleteDC(dc);
    EndPaint(handle_, &paint);
}

// Rows are laid out from left to right; this is where an area is on the screen.
RECT ListView::Placed(const RECT& area) const
{
    return right_to_left_ ? RECT{width_ - area.right, area.top, width_ - area.left, area.bottom} : area;
}

RECT ListView::CrossArea(const RECT& row) const
{
    const int size = Scaled(button_height), right = row.right - Scaled(margin), top = row.top + Scaled(margin);
    return {right - size, top, right, top + size};
}

RECT ListView::ShieldArea(const RECT& row) const
{
    const int size = Scaled(shield_size), left = row.left + (Scaled(gutter) - size) / 2, top = row.top + Scaled(margin);
    return {left, top, left + size, top + size};
}

// As wide as its caption in this language needs.
RECT ListView::ButtonArea(HDC dc, const std::wstring& caption, const RECT& row) const
{
    RECT area = CrossArea(row);
    area.right = area.left - Scaled(margin) / 2;
    area.left = area.right;
    if (caption.empty())
        return area;
    SIZE size = {};
    const HGDIOBJ before = SelectObject(dc, font_);
    GetTextExtentPoint32W(dc, caption.c_str(), static_cast<int>(caption.size()), &size);
    SelectObject(dc, before);
    area.left -= size.cx + 2 * Scaled(margin);
    return area;
}

// Draws a row, or only measures it; returns its height. One function does both, so that no text can be clipped.
int ListView::DrawRow(HDC dc, const ListRow& row, RECT area, bool measure) const
{
    const UINT wrapped = DT_WORDBREAK | (measure ? DT_CALCRECT : 0), single = DT_SINGLELINE | DT_END_ELLIPSIS;
    const RowTexts texts = TextsOf(row, language_);
    const RECT button = ButtonArea(dc, texts.button, area);

    RECT text = {area.left + Scaled(gutter), area.top + Scaled(margin), button.left - Scaled(margin), area.bottom};
    SelectObject(dc, bold_);
    text.top += DrawString(dc, row.file_name, text, ink, single | (measure ? DT_CALCRECT : 0));
    SelectObject(dc, font_);
    if (!measure)
        DrawString(dc, ProgressOf(row), text, gray, single | DT_RIGHT);
    text.top += DrawString(dc, texts.label, text, IsAlarming(row) ? red : gray, wrapped);
    // The details may take the room below the buttons.
    text.top = std::max(text.top, button.bottom);
    text.right = area.right - Scaled(margin);
    text.top += DrawString(dc, DetailsOf(texts), text, ink, wrapped);
    if (ShowsProgress(row))
        text.top += Scaled(8);
    const int height = text.top + Scaled(margin) - area.top;
    if (measure)
        return height;

    if (ShowsProgress(row))
        DrawProgress(dc, row, {text.left, text.top - Scaled(4), text.right, text.top});
    if (row.download.outcome() == outcome::blocked)
        DrawShield(dc, Placed(ShieldArea(area)));
    if (!texts.button.empty())
        DrawButton(dc, texts.button, button);
    DrawButton(dc, L"\x00d7", CrossArea(area));
    Fill(dc, {area.left, area.bottom - 1, area.right, area.bottom}, line);
    return height;
}

int ListView::DrawString(HDC dc, const std::wstring& text, RECT area, COLORREF color, UINT format) const
{
    if (text.empty())
        return 0;
    // What is aligned to the far side are numbers, which are read from left to right everywhere.
    if (right_to_left_ && !(format & DT_CENTER))
        format = format & DT_RIGHT ? format & ~UINT{DT_RIGHT} : format | DT_RIGHT | DT_RTLREADING;
    area = Placed(area);
    SetTextColor(dc, color);
    SetBkMode(dc, TRANSPARENT);
    return DrawTextW(dc, text.c_str(), static_cast<int>(text.size()), &area, format | DT_NOPREFIX);
}

void ListView::DrawButton(HDC dc, const std::wstring& caption, RECT area) const
{
    Fill(dc, area, line);
    InflateRect(&area, -1, -1);
    Fill(dc, area, face);
    DrawString(dc, caption, area, ink, DT_SINGLELINE | DT_CENTER | DT_VCENTER);
}

void ListView::DrawProgress(HDC dc, const ListRow& row, RECT area) const
{
    Fill(dc, area, line);
    const auto received = static_cast<double>(row.download.received()), total = static_cast<double>(row.download.total());
    const double share = total > 0 ? received / total : 0;
    area.right = area.left + static_cast<LONG>(std::clamp(share, 0.0, 1.0) * (area.right - area.left));
    Fill(dc, area, blue);
}

void ListView::Fill(HDC dc, const RECT& area, COLORREF color) const
{
    const RECT placed = Placed(area);
    SetDCBrushColor(dc, color);
    FillRect(dc, &placed, static_cast<HBRUSH>(GetStockObject(DC_BRUSH)));
}
