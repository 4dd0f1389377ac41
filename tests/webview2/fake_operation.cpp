#include "fake.h"

#include <algorithm>
#include <cstring>

int live_operations = 0, leaked_handlers = 0;

namespace {

HRESULT CopyText(const std::wstring& text, LPWSTR* copy)
{
    const size_t size = (text.size() + 1) * sizeof(wchar_t);
    *copy = static_cast<LPWSTR>(CoTaskMemAlloc(size));
    std::memcpy(*copy, text.c_str(), size);
    return S_OK;
}

template <class Interface>
HRESULT Add(EventHandlers<Interface>& handlers, Interface* handler, EventRegistrationToken* token)
{
    static INT64 next_token = 1;
    handler->AddRef();
    token->value = next_token++;
    handlers.emplace_back(token->value, handler);
    return S_OK;
}

template <class Interface>
HRESULT Remove(EventHandlers<Interface>& handlers, EventRegistrationToken token)
{
    const auto found = std::find_if(handlers.begin(), handlers.end(),
                                    [&](const auto& handler) { return handler.first == token.value; });
    if (found == handlers.end())
        return E_INVALIDARG;
    if (found->second->Release() != 0)
        leaked_handlers++;
    handlers.erase(found);
    return S_OK;
}

template <class Interface>
void Raise(const EventHandlers<Interface>& handlers, ICoreWebView2DownloadOperation* sender)
{
    for (const auto& handler : EventHandlers<Interface>(handlers))
        handler.second->Invoke(sender, nullptr);
}

}  // namespace

ComPtr<FakeOperation> FakeOperation::make(const wchar_t* uri)
{
    ComPtr<FakeOperation> operation;
    *operation.out() = new FakeOperation(uri);
    return operation;
}

FakeOperation::~FakeOperation()
{
    live_operations--;
    leaked_handlers += static_cast<int>(handlers());
}

void FakeOperation::RaiseStateChanged() { Raise(state_handlers_, this); }
void FakeOperation::RaiseBytesReceivedChanged() { Raise(bytes_handlers_, this); }

HRESULT FakeOperation::QueryInterface(REFIID id, void** object)
{
    const bool known = IsEqualIID(id, __uuidof(IUnknown)) || IsEqualIID(id, __uuidof(ICoreWebView2DownloadOperation));
    *object = known ? this : nullptr;
    if (!known)
        return E_NOINTERFACE;
    AddRef();
    return S_OK;
}

ULONG FakeOperation::Release()
{
    const ULONG left = --references_;
    if (left == 0)
        delete this;
    return left;
}

HRESULT FakeOperation::add_StateChanged(ICoreWebView2StateChangedEventHandler* handler, EventRegistrationToken* token)
{
    return Add(state_handlers_, handler, token);
}

HRESULT FakeOperation::remove_StateChanged(EventRegistrationToken token) { return Remove(state_handlers_, token); }

HRESULT FakeOperation::add_BytesReceivedChanged(ICoreWebView2BytesReceivedChangedEventHandler* handler,
                                                EventRegistrationToken* token)
{
    return Add(bytes_handlers_, handler, token);
}

HRESULT FakeOperation::remove_BytesReceivedChanged(EventRegistrationToken token)
{
    return Remove(bytes_handlers_, token);
}

HRESULT FakeOperation::get_Uri(LPWSTR* text) { return CopyText(uri_, text); }

HRESULT FakeOperation::get_ResultFilePath(LPWSTR* text)
{
    return CopyText(!has_path ? L"" : L"C:\\Downloads\\" + uri_.substr(uri_.rfind(L'/') + 1), text);
}

HRESULT FakeOperation::get_TotalBytesToReceive(INT64* bytes)
{
    *bytes = 1000;
    return S_OK;
}

HRESULT FakeOperation::get_BytesReceived(INT64* bytes)
{
    *bytes = received;
    return S_OK;
}

HRESULT FakeOperation::get_State(COREWEBVIEW2_DOWNLOAD_STATE* value)
{
    *value = static_cast<COREWEBVIEW2_DOWNLOAD_STATE>(state);
    return state_result;
}

HRESULT FakeOperation::get_InterruptReason(COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON* value)
{
    *value = static_cast<COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON>(reason);
    return reason_result;
}

HRESULT FakeOperation::get_CanResume(BOOL* value)
{
    *value = can_resume;
    return can_resume_result;
}

// As the engine: a Cancel() replaces whatever reason there was.
HRESULT FakeOperation::Cancel()
{
    calls += "Cancel ";
    state = COREWEBVIEW2_DOWNLOAD_STATE_INTERRUPTED;
    reason = COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON_USER_CANCELED;
    can_resume = FALSE;
    RaiseStateChanged();
    return S_OK;
}

HRESULT FakeOperation::Pause()
{
    calls += "Pause ";
    state = COREWEBVIEW2_DOWNLOAD_STATE_INTERRUPTED;
    reason = COREWEBVIEW2_DOWNLOAD_INTERRUPT_REASON_USER_PAUSED;
    can_resume = TRUE;
    RaiseStateChanged();
    return S_OK;
}

// As the engine: the reason is not cleared.
HRESULT FakeOperation::Resume()
{
    calls += "Resume ";
    state = COREWEBVIEW2_DOWNLOAD_STATE_IN_PROGRESS;
    can_resume = FALSE;
    RaiseStateChanged();
    return S_OK;
}
