{ Standard input and output as bytes, in UTF-8 on every system, and texts without what acts on a terminal. }
unit PlainOutput;

{$ifdef FPC}{$mode delphi}{$endif}

interface

{ A line, which is written when there are enough of them. }
procedure Put(const Line: UnicodeString);

{ Writes what is left. False if a line could not be written. }
function AllIsWritten: Boolean;

{ Each byte of a text from elsewhere that is not printable ASCII is a question mark. }
function Clean(const Text: RawByteString): UnicodeString;

implementation

uses
{$ifdef MSWINDOWS}
  Windows,
{$endif}
  SysUtils;

var
  Waiting: UTF8String;
  HasFailed: Boolean;

procedure WriteBytes(const Bytes: UTF8String);
var
  Start, Count: Integer;
begin
  Start := 1;
  while not HasFailed and (Start <= Length(Bytes)) do
  begin
    Count := FileWrite(TTextRec(Output).Handle, Bytes[Start], Length(Bytes) - Start + 1);
    HasFailed := Count <= 0;
    Inc(Start, Count);
  end;
end;

procedure Put(const Line: UnicodeString);
begin
  Waiting := Waiting + UTF8Encode(Line) + #10;
  if Length(Waiting) < 16384 then
    Exit;
  WriteBytes(Waiting);
  Waiting := '';
end;

function AllIsWritten: Boolean;
begin
  WriteBytes(Waiting);
  Waiting := '';
  Result := not HasFailed;
end;

function Clean(const Text: RawByteString): UnicodeString;
var
  I: Integer;
begin
  Result := '';
  for I := 1 to Length(Text) do
    if (Text[I] < ' ') or (Text[I] > '~') then
      Result := Result + '?'
    else
      Result := Result + WideChar(Ord(Text[I]));
end;

initialization
{$ifdef MSWINDOWS}
  SetConsoleOutputCP(CP_UTF8);
{$endif}
end.
