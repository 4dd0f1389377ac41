// Plays downloads to the host's own code, and prints its rows after every step: story, step, file, outcome, button, what the
// cross does, bytes, label, message, advice, the button's caption.
//
//   scenarios matrix     every reason and two unknown ones, in every state
//   scenarios stories    what engines really do

#include <fcntl.h>
#include <io.h>

#include <cstdio>
#include <string>

#include "downloads.h"
#include "fake.h"

using namespace wv2::interrupt;

namespace {

enum State { in_progress, interrupted, completed };

constexpr wchar_t uri[] = L"https://example.com/a.zip";
constexpr int later_code = 57;

std::string Utf8(const std::wstring& text)
{
    std::string utf8(text.size() * 3, '\0');
    const int length = WideCharToMultiByte(CP_UTF8, 0, text.data(), static_cast<int>(text.size()), utf8.data(),
                                           static_cast<int>(utf8.size()), nullptr, nullptr);
    utf8.resize(static_cast<size_t>(length));
    return utf8;
}

std::string NameOf(action offered)
{
    return offered == action::none ? "-" : std::string(name(offered));
}

// A host with its list of downloads, and the web view that tells it of them.
class Stage {
public:
    explicit Stage(std::string story)
        : story_(std::move(story)), downloads_([this] { changes_++; },
                                               [this](const std::wstring& path) { opened_ += Utf8(path) + " "; })
    {
        if (FAILED(downloads_.Attach(static_cast<ICoreWebView2*>(fake_webview()))))
            Note("attach", "failed");
    }

    ComPtr<FakeOperation> Start()
    {
        auto operation = FakeOperation::make(uri);
        Start(*operation);
        return operation;
    }

    void Start(FakeOperation& operation)
    {
        Do("starts", [&] { fake_start(static_cast<ICoreWebView2DownloadOperation*>(&operation)); });
    }

    void Say(FakeOperation& operation, int state, int reason, BOOL can_resume, const char* step)
    {
        operation.state = state;
        operation.reason = reason;
        operation.can_resume = can_resume;
        Do(step, [&] { operation.RaiseStateChanged(); });
    }

    void Receive(FakeOperation& operation, INT64 received)
    {
        operation.received = received;
        Do(("has " + std::to_string(received) + " bytes").c_str(), [&] { operation.RaiseBytesReceivedChanged(); });
    }

    // Time passes; nothing happens.
    void Wait(ULONGLONG milliseconds, const char* step)
    {
        now_ += milliseconds;
        Print(step);
        Note("the clock", downloads_.WaitForTime() ? "is waited for" : "is not waited for");
    }

    void Press(size_t row, const char* step)
    {
        Do(step, [&] { downloads_.Press(row); });
    }

    void Dismiss(size_t row, const char* step)
    {
        Do(step, [&] { downloads_.Dismiss(row); });
    }

    void Note(const char* step, const std::string& text) const
    {
        std::printf("%s\t%s\t%s\n", story_.c_str(), step, text.c_str());
    }

    // What was asked of the operation, of the web view, and of the system.
    void NoteCalls(const FakeOperation& operation) const { Note("called", operation.calls + fake_calls() + opened_); }

    void NoteHandlers(const char* step, const FakeOperation& operation) const
    {
        Note(step, std::to_string(operation.handlers()) + " handlers");
    }

private:
    template <class Function>
    void Do(const char* step, Function function)
    {
        const int before = changes_;
        function();
        if (changes_ == before)
            Note(step, "no change was told");
        Print(step);
    }

    void Print(const char* step)
    {
        for (const ListRow* row : downloads_.Rows(now_)) {
            const RowTexts texts = TextsOf(*row, language::english);
            const download_row& download = row->download;
            std::printf("%s\t%s\t%s\t%s\t%s\t%s\t%lld\t%s\t%s\t%s\t%s\n", story_.c_str(), step,
                        Utf8(row->file_name).c_str(), name(download.outcome()).data(), NameOf(ActionOf(*row)).c_str(),
                        download.can_cancel() ? "cancel" : "remove", static_cast<long long>(download.received()),
                        Utf8(texts.label).c_str(), Utf8(texts.message).c_str(), Utf8(texts.advice).c_str(),
                        Utf8(texts.button).c_str());
        }
    }

    std::string story_, opened_;
    int changes_ = 0;
    ULONGLONG now_ = 1'000'000;
    Downloads downloads_;
};

// What is left when the host is gone.
void PrintEnd(const std::string& story)
{
    std::printf("%s\tend\t%d operations, %d references to the web view, %d leaked handlers, %s\n", story.c_str(),
                live_operations, fake_references(), leaked_handlers, fake_watched() ? "watched" : "not watched");
}

enum class Runtime { current, without_list };

void Play(const char* story, void (*play)(Stage&), Runtime runtime = Runtime::current)
{
    fake_reset(runtime == Runtime::current);
    {
        Stage stage(story);
        play(stage);
    }
    PrintEnd(story);
}

void Matrix()
{
    for (int state = in_progress; state <= completed; state++)
        for (int i = 0; i <= wv2_interrupt_count() + 1; i++)
            for (const BOOL can_resume : {FALSE, TRUE}) {
                const int reason = i <= wv2_interrupt_count() ? i : later_code;
                Stage stage(std::to_string(state) + " " + std::to_string(reason) + " " + std::to_string(can_resume));
                auto operation = FakeOperation::make(uri);
                operation->state = state;
                operation->reason = reason;
                operation->can_resume = can_resume;
                stage.Start(*operation);
            }
    PrintEnd("matrix");
}

void Stories()
{
    Play("a download that goes well", [](Stage& stage) {
        auto download = stage.Start();
        stage.NoteHandlers("is watched", *download);
        stage.Note("WebView2's own list", fake_handled() ? "hidden" : "shown");
        stage.Receive(*download, 400);
        stage.Say(*download, completed, 0, FALSE, "completes");
        stage.Press(0, "Open is pressed");
        stage.NoteCalls(*download);
        stage.Dismiss(0, "the cross is pressed");
        stage.NoteHandlers("is off the list", *download);
    });
    Play("pause and resume", [](Stage& stage) {
        auto download = stage.Start();
        stage.Receive(*download, 400);
        stage.Press(0, "Pause is pressed");
        stage.Press(0, "Resume is pressed");
        stage.Receive(*download, 500);
        stage.NoteCalls(*download);
    });
    Play("a cancel", [](Stage& stage) {
        auto download = stage.Start();
        stage.Dismiss(0, "the cross is pressed");
        stage.NoteCalls(*download);
    });
    Play("a cancel after a failure", [](Stage& stage) {
        auto download = stage.Start();
        stage.Say(*download, interrupted, 3, TRUE, "the disk is full");
        stage.Dismiss(0, "the cross is pressed");
        stage.NoteCalls(*download);
    });
    Play("a retry that the engine makes by itself", [](Stage& stage) {
        auto download = stage.Start();
        stage.Receive(*download, 400);
        stage.Say(*download, in_progress, 13, FALSE, "times out and is tried again");
        stage.Receive(*download, 400);
        stage.Receive(*download, 500);
        stage.Say(*download, interrupted, 13, TRUE, "times out for good");
        stage.Press(0, "Resume is pressed");
        stage.Receive(*download, 600);
    });
    Play("a restart from zero", [](Stage& stage) {
        auto download = stage.Start();
        stage.Receive(*download, 400);
        stage.Say(*download, in_progress, 11, FALSE, "the saved part is invalid");
        stage.Receive(*download, 0);
        stage.Receive(*download, 100);
    });
    Play("an old reason on a healthy and on a completed transfer", [](Stage& stage) {
        auto download = stage.Start();
        stage.Say(*download, interrupted, 14, TRUE, "the connection is lost");
        stage.Press(0, "Resume is pressed");
        stage.Receive(*download, 300);
        stage.Say(*download, in_progress, 14, FALSE, "still has the reason");
        stage.Say(*download, completed, 14, FALSE, "completes");
    });
    Play("a dead attempt", [](Stage& stage) {
        auto first = stage.Start();
        stage.Receive(*first, 400);
        stage.Say(*first, in_progress, 12, FALSE, "fails and says no more");
        auto second = stage.Start();
        stage.NoteHandlers("the first", *first);
        stage.NoteHandlers("the second", *second);
        stage.Receive(*second, 500);
    });
    Play("a silent attempt that has failed without a word", [](Stage& stage) {
        auto first = stage.Start();
        stage.Say(*first, in_progress, 12, FALSE, "fails and says no more");
        first->state = interrupted;
        auto second = stage.Start();
    });
    Play("a silent attempt that can be resumed after all", [](Stage& stage) {
        auto first = stage.Start();
        stage.Say(*first, in_progress, 12, FALSE, "fails and says no more");
        first->can_resume = TRUE;
        auto second = stage.Start();
    });
    Play("a silent attempt that goes on", [](Stage& stage) {
        auto first = stage.Start();
        stage.Say(*first, in_progress, 12, FALSE, "fails and says no more");
        stage.Receive(*first, 500);
        auto second = stage.Start();
    });
    Play("the same address twice", [](Stage& stage) {
        auto first = stage.Start();
        stage.Receive(*first, 400);
        auto second = stage.Start();
    });
    Play("interrupted without a reason", [](Stage& stage) {
        auto download = stage.Start();
        stage.Say(*download, interrupted, 0, TRUE, "is interrupted");
    });
    Play("a code of a later WebView2", [](Stage& stage) {
        auto download = stage.Start();
        stage.Say(*download, interrupted, later_code, TRUE, "is interrupted");
        stage.Say(*download, in_progress, later_code, FALSE, "goes on");
    });
    Play("a state of a later WebView2", [](Stage& stage) {
        auto download = stage.Start();
        stage.Say(*download, 9, 14, FALSE, "is in state 9");
    });
    Play("a reason that cannot be read", [](Stage& stage) {
        auto download = stage.Start();
        download->reason_result = E_FAIL;
        stage.Say(*download, interrupted, 3, TRUE, "is interrupted");
    });
    Play("CanResume that cannot be read", [](Stage& stage) {
        auto download = stage.Start();
        download->can_resume_result = E_FAIL;
        stage.Say(*download, interrupted, 14, TRUE, "is interrupted");
    });
    Play("a state that cannot be read", [](Stage& stage) {
        auto download = stage.Start();
        stage.Say(*download, interrupted, 14, TRUE, "is interrupted");
        download->state_result = E_FAIL;
        stage.Say(*download, completed, 0, FALSE, "completes");
    });
    Play("a failure that cannot be resumed", [](Stage& stage) {
        auto first = stage.Start();
        stage.Say(*first, interrupted, 14, FALSE, "the connection is lost");
        stage.Press(0, "Download again is pressed");
        stage.NoteCalls(*first);
        auto second = stage.Start();
        stage.NoteHandlers("the first", *first);
        stage.NoteHandlers("the second", *second);
        stage.Receive(*second, 500);
    });
    Play("a failure that cannot be resumed, and the same link once more", [](Stage& stage) {
        auto first = stage.Start();
        stage.Say(*first, interrupted, 14, FALSE, "the connection is lost");
        auto second = stage.Start();
    });
    Play("all bytes in passing", [](Stage& stage) {
        auto download = stage.Start();
        stage.Receive(*download, 1000);
        stage.Wait(1999, "almost two seconds later");
        stage.Say(*download, completed, 0, FALSE, "completes");
    });
    Play("all bytes there, waiting, then kept", [](Stage& stage) {
        auto download = stage.Start();
        stage.Receive(*download, 1000);
        stage.Press(0, "where a button would be is pressed");
        stage.Wait(2000, "two seconds later");
        stage.Press(0, "Show downloads is pressed");
        stage.NoteCalls(*download);
        stage.Say(*download, completed, 0, FALSE, "completes");
    });
    Play("all bytes there, waiting, then canceled", [](Stage& stage) {
        auto download = stage.Start();
        stage.Receive(*download, 1000);
        stage.Wait(2000, "two seconds later");
        stage.Dismiss(0, "the cross is pressed");
        stage.NoteCalls(*download);
    });
    Play("all bytes there twice", [](Stage& stage) {
        auto download = stage.Start();
        stage.Receive(*download, 1000);
        stage.Wait(2000, "two seconds later");
        stage.Receive(*download, 100);
        stage.Receive(*download, 1000);
        stage.Wait(1999, "almost two seconds later");
    });
    Play("all bytes there in a web view that has no list", [](Stage& stage) {
        auto download = stage.Start();
        stage.Receive(*download, 1000);
        stage.Wait(2000, "two seconds later");
        stage.Press(0, "where a button would be is pressed");
        stage.NoteCalls(*download);
    }, Runtime::without_list);
    Play("refused before it began", [](Stage& stage) {
        auto download = FakeOperation::make(uri);
        download->has_path = false;
        download->state = interrupted;
        download->reason = 26;
        stage.Start(*download);
    });
    Play("blocked by security", [](Stage& stage) {
        auto download = stage.Start();
        stage.Say(*download, interrupted, 6, TRUE, "a virus is found");
        stage.Press(0, "where a button would be is pressed");
        stage.NoteCalls(*download);
    });
}

}  // namespace

int main(int argc, char** argv)
{
    _setmode(_fileno(stdout), _O_BINARY);
    const std::string what = argc == 2 ? argv[1] : "";
    if (what == "matrix")
        Matrix();
    else if (what == "stories")
        Stories();
    else
        return 2;
    return 0;
}
