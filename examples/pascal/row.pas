{
  row [TAG]: what a list of downloads shows, in the language of that tag or in the person's. Each line of standard input is
  what a download says of itself, in columns as in tests/data/waiting.tsv; lines with the same name, one behind the other,
  are of the same download. Lines that begin with # are passed over, and so is the line of the columns' names.

  Exit status: 0; 2 when a line was no report, or the tag of no language (the rest is still shown); 1 when input or output
  failed. For Delphi, and for Free Pascal.
}
program row;

{$ifdef FPC}{$mode delphi}{$endif}
{$ifdef MSWINDOWS}{$apptype console}{$endif}

uses
  SysUtils,
  Wv2Interrupt,
  PlainOutput;

const
  Columns = 'what'#9'state'#9'reason'#9'received'#9'total'#9'can_resume';
  { A line is shorter. }
  TooLong = 1000;

type
  { What a download says of itself. }
  TReport = record
    Name: RawByteString;
    State, Reason: Integer;
    Received, Total: Int64;
    CanResume: Boolean;
  end;

  { One download of the list. }
  TDownload = record
    Name: RawByteString;
    State: Integer;
    Row: TWv2DownloadRow;
    procedure Tell(const Report: TReport);
    function Shown(const Language: TWv2Language): UnicodeString;
  end;

{ A new state comes with StateChanged, all else with BytesReceivedChanged. }
procedure TDownload.Tell(const Report: TReport);
var
  IsNew: Boolean;
begin
  IsNew := Name <> Report.Name;
  if IsNew then
    Row := TWv2DownloadRow.CreateNew;
  if IsNew or (State <> Report.State) then
    Row.StateChanged(Report.State, Report.Reason, Report.CanResume, Report.Received, Report.Total)
  else
    Row.BytesReceivedChanged(Report.State, Report.Reason, Report.CanResume, Report.Received, Report.Total);
  Name := Report.Name;
  State := Report.State;
end;

function TDownload.Shown(const Language: TWv2Language): UnicodeString;
const
  Silent: array[Boolean] of UnicodeString = ('', ', silent');
begin
  Result := Clean(Name) + #9 + Row.Outcome.Name + ', ' + Row.Action.Name + Silent[Row.IsSilent] + #9 +
    Row.LabelIn(Language) + #9 + Row.MessageIn(Language) + #9 + Row.AdviceIn(Language) + #9 + Row.ButtonIn(Language);
end;

{ Takes what stands before the first tab or carriage return off a line, and a tab behind it. }
function TakeColumn(var Line: RawByteString): RawByteString;
var
  Ends: Integer;
begin
  Ends := 1;
  while (Ends <= Length(Line)) and (Line[Ends] <> #9) and (Line[Ends] <> #13) do
    Inc(Ends);
  Result := Copy(Line, 1, Ends - 1);
  if (Ends <= Length(Line)) and (Line[Ends] = #9) then
    Inc(Ends);
  Delete(Line, 1, Ends - 1);
end;

function TryNumber(const Text: RawByteString; Least, Most: Int64; out Number: Int64): Boolean;
var
  I: Integer;
begin
  Number := 0;
  for I := 1 to Length(Text) do
    if not ((Text[I] >= '0') and (Text[I] <= '9') or (I = 1) and (Text[I] = '-')) then
      Exit(False);
  Result := TryStrToInt64(string(Text), Number) and (Number >= Least) and (Number <= Most);
end;

function TryReport(Line: RawByteString; out Report: TReport): Boolean;
var
  State, Reason, CanResume: Int64;
begin
  Result := (Length(Line) < TooLong) and (Pos(AnsiChar(#0), Line) = 0);
  Report.Name := TakeColumn(Line);
  Result := Result and TryNumber(TakeColumn(Line), Low(Integer), High(Integer), State) and
    TryNumber(TakeColumn(Line), Low(Integer), High(Integer), Reason) and
    TryNumber(TakeColumn(Line), Low(Int64), High(Int64), Report.Received) and
    TryNumber(TakeColumn(Line), Low(Int64), High(Int64), Report.Total) and
    TryNumber(TakeColumn(Line), Low(Int64), High(Int64), CanResume);
  if not Result then
    Exit;
  Report.State := State;
  Report.Reason := Reason;
  Report.CanResume := CanResume <> 0;
end;

function StartsWith(const Start: RawByteString; const Line: RawByteString): Boolean;
begin
  Result := Copy(Line, 1, Length(Start)) = Start;
end;

var
  Language: TWv2Language;
  Download: TDownload;
  Number: Integer;

procedure ReadLine(const Line: RawByteString);
var
  Report: TReport;
begin
  Inc(Number);
  if StartsWith('#', Line) or StartsWith(Columns, Line) then
    Exit;
  if TryReport(Line, Report) then
  begin
    Download.Tell(Report);
    Put(Download.Shown(Language));
  end
  else
  begin
    WriteLn(ErrOutput, 'row: line ', Number, ' is no report; its columns are: ', Columns);
    ExitCode := 2;
  end;
end;

{ Hands on each line. False if the input cannot be read. }
function ReadLines: Boolean;
var
  Buffer: array[0..4095] of AnsiChar;
  Line: RawByteString;
  Count, I: Integer;
begin
  Line := '';
  repeat
    Count := FileRead(TTextRec(Input).Handle, Buffer, SizeOf(Buffer));
    for I := 0 to Count - 1 do
      if Buffer[I] = #10 then
      begin
        ReadLine(Line);
        Line := '';
      end
      else
        Line := Line + Buffer[I];
  until Count <= 0;
  if Line <> '' then
    ReadLine(Line);
  Result := Count = 0;
end;

begin
  Language := TWv2Language.OfSystem;
  if (ParamCount > 0) and not TWv2Language.TryFind(UnicodeString(ParamStr(1)), Language) then
  begin
    WriteLn(ErrOutput, 'row: a language is a tag such as en or de-AT, of one that the library speaks');
    ExitCode := 2;
  end;
  if not ReadLines or not AllIsWritten then
  begin
    WriteLn(ErrOutput, 'row: the input could not be read, or the output not written');
    ExitCode := 1;
  end;
  Flush(ErrOutput);
end.
