"""The values of the SDK's own enumerations, as pythonnet hands them out, and the README's handler with them.

usage: dotnet.py ASSEMBLY HANDLER, with the SDK's Microsoft.Web.WebView2.Core.dll and the file of the handler
"""

import sys
import tempfile
from pathlib import Path

import dotnetcore2
import pythonnet
from wv2interrupt import DownloadRow, Language, Outcome, Reason, State

CONFIGURATION = """{"runtimeOptions": {
    "tfm": "netcoreapp3.1",
    "framework": {"name": "Microsoft.NETCore.App", "version": "3.1.0"},
    "configProperties": {"System.Globalization.Invariant": true}
}}"""

assembly, handler = sys.argv[1:]
with tempfile.TemporaryDirectory() as folder:
    configuration = Path(folder, "runtimeconfig.json")
    configuration.write_text(CONFIGURATION)
    root = Path(dotnetcore2.__file__).with_name("bin")
    pythonnet.load("coreclr", runtime_config=str(configuration), dotnet_root=str(root))
import clr  # noqa: E402

clr.AddReference(assembly)
from Microsoft.Web.WebView2.Core import (  # noqa: E402
    CoreWebView2DownloadInterruptReason,
    CoreWebView2DownloadState,
)

for reason in Reason:
    value = getattr(CoreWebView2DownloadInterruptReason, reason.id if reason.id != "None" else "None_", None)
    if value is None:
        value = CoreWebView2DownloadInterruptReason(int(reason))
        assert reason.id == "None", reason
    assert not isinstance(value, int)
    assert Reason(value) is reason, (value, reason)
    assert Reason.from_name(str(value)) is reason, value
for state, name in zip(State, ["InProgress", "Interrupted", "Completed"]):
    assert State(getattr(CoreWebView2DownloadState, name)) is state
later = CoreWebView2DownloadInterruptReason(57, True)
assert Reason(later) == 57
assert Outcome.of(CoreWebView2DownloadState.Interrupted, later) is Outcome.FAILED


class Event(list):
    def __iadd__(self, handler):
        self.append(handler)
        return self


class Operation:
    State = CoreWebView2DownloadState.InProgress
    InterruptReason = CoreWebView2DownloadInterruptReason(0)
    CanResume, BytesReceived, TotalBytesToReceive = False, 0, None

    def __init__(self):
        self.StateChanged, self.BytesReceivedChanged = Event(), Event()


class Core:
    DownloadStarting = Event()


class Arguments:
    DownloadOperation = Operation()


drawn = []
names = {"core": Core, "language": Language(), "draw": lambda operation, *words: drawn.append(words)}
exec(compile(Path(handler).read_text(encoding="utf-8"), handler, "exec"), names)
assert names["DownloadRow"] is DownloadRow
operation = Arguments.DownloadOperation
Core.DownloadStarting[0](None, Arguments)
operation.BytesReceived, operation.TotalBytesToReceive = 4096, 9000
operation.BytesReceivedChanged[0](operation, None)
operation.State = CoreWebView2DownloadState.Interrupted
operation.InterruptReason, operation.CanResume = CoreWebView2DownloadInterruptReason.FileNoSpace, True
operation.StateChanged[0](operation, None)
assert [words[0] for words in drawn] == ["Downloading", "Downloading", "Disk full"], drawn
assert drawn[-1][-1] == "Resume"
assert names["operations"] == [operation]
print("ok")
