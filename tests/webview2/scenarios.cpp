// Plays downloads to the host's own code, and prints its rows after every step: story, step, file, outcome, button, what the
// cross does, bytes, label, message, advice.
//
//   scenarios matrix     every reason and two unknown ones, in every state
//   scenarios stories    what engines really do

#include <fcntl.h>
#include <io.h>

#include <cstdio>
#include <string>

#include "downloads.h"
#include "fake.h"

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

const char* NameOf(Button button)
{
    const char* const names[] = {"-", "pause", "resume", "retry"};
    return names[static_cast<int>(button)];
}

// A host with its list of downloads, and the web view that tells it of them.
class Stage {
public:
    explicit Stage(std::string story) : story_(std::move(story)), downloads_([this] { changes_++; })
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
        for (const DownloadRow* row : downloads_.Rows())
            Print(step, *row);
    }

    void Print(const char* step, const DownloadRow& row) const
    {
        const RowTexts texts = TextsOf(row, 0);
        std::printf("%s\t%s\t%s\t%s\t%s\t%s\t%lld\t%s\t%s\t%s\n", story_.c_str(), step, Utf8(row.file_name).c_str(),
                    wv2_interrupt_outcome_name(row.outcome), NameOf(row.button), CanCancel(row) ? "cancel" : "remove",
                    static_cast<long long>(row.received), Utf8(texts.label).c_str(), Utf8(texts.message).c_str(),
                    Utf8(texts.advice).c_str());
    }

    std::string story_;
    int changes_ = 0;
    Downloads downloads_;
};

// What is left when the host is gone.
void PrintEnd(const std::string& story)
{
    std::printf("%s\tend\t%d operations, %d references to the web view, %d leaked handlers, %s\n", story.c_str(),
                live_operations, fake_references(), leaked_handlers, fake_watched() ? "watched" : "not watched");
}

void Play(const char* story, void (*play)(Stage&))
{
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
        stage.Dismiss(0, "the cross is pressed");
        stage.NoteHandlers("is off the list", *download);
    });
    Play("pause and resume", [](Stage& stage) {
        auto download = stage.Start();
        stage.Receive(*download, 400);
        stage.Press(0, "Pause is pressed");
        stage.Press(0, "Resume is pressed");
        stage.Receive(*download, 500);
        stage.Note("called", download->calls);
    });
    Play("a cancel", [](Stage& stage) {
        auto download = stage.Start();
        stage.Dismiss(0, "the cross is pressed");
        stage.Note("called", download->calls);
    });
    Play("a cancel after a failure", [](Stage& stage) {
        auto download = stage.Start();
        stage.Say(*download, interrupted, 3, TRUE, "the disk is full");
        stage.Dismiss(0, "the cross is pressed");
        stage.Note("called", download->calls);
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
        auto download = stage.Start();
        stage.Say(*download, interrupted, 14, FALSE, "the connection is lost");
        stage.Press(0, "where a button would be is pressed");
        stage.Note("called", download->calls);
    });
    Play("blocked by security", [](Stage& stage) {
        auto download = stage.Start();
        stage.Say(*download, interrupted, 6, TRUE, "a virus is found");
        stage.Press(0, "where a button would be is pressed");
        stage.Note("called", download->calls);
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
