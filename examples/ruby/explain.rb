# What WebView2 download interrupt reasons mean.

require "fiddle/import"

module WV2
  extend Fiddle::Importer

  file = case RUBY_PLATFORM
         when /mswin|mingw/ then "wv2interrupt.dll"
         when /darwin/ then "libwv2interrupt.dylib"
         else "libwv2interrupt.so"
         end
  begin
    dlload File.expand_path("../../target/release/#{file}", __dir__)
  rescue Fiddle::DLError => error
    warn "explain: the library cannot be loaded: #{error.message.dump[1...-1]}"
    exit 2
  end

  extern "int wv2_interrupt_count()"
  extern "const char *wv2_interrupt_name(int)"
  extern "const char *wv2_interrupt_symbol(int)"
  extern "const char *wv2_interrupt_description(int)"
  extern "int wv2_interrupt_category(int)"
  extern "const char *wv2_interrupt_category_name(int)"
  extern "int wv2_interrupt_recovery(int)"
  extern "const char *wv2_interrupt_recovery_name(int)"
  extern "int wv2_interrupt_outcome(int, int)"
  extern "const char *wv2_interrupt_outcome_name(int)"
  extern "int wv2_interrupt_to_chromium(int)"
  extern "const char *wv2_interrupt_label(int, int)"
  extern "const char *wv2_interrupt_message(int, int)"
  extern "const char *wv2_interrupt_advice(int, int)"
  extern "int wv2_interrupt_language_find(const char *)"

  # The index of the person's language, or UNKNOWN, for which the texts read English. Windows seldom sets these variables:
  # there give wv2_interrupt_language_find_utf16 what GetUserPreferredUILanguages says.
  LANGUAGE = wv2_interrupt_language_find(ENV.values_at("LC_ALL", "LC_MESSAGES", "LANG").find { |locale| !locale.to_s.empty? })
  UNKNOWN = -1
  STATE_INTERRUPTED = 1

  KNOWN = (0...wv2_interrupt_count).reject { |reason| wv2_interrupt_category(reason) == UNKNOWN }

  # A Fiddle::Pointer that owns nothing: the text is copied, and never freed.
  def self.text(function, *arguments)
    send("wv2_interrupt_#{function}", *arguments).to_s.force_encoding(Encoding::UTF_8)
  end

  # WV2::Reason::FileNoSpace is 3: the constants are the library's own.
  module Reason
    KNOWN.each { |reason| const_set(WV2.text(:name, reason), reason) }
  end

  COLUMNS = {
    code: ->(reason) { reason },
    name: ->(reason) { text(:name, reason) },
    symbol: ->(reason) { text(:symbol, reason) },
    category: ->(reason) { text(:category_name, wv2_interrupt_category(reason)) },
    recovery: ->(reason) { text(:recovery_name, wv2_interrupt_recovery(reason)) },
    outcome: ->(reason) { text(:outcome_name, wv2_interrupt_outcome(STATE_INTERRUPTED, reason)) },
    chromium: ->(reason) { wv2_interrupt_to_chromium(reason) },
    label: ->(reason) { text(:label, reason, LANGUAGE) },
    message: ->(reason) { text(:message, reason, LANGUAGE) },
    advice: ->(reason) { text(:advice, reason, LANGUAGE) },
    description: ->(reason) { text(:description, reason) }
  }.freeze
end

# A number in decimal or 0x hexadecimal, or nil.
def code(argument)
  return unless argument.b =~ /\A(-?)(?:0x(\h+)|(\d+))\z/i

  number = Integer($1 + ($2 || $3), $2 ? 16 : 10)
  number if number.bit_length < 32
end

def unwritable
  warn "explain: the output could not be written"
  exit 1
end

# Ruby puts a pipe that nobody reads in the place of a standard output that is closed.
begin
  $stdout.sync = true
  puts WV2::COLUMNS.keys.join("\t")
rescue SystemCallError
  unwritable
end

begin
  status = 0
  (ARGV.empty? ? WV2::KNOWN.map(&:to_s) : ARGV).each do |argument|
    if (reason = code(argument))
      puts WV2::COLUMNS.values.map { |cell| cell.call(reason) }.join("\t")
    else
      # Escaped: what comes from elsewhere may act on a terminal.
      warn "explain: '#{argument.dump[1...-1]}' is not a code: a whole number of 32 bits, decimal or 0x hexadecimal"
      status = 2
    end
  end
  exit status
rescue Errno::EPIPE
  raise # nobody reads on, and Ruby ends quietly
rescue SystemCallError
  unwritable
end
