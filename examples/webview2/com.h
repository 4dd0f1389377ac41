// The two things that COM asks of a program: counted pointers, and objects that receive events.

#pragma once

#include <windows.h>

#include <atomic>
#include <functional>
#include <utility>

template <class Interface>
class ComPtr {
public:
    ComPtr() = default;
    explicit ComPtr(Interface* object) : object_(object)
    {
        if (object_ != nullptr)
            object_->AddRef();
    }
    ComPtr(const ComPtr& other) : ComPtr(other.object_) {}
    ComPtr(ComPtr&& other) noexcept : object_(std::exchange(other.object_, nullptr)) {}
    ~ComPtr() { reset(); }

    ComPtr& operator=(ComPtr other) noexcept
    {
        std::swap(object_, other.object_);
        return *this;
    }

    void reset()
    {
        if (Interface* object = std::exchange(object_, nullptr))
            object->Release();
    }

    // For a function that returns an object, which is then ours.
    Interface** out()
    {
        reset();
        return &object_;
    }

    template <class Other>
    ComPtr<Other> as() const
    {
        ComPtr<Other> other;
        if (object_ != nullptr)
            object_->QueryInterface(__uuidof(Other), reinterpret_cast<void**>(other.out()));
        return other;
    }

    Interface* get() const { return object_; }
    Interface* operator->() const { return object_; }
    Interface& operator*() const { return *object_; }
    explicit operator bool() const { return object_ != nullptr; }

private:
    Interface* object_ = nullptr;
};

// An object with the one method Invoke(First, Second), which calls a function.
template <class Interface, class First, class Second>
class Handler final : public Interface {
public:
    using Function = std::function<HRESULT(First, Second)>;

    static ComPtr<Interface> make(Function function)
    {
        ComPtr<Interface> handler;
        *handler.out() = new Handler(std::move(function));
        return handler;
    }

    HRESULT STDMETHODCALLTYPE Invoke(First first, Second second) override { return function_(first, second); }

    HRESULT STDMETHODCALLTYPE QueryInterface(REFIID id, void** object) override
    {
        const bool known = IsEqualIID(id, __uuidof(IUnknown)) || IsEqualIID(id, __uuidof(Interface));
        *object = known ? this : nullptr;
        if (!known)
            return E_NOINTERFACE;
        AddRef();
        return S_OK;
    }

    ULONG STDMETHODCALLTYPE AddRef() override { return ++references_; }

    ULONG STDMETHODCALLTYPE Release() override
    {
        const ULONG left = --references_;
        if (left == 0)
            delete this;
        return left;
    }

private:
    explicit Handler(Function function) : function_(std::move(function)) {}
    ~Handler() = default;

    Function function_;
    std::atomic<ULONG> references_{1};
};
