/// What WebView2 download interrupt reasons mean.
module explain;

import std.algorithm : filter;
import std.array : array, join, split;
import std.conv : ConvException, to;
import std.range : iota;
import std.stdio : stderr, stdout, writeln;
import std.string : fromStringz, lineSplitter, startsWith;

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

/// An index; wv2_interrupt_language_find finds that of the user's language.
enum english = 0;

/// A slice of the library's static text, which nobody frees.
alias text = fromStringz;

string row(int reason)
{
    return [
        reason.to!string,
        wv2_interrupt_name(reason).text,
        wv2_interrupt_symbol(reason).text,
        wv2_interrupt_category_name(wv2_interrupt_category(reason)).text,
        wv2_interrupt_recovery_name(wv2_interrupt_recovery(reason)).text,
        wv2_interrupt_outcome_name(wv2_interrupt_outcome(State.INTERRUPTED, reason)).text,
        wv2_interrupt_to_chromium(reason).to!string,
        wv2_interrupt_label(reason, english).text,
        wv2_interrupt_message(reason, english).text,
        wv2_interrupt_advice(reason, english).text,
        wv2_interrupt_description(reason).text,
    ].join("\t").idup;
}

int main(string[] arguments)
{
    int[] reasons;
    foreach (argument; arguments[1 .. $])
        try
            reasons ~= argument.to!int;
        catch (ConvException)
        {
            stderr.writeln("explain: '", argument, "' is not a code: a whole number of 32 bits");
            return 2;
        }
    if (arguments.length == 1)
        reasons = iota(wv2_interrupt_count())
            .filter!(reason => wv2_interrupt_category(reason) != Category.UNKNOWN).array;
    writeln("code\tname\tsymbol\tcategory\trecovery\toutcome\tchromium\tlabel\tmessage\tadvice\tdescription");
    foreach (reason; reasons)
        writeln(row(reason));
    return 0;
}
