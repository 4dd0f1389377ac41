{ What WebView2 download interrupt reasons mean, in the person's language. For Delphi, and for Free Pascal. }
program explain;

{$ifdef FPC}{$mode delphi}{$endif}
{$ifdef MSWINDOWS}{$apptype console}{$endif}

uses
  SysUtils,
  Wv2Interrupt,
  PlainOutput;

var
  Language: TWv2Language;

function Cells(const Reason: TWv2Reason): UnicodeString;
begin
  Result := UnicodeString(IntToStr(Reason.Code)) + #9 +
    Reason.Name + #9 +
    Reason.Symbol + #9 +
    Reason.Category.Name + #9 +
    Reason.Recovery.Name + #9 +
    TWv2Outcome.FromReport(wvStateInterrupted, Reason).Name + #9 +
    UnicodeString(IntToStr(Reason.ToChromium)) + #9 +
    Reason.LabelIn(Language) + #9 +
    Reason.MessageIn(Language) + #9 +
    Reason.AdviceIn(Language) + #9 +
    Reason.Description;
end;

{ A number in decimal or 0x hexadecimal. }
function TryCode(Text: string; out Reason: TWv2Reason): Boolean;
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
    if Number <= High(Cardinal) then
      Number := Number * Base + Digit;
  end;
  if Negative then
    Number := -Number;
  Result := Result and (Number >= Low(Integer)) and (Number <= High(Integer));
  if Result then
    Reason := Integer(Number)
  else
    Reason := wvUnknown;
end;

var
  I: Integer;
  Reason: TWv2Reason;
begin
  Language := TWv2Language.OfSystem;
  Put('code'#9'name'#9'symbol'#9'category'#9'recovery'#9'outcome'#9'chromium'#9'label'#9'message'#9'advice'#9'description');
  if ParamCount = 0 then
    for I := 0 to TWv2Reason.Count - 1 do
    begin
      Reason := I;
      if Reason.IsKnown then
        Put(Cells(Reason));
    end;
  for I := 1 to ParamCount do
    if TryCode(ParamStr(I), Reason) then
      Put(Cells(Reason))
    else
    begin
      WriteLn(ErrOutput, 'explain: ''', Clean(RawByteString(ParamStr(I))),
        ''' is not a code: a whole number of 32 bits, decimal or 0x hexadecimal');
      ExitCode := 2;
    end;
  if not AllIsWritten then
  begin
    WriteLn(ErrOutput, 'explain: the output could not be written');
    ExitCode := 1;
  end;
  Flush(ErrOutput);
end.
