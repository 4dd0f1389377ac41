<?php
// What WebView2 download interrupt reasons mean.

declare(strict_types=1);

const ROOT = __DIR__ . '/../..';

/** Ends with one line. What comes from elsewhere may act on a terminal. */
function fail(string $why): never
{
    fwrite(STDERR, 'explain: ' . preg_replace('/[^ -~]+/', '?', $why) . "\n");
    exit(2);
}

$header = @file_get_contents(ROOT . '/include/wv2interrupt.h');
if ($header === false) {
    fail('the header cannot be read: ' . error_get_last()['message']);
}

// The functions as the header declares them; an integer of every type crosses as int32_t.
preg_match_all('/^WV2_INTERRUPT_API ([^;]+;)/m', $header, $declarations);
$declarations = implode("\n", $declarations[1]);
$declarations = str_replace(['wv2_interrupt_char16_t', 'WV2_INTERRUPT_CALL '], ['uint16_t', ''], $declarations);
$declarations = preg_replace('/wv2_interrupt_[a-z]+_t\b/', 'int32_t', $declarations);
$file = ['Windows' => 'wv2interrupt.dll', 'Darwin' => 'libwv2interrupt.dylib'][PHP_OS_FAMILY] ?? 'libwv2interrupt.so';
try {
    $wv2 = FFI::cdef($declarations, ROOT . "/target/release/$file");
} catch (FFI\Exception $error) {
    fail('the library cannot be loaded: ' . $error->getMessage());
}

// And its constants: WV2_INTERRUPT_REASON_FILE_NO_SPACE is 3.
preg_match_all('/^#define (WV2_INTERRUPT_\w+) (-?\d+)$/m', $header, $constants, PREG_SET_ORDER);
foreach ($constants as [, $name, $number]) {
    define($name, (int) $number);
}

// The index of the person's language, or UNKNOWN, for which the texts read English. Windows seldom sets these variables: there
// give wv2_interrupt_language_find_utf16 what GetUserPreferredUILanguages says.
$locale = getenv('LC_ALL') ?: getenv('LC_MESSAGES') ?: getenv('LANG') ?: null;
$language = $wv2->wv2_interrupt_language_find($locale);

// PHP copies a returned `const char *` into a string, and never frees it.
$columns = [
    'code' => fn(int $reason) => $reason,
    'name' => fn(int $reason) => $wv2->wv2_interrupt_name($reason),
    'symbol' => fn(int $reason) => $wv2->wv2_interrupt_symbol($reason),
    'category' => fn(int $reason) => $wv2->wv2_interrupt_category_name($wv2->wv2_interrupt_category($reason)),
    'recovery' => fn(int $reason) => $wv2->wv2_interrupt_recovery_name($wv2->wv2_interrupt_recovery($reason)),
    'outcome' => fn(int $reason) => $wv2->wv2_interrupt_outcome_name(
        $wv2->wv2_interrupt_outcome(WV2_INTERRUPT_STATE_INTERRUPTED, $reason)
    ),
    'chromium' => fn(int $reason) => $wv2->wv2_interrupt_to_chromium($reason),
    'label' => fn(int $reason) => $wv2->wv2_interrupt_label($reason, $language),
    'message' => fn(int $reason) => $wv2->wv2_interrupt_message($reason, $language),
    'advice' => fn(int $reason) => $wv2->wv2_interrupt_advice($reason, $language),
    'description' => fn(int $reason) => $wv2->wv2_interrupt_description($reason),
];

/** A number in decimal or 0x hexadecimal, or null. */
function code(string $argument): ?int
{
    if (!preg_match('/^-?(0x0*[0-9a-f]{1,8}|0*[0-9]{1,10})$/Di', $argument)) {
        return null;
    }
    $code = intval($argument, stripos($argument, 'x') === false ? 10 : 16);
    return $code >= -2 ** 31 && $code < 2 ** 31 ? $code : null;
}

function put(array $cells): void
{
    $line = implode("\t", $cells) . "\n";
    if (@fwrite(STDOUT, $line) !== strlen($line)) {
        if (!str_contains(error_get_last()['message'] ?? '', 'Broken pipe')) { // nobody reads on
            fwrite(STDERR, "explain: the output could not be written\n");
        }
        exit(1);
    }
}

$is_known = fn(int $reason) => $wv2->wv2_interrupt_category($reason) !== WV2_INTERRUPT_UNKNOWN;
$known = array_filter(range(0, $wv2->wv2_interrupt_count() - 1), $is_known);
$status = 0;

put(array_keys($columns));
foreach (array_slice($argv, 1) ?: array_map('strval', $known) as $argument) {
    $reason = code($argument);
    if ($reason !== null) {
        put(array_map(fn($cell) => $cell($reason), $columns));
    } else {
        // What comes from elsewhere may act on a terminal.
        $shown = preg_replace('/[^ -~]+/', '?', $argument);
        fwrite(STDERR, "explain: '$shown' is not a code: a whole number of 32 bits, decimal or 0x hexadecimal\n");
        $status = 2;
    }
}
exit($status);
