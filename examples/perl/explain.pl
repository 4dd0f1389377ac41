# What WebView2 download interrupt reasons mean.

use strict;
use warnings;
use Encode qw(decode);
use FFI::Platypus 2.00;
use FFI::Platypus::DL;
use FindBin;

use constant UNKNOWN => -1;
use constant STATE_INTERRUPTED => 1;

my $file = { MSWin32 => 'wv2interrupt.dll', darwin => 'libwv2interrupt.dylib' }->{$^O} // 'libwv2interrupt.so';
my $library = "$FindBin::Bin/../../target/release/$file";
if (!dlopen($library, RTLD_PLATYPUS_DEFAULT)) {
    # What comes from elsewhere may act on a terminal.
    print STDERR 'explain: the library cannot be loaded: ', dlerror() =~ s/[^ -~]+/?/gr, "\n";
    exit 2;
}
my $ffi = FFI::Platypus->new(api => 2, lib => $library);
$ffi->mangler(sub { "wv2_interrupt_$_[0]" });

# Platypus copies a returned string, and never frees it.
$ffi->attach($_ => [] => 'sint32') for qw(count);
$ffi->attach($_ => ['sint32'] => 'sint32') for qw(category recovery to_chromium);
$ffi->attach(outcome => ['sint32', 'sint32'] => 'sint32');
$ffi->attach($_ => ['sint32'] => 'string')
    for qw(name symbol description category_name recovery_name outcome_name);
$ffi->attach($_ => ['sint32', 'sint32'] => 'string') for qw(label message advice);
$ffi->attach(language_find => ['string'] => 'sint32');

# The index of the person's language, or UNKNOWN, for which the texts read English. Windows seldom sets these variables: there
# give wv2_interrupt_language_find_utf16 what GetUserPreferredUILanguages says.
my $language = language_find($ENV{LC_ALL} || $ENV{LC_MESSAGES} || $ENV{LANG});

# Reason::FileNoSpace() is 3: the constants are the library's own.
my @known = grep { category($_) != UNKNOWN } 0 .. count() - 1;
require constant;
{
    package Reason;
    constant->import({ map { main::name($_) => $_ } @known });
}

my @columns = (
    [code => sub { $_[0] }],
    [name => \&name],
    [symbol => \&symbol],
    [category => sub { category_name(category($_[0])) }],
    [recovery => sub { recovery_name(recovery($_[0])) }],
    [outcome => sub { outcome_name(outcome(STATE_INTERRUPTED, $_[0])) }],
    [chromium => \&to_chromium],
    [label => sub { label($_[0], $language) }],
    [message => sub { message($_[0], $language) }],
    [advice => sub { advice($_[0], $language) }],
    [description => \&description],
);

# A number in decimal or 0x hexadecimal, or nothing.
sub code {
    my ($sign, $hexadecimal, $decimal) = $_[0] =~ /\A(-?)(?:0[xX]0*([0-9a-fA-F]{1,8})|0*([0-9]{1,10}))\z/ or return;
    my $number = ($sign ? -1 : 1) * (defined $hexadecimal ? hex $hexadecimal : $decimal);
    return $number >= -2**31 && $number < 2**31 ? $number : ();
}

sub unwritable {
    print STDERR "explain: the output could not be written\n";
    exit 1;
}

my $status = 0;
no warnings 'closed';
binmode STDOUT, ':encoding(UTF-8)';
print join("\t", map { $_->[0] } @columns), "\n" or unwritable();
for my $argument (@ARGV ? @ARGV : @known) {
    if (defined(my $reason = code($argument))) {
        print join("\t", map { decode('UTF-8', $_->[1]->($reason)) } @columns), "\n" or unwritable();
    } else {
        # What comes from elsewhere may act on a terminal.
        my $shown = $argument =~ s/[^ -~]+/?/gr;
        print STDERR "explain: '$shown' is not a code: a whole number of 32 bits, decimal or 0x hexadecimal\n";
        $status = 2;
    }
}
close STDOUT or unwritable();
exit $status;
