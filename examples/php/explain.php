<?php
// What WebView2 download interrupt reasons mean.

declare(strict_types=1);

const ROOT = __DIR__ . '/../..';

$header = file_get_contents(ROOT . '/include/wv2interrupt.h');

// The functions as the header declares them; an integer of every type crosses as int32_t.
preg_match_all('/^WV2_INTERRUPT_API ([^;]+;)/m', $header, $declarations);
$declarations = implode("\n", $declarations[1]);
$declarations = str_replace(['wv2_interrupt_char16_t', 'WV2_INTERRUPT_CALL '], ['uint16_t', ''], $declarations);
$declarations = preg_replace('/wv2_interrupt_[a-z]+_t\b/', 'int32_t', $declarations);
$file = ['Windows' => 'wv2interrupt.dll', 'Darwin' => 'libwv2interrupt.dylib'][PHP_OS_FAMILY] ?? 'libwv2interrupt.so';
$wv2 = FFI::cdef($declarations, ROOT . "/target/release/$file");

// And its constants: WV2_INTERRUPT_REASON_FILE_NO_SPACE is 3.
preg_match_all('/^#define (WV2_INTERRUPT_\w+) (-?\d+)$/m', $header, $constants, PREG_SET_ORDER);
foreach ($constants as [, $name, $number]) {
    define($name, (int) $number);
}

// An index; wv2_interrupt_language_find finds that of the user's language.
const ENGLISH = 0;

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
    'label' => fn(int $reason) => $wv2->wv2_interrupt_label($reason, ENGLISH),
    'message' => fn(int $reason) => $wv2->wv2_interrupt_message($reason, ENGLISH),
    'advice' => fn(int $reason) => $wv2->wv2_interrupt_advice($reason, ENGLISH),
    'description' => fn(int $reason) => $wv2->wv2_interrupt_description($reason),
];

function code(string $argument): int
{
    $options = ['options' => ['min_range' => -2 ** 31, 'max_range' => 2 ** 31 - 1]];
    $code = filter_var($argument, FILTER_VALIDATE_INT, $options);
    if ($code === false) {
        fwrite(STDERR, "explain: '$argument' is not a code: a whole number of 32 bits\n");
        exit(2);
    }
    return $code;
}

$is_known = fn(int $reason) => $wv2->wv2_interrupt_category($reason) !== WV2_INTERRUPT_UNKNOWN;
$reasons = array_map('code', array_slice($argv, 1))
    ?: array_filter(range(0, $wv2->wv2_interrupt_count() - 1), $is_known);

echo implode("\t", array_keys($columns)), "\n";
foreach ($reasons as $reason) {
    echo implode("\t", array_map(fn($cell) => $cell($reason), $columns)), "\n";
}
