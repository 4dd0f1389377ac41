{ What WebView2 download interrupt reasons mean. For Delphi, and for Free Pascal in its Delphi mode. }
program explain;

{$ifdef FPC}{$mode delphi}{$endif}
{$apptype console}
{$i-} { IOResult tells at the end whether all could be written. }

uses
  SysUtils;

const
  WV2 = {$ifdef MSWINDOWS}'wv2interrupt.dll'{$else}'wv2interrupt'{$endif};

  { An index; wv2_interrupt_language_find finds that of the user's language. }
  English = 0;
  StateInterrupted = 1;

function wv2_interrupt_count: Int32; cdecl; external WV2;
function wv2_interrupt_name(Reason: Int32): PAnsiChar; cdecl; external WV2;
function wv2_interrupt_symbol(Reason: Int32): PAnsiChar; cdecl; external WV2;
function wv2_interrupt_description(Reason: Int32): PAnsiChar; cdecl; external WV2;
function wv2_interrupt_category(Reason: Int32): Int32; cdecl; external WV2;
function wv2_interrupt_recovery(Reason: Int32): Int32; cdecl; external WV2;
function wv2_interrupt_recovery_name(Recovery: Int32): PAnsiChar; cdecl; external WV2;
function wv2_interrupt_outcome(State, Reason: Int32): Int32; cdecl; external WV2;
function wv2_interrupt_outcome_name(Outcome: Int32): PAnsiChar; cdecl; external WV2;
function wv2_interrupt_to_chromium(Reason: Int32): Int32; cdecl; external WV2;
function wv2_interrupt_label(Reason, Language: Int32): PAnsiChar; cdecl; external WV2;
function wv2_interrupt_message(Reason, Language: Int32): PAnsiChar; cdecl; external WV2;
function wv2_interrupt_advice(Reason, Language: Int32): PAnsiChar; cdecl; external WV2;

type
  { In the order of their numbers. A later library may know more of them: those are Unknown here. }
  TCategory = (None, &File, Network, Server, User, Process, Unknown);

const
  Names: array[TCategory] of string = ('none', 'file', 'network', 'server', 'user', 'process', 'unknown');

function Category(Reason: Int32): TCategory;
var
  Number: Int32;
begin
  Number := wv2_interrupt_category(Reason);
  if (Number >= 0) and (Number < Ord(Unknown)) then
    Result := TCategory(Number)
  else
    Result := Unknown;
end;

{ A PAnsiChar of the library is static UTF-8: WriteLn copies it, and nobody frees it. }
procedure Explain(Reason: Int32);
begin
  WriteLn(Reason, #9,
    wv2_interrupt_name(Reason), #9,
    wv2_interrupt_symbol(Reason), #9,
    Names[Category(Reason)], #9,
    wv2_interrupt_recovery_name(wv2_interrupt_recovery(Reason)), #9,
    wv2_interrupt_outcome_name(wv2_interrupt_outcome(StateInterrupted, Reason)), #9,
    wv2_interrupt_to_chromium(Reason), #9,
    wv2_interrupt_label(Reason, English), #9,
    wv2_interrupt_message(Reason, English), #9,
    wv2_interrupt_advice(Reason, English), #9,
    wv2_interrupt_description(Reason));
end;

{ A number in decimal or 0x hexadecimal. }
function TryCode(Text: string; out Code: Int32): Boolean;
var
  Negative: Boolean;
  Base, Digit: Integer;
  Number: Int64;
  Each: Char;
begin
  Negative := Copy(Text, 1, 1) = '-';
  if Negative then
    Delete(Text, 1, 1);
  Base := 10;
  if LowerCase(Copy(Text, 1, 2)) = '0x' then
  begin
    Base := 16;
    Delete(Text, 1, 2);
  end;
  Number := 0;
  Result := Text <> '';
  for Each in Text do
  begin
    Digit := Pos(LowerCase(Each), '0123456789abcdef') - 1;
    Result := Result and (Digit >= 0) and (Digit < Base);
    if Number <= High(UInt32) then
      Number := Number * Base + Digit;
  end;
  if Negative then
    Number := -Number;
  Result := Result and (Number >= Low(Int32)) and (Number <= High(Int32));
  if Result then
    Code := Number;
end;

{ What comes from elsewhere may act on a terminal. }
function Printable(const Text: string): string;
var
  I: Integer;
begin
  Result := Text;
  for I := 1 to Length(Result) do
    if (Result[I] < ' ') or (Result[I] > '~') then
      Result[I] := '?';
end;

var
  I, Code: Int32;
begin
  WriteLn('code'#9'name'#9'symbol'#9'category'#9'recovery'#9'outcome'#9'chromium'#9'label'#9'message'#9'advice'#9'description');
  if ParamCount = 0 then
    for Code := 0 to wv2_interrupt_count - 1 do
      if Category(Code) <> Unknown then
        Explain(Code);
  for I := 1 to ParamCount do
    if TryCode(ParamStr(I), Code) then
      Explain(Code)
    else
    begin
      WriteLn(ErrOutput, 'explain: ''', Printable(ParamStr(I)), ''' is not a code: a whole number of 32 bits, decimal or 0x hexadecimal');
      ExitCode := 2;
    end;
  Flush(Output);
  if IOResult <> 0 then
  begin
    WriteLn(ErrOutput, 'explain: the output could not be written');
    ExitCode := 1;
  end;
  Flush(ErrOutput);
end.
