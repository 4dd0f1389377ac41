//! What WebView2 download interrupt reasons mean.

const builtin = @import("builtin");
const std = @import("std");
const wv2 = @cImport(@cInclude("wv2interrupt.h"));

/// The index of the person's language, or UNKNOWN, for which the texts read English.
fn languageOfPerson() wv2.wv2_interrupt_language_t {
    if (builtin.os.tag == .windows) return languageOfScreen();
    for ([_][]const u8{ "LC_ALL", "LC_MESSAGES", "LANG" }) |variable| {
        const locale = std.posix.getenv(variable) orelse continue;
        if (locale.len > 0) return wv2.wv2_interrupt_language_find(locale);
    }
    return wv2.WV2_INTERRUPT_UNKNOWN;
}

/// Of the languages that the person wants Windows to speak, the first that the library speaks, too.
fn languageOfScreen() wv2.wv2_interrupt_language_t {
    const names = 8; // MUI_LANGUAGE_NAME
    var tags: [512]u16 = undefined;
    var count: u32 = 0;
    var size: u32 = tags.len;
    if (GetUserPreferredUILanguages(names, &count, &tags, &size) == 0) return wv2.WV2_INTERRUPT_UNKNOWN;
    var rest: [*:0]const u16 = @ptrCast(&tags);
    while (rest[0] != 0) : (rest += std.mem.len(rest) + 1) {
        const language = wv2.wv2_interrupt_language_find_utf16(rest);
        if (language != wv2.WV2_INTERRUPT_UNKNOWN) return language;
    }
    return wv2.WV2_INTERRUPT_UNKNOWN;
}

extern "kernel32" fn GetUserPreferredUILanguages(flags: u32, count: *u32, tags: [*]u16, size: *u32) callconv(.winapi) c_int;

/// The header's numbers. A later library may know more of them, which a `switch` meets in its `_` prong.
const Category = enum(i32) {
    none = wv2.WV2_INTERRUPT_CATEGORY_NONE,
    file = wv2.WV2_INTERRUPT_CATEGORY_FILE,
    network = wv2.WV2_INTERRUPT_CATEGORY_NETWORK,
    server = wv2.WV2_INTERRUPT_CATEGORY_SERVER,
    user = wv2.WV2_INTERRUPT_CATEGORY_USER,
    process = wv2.WV2_INTERRUPT_CATEGORY_PROCESS,
    unknown = wv2.WV2_INTERRUPT_UNKNOWN,
    _,

    fn of(reason: i32) Category {
        return @enumFromInt(wv2.wv2_interrupt_category(reason));
    }

    fn name(category: Category) [*c]const u8 {
        return wv2.wv2_interrupt_category_name(@intFromEnum(category));
    }
};

/// `{s}` copies the library's static texts; nobody frees them.
fn explain(out: *std.Io.Writer, reason: i32, language: wv2.wv2_interrupt_language_t) !void {
    const outcome = wv2.wv2_interrupt_outcome(wv2.WV2_INTERRUPT_STATE_INTERRUPTED, reason);
    try out.print("{d}\t{s}\t{s}\t{s}\t{s}\t{s}\t{d}\t{s}\t{s}\t{s}\t{s}\n", .{
        reason,
        wv2.wv2_interrupt_name(reason),
        wv2.wv2_interrupt_symbol(reason),
        Category.of(reason).name(),
        wv2.wv2_interrupt_recovery_name(wv2.wv2_interrupt_recovery(reason)),
        wv2.wv2_interrupt_outcome_name(outcome),
        wv2.wv2_interrupt_to_chromium(reason),
        wv2.wv2_interrupt_label(reason, language),
        wv2.wv2_interrupt_message(reason, language),
        wv2.wv2_interrupt_advice(reason, language),
        wv2.wv2_interrupt_description(reason),
    });
}

/// A number in decimal or 0x hexadecimal.
fn code(argument: []const u8) ?i32 {
    const negative = std.mem.startsWith(u8, argument, "-");
    const unsigned = argument[@intFromBool(negative)..];
    const hexadecimal = std.ascii.startsWithIgnoreCase(unsigned, "0x");
    const digits = unsigned[if (hexadecimal) 2 else 0..];
    for (digits) |digit| // parseInt takes a sign and underscores too
        if (!std.ascii.isHex(digit)) return null;
    const number = std.fmt.parseInt(u32, digits, if (hexadecimal) 16 else 10) catch return null;
    return std.math.cast(i32, if (negative) -@as(i64, number) else number);
}

/// Returns the exit status.
fn table(out: *std.Io.Writer, arguments: []const [:0]u8) !u8 {
    var status: u8 = 0;
    const language = languageOfPerson();
    try out.writeAll("code\tname\tsymbol\tcategory\trecovery\toutcome\tchromium\tlabel\tmessage\tadvice\tdescription\n");
    if (arguments.len == 0) {
        var reason: i32 = 0;
        while (reason < wv2.wv2_interrupt_count()) : (reason += 1)
            if (Category.of(reason) != .unknown)
                try explain(out, reason, language);
    }
    for (arguments) |argument| {
        if (code(argument)) |reason| {
            try explain(out, reason, language);
        } else {
            // Escaped: what comes from elsewhere may act on a terminal.
            const shown = std.ascii.hexEscape(argument, .lower);
            std.debug.print("explain: '{f}' is not a code: a whole number of 32 bits, decimal or 0x hexadecimal\n", .{shown});
            status = 2;
        }
    }
    try out.flush();
    return status;
}

pub fn main() !u8 {
    var arena: std.heap.ArenaAllocator = .init(std.heap.page_allocator);
    defer arena.deinit();
    const arguments = try std.process.argsAlloc(arena.allocator());

    var buffer: [4096]u8 = undefined;
    var stdout = std.fs.File.stdout().writer(&buffer);
    return table(&stdout.interface, arguments[1..]) catch {
        switch (stdout.err orelse error.Unexpected) {
            error.BrokenPipe => {}, // nobody reads on
            else => std.debug.print("explain: the output could not be written\n", .{}),
        }
        return 1;
    };
}
