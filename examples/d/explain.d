/// What WebView2 download interrupt reasons mean.
module explain;

import core.stdc.stdlib : _Exit;
import std.algorithm : all, find, map;
import std.array : empty, front, join, split;
import std.ascii : isHexDigit;
import std.conv : ConvException, to;
import std.exception : ErrnoException;
import std.process : environment;
import std.range : iota;
import std.stdio : stderr, stdout, writeln;
import std.string : fromStringz, lineSplitter, startsWith, toStringz;
import std.utf : byCodeUnit;

extern (C) nothrow @nogc
{
    int wv2_interrupt_count();
    const(char)* wv2_interrupt_name(int reason);
    const(char)* wv2_interrupt_symbol(int reason);
    const(char)* wv2_interrupt_description(int reason);
    int wv2_interrupt_category(int reason);
    const(char)* wv2_interrupt_category_name(int category);
    int wv2_interrupt_recovery(int reason);
    const(char)* wv2_interrupt_recovery_name(int recovery);
    int wv2_interrupt_outcome(int state, int reason);
    const(char)* wv2_interrupt_outcome_name(int outcome);
    int wv2_interrupt_to_chromium(int reason);
    const(char)* wv2_interrupt_label(int reason, int language);
    const(char)* wv2_interrupt_message(int reason, int language);
    const(char)* wv2_interrupt_advice(int reason, int language);
    int wv2_interrupt_language_find(const(char)* tag);
}

/// The members of an enum from the header's constants, read while this is compiled.
string members(string prefix)
{
    string result;
    foreach (line; import("wv2interrupt.h").lineSplitter)
        if (line.startsWith("#define " ~ prefix))
        {
            const words = line.split(" ");
            result ~= words[1][prefix.length .. $] ~ " = " ~ words[2] ~ ", ";
        }
    return result;
}

mixin("enum Reason { UNKNOWN = -1, " ~ members("WV2_INTERRUPT_REASON_") ~ "}");
mixin("enum Category { UNKNOWN = -1, " ~ members("WV2_INTERRUPT_CATEGORY_") ~ "}");
mixin("enum State { " ~ members("WV2_INTERRUPT_STATE_") ~ "}");

/// The index of the person's language, or -1, for which the texts read English. Windows seldom sets these variables: there
/// give wv2_interrupt_language_find_utf16 what GetUserPreferredUILanguages says.
int languageOfPerson()
{
    auto locales = ["LC_ALL", "LC_MESSAGES", "LANG"].map!(variable => environment.get(variable)).find!(it => !it.empty);
    return wv2_interrupt_language_find(locales.empty ? null : locales.front.toStringz);
}

/// A slice of the library's static text, which nobody frees.
alias text = fromStringz;

string row(int reason, int language)
{
    return [
        reason.to!string,
        wv2_interrupt_name(reason).text,
        wv2_interrupt_symbol(reason).text,
        wv2_interrupt_category_name(wv2_interrupt_category(reason)).text,
        wv2_interrupt_recovery_name(wv2_interrupt_recovery(reason)).text,
        wv2_interrupt_outcome_name(wv2_interrupt_outcome(State.INTERRUPTED, reason)).text,
        wv2_interrupt_to_chromium(reason).to!string,
        wv2_interrupt_label(reason, language).text,
        wv2_interrupt_message(reason, language).text,
        wv2_interrupt_advice(reason, language).text,
        wv2_interrupt_description(reason).text,
    ].join("\t").idup;
}

/// A number in decimal or 0x hexadecimal.
bool tryCode(string argument, out int code)
{
    const negative = argument.startsWith("-");
    argument = argument[negative ? 1 : 0 .. $];
    const hexadecimal = argument.startsWith("0x") || argument.startsWith("0X");
    const digits = argument[hexadecimal ? 2 : 0 .. $];
    if (!digits.byCodeUnit.all!isHexDigit) // `to` takes a sign too
        return false;
    try
    {
        const number = digits.to!uint(hexadecimal ? 16 : 10);
        code = negative ? -number : number;
        return number <= int.max + uint(negative);
    }
    catch (ConvException)
        return false;
}

/// What comes from elsewhere may act on a terminal.
string printable(string text)
{
    return text.byCodeUnit.map!(unit => unit < ' ' || unit > '~' ? '?' : unit).to!string;
}

/// Returns the exit status.
int table(string[] arguments)
{
    int status = 0;
    const language = languageOfPerson();
    writeln("code\tname\tsymbol\tcategory\trecovery\toutcome\tchromium\tlabel\tmessage\tadvice\tdescription");
    if (arguments.empty)
        foreach (reason; iota(wv2_interrupt_count()))
            if (wv2_interrupt_category(reason) != Category.UNKNOWN)
                writeln(row(reason, language));
    foreach (argument; arguments)
    {
        int code;
        if (argument.tryCode(code))
            writeln(row(code, language));
        else
        {
            stderr.writeln("explain: '", argument.printable,
                "' is not a code: a whole number of 32 bits, decimal or 0x hexadecimal");
            status = 2;
        }
    }
    stdout.flush();
    return status;
}

int main(string[] arguments)
{
    try
        return table(arguments[1 .. $]);
    catch (ErrnoException)
    {
        stderr.writeln("explain: the output could not be written");
        _Exit(1); // or D tries once more in the end
    }
    assert(0);
}
