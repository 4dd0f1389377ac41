-- What WebView2 download interrupt reasons mean. For LuaJIT.

local ffi = require("ffi")

local root = (arg[0]:match("^(.*)[/\\]") or ".") .. "/../.."

-- Ends with one line. What comes from elsewhere may act on a terminal.
local function fail(what, why)
  io.stderr:write("explain: ", what, ": ", (why:gsub("[^ -~]+", "?")), "\n")
  os.exit(2)
end

local file, why = io.open(root .. "/include/wv2interrupt.h")
local header = file and file:read("*a") or fail("the header cannot be read", why)

-- The functions as the header declares them; an integer of every type crosses as int32_t.
for declaration in header:gmatch("\nWV2_INTERRUPT_API ([^;]+;)") do
  declaration = declaration:gsub("WV2_INTERRUPT_CALL ", "")
  ffi.cdef((declaration:gsub("wv2_interrupt_char16_t", "uint16_t"):gsub("wv2_interrupt_%a+_t", "int32_t")))
end

-- And its constants: constant.REASON_FILE_NO_SPACE is 3.
local constant = {}
for name, number in header:gmatch("#define WV2_INTERRUPT_([%u%d_]+) (%-?%d+)\n") do
  constant[name] = tonumber(number)
end

local name = ({ Windows = "wv2interrupt.dll", OSX = "libwv2interrupt.dylib" })[ffi.os] or "libwv2interrupt.so"
local loaded, wv2 = pcall(ffi.load, root .. "/target/release/" .. name)
if not loaded then
  fail("the library cannot be loaded", wv2)
end

-- The index of the person's language, or UNKNOWN, for which the texts read English. Windows seldom sets these variables: there
-- give wv2_interrupt_language_find_utf16 what GetUserPreferredUILanguages says.
local function language_of_person()
  for _, variable in ipairs({ "LC_ALL", "LC_MESSAGES", "LANG" }) do
    local locale = os.getenv(variable)
    if locale and locale ~= "" then
      return wv2.wv2_interrupt_language_find(locale)
    end
  end
  return constant.UNKNOWN
end

local language = language_of_person()

-- ffi.string copies the library's static text; nobody frees it.
local function row(reason)
  local outcome = wv2.wv2_interrupt_outcome(constant.STATE_INTERRUPTED, reason)
  return table.concat({
    reason,
    ffi.string(wv2.wv2_interrupt_name(reason)),
    ffi.string(wv2.wv2_interrupt_symbol(reason)),
    ffi.string(wv2.wv2_interrupt_category_name(wv2.wv2_interrupt_category(reason))),
    ffi.string(wv2.wv2_interrupt_recovery_name(wv2.wv2_interrupt_recovery(reason))),
    ffi.string(wv2.wv2_interrupt_outcome_name(outcome)),
    wv2.wv2_interrupt_to_chromium(reason),
    ffi.string(wv2.wv2_interrupt_label(reason, language)),
    ffi.string(wv2.wv2_interrupt_message(reason, language)),
    ffi.string(wv2.wv2_interrupt_advice(reason, language)),
    ffi.string(wv2.wv2_interrupt_description(reason)),
  }, "\t")
end

-- A number in decimal or 0x hexadecimal, or nil.
local function code(argument)
  local number = (argument:match("^-?%d+$") or argument:match("^-?0[xX]%x+$")) and tonumber(argument)
  return number and number >= -2^31 and number < 2^31 and number + 0 or nil -- which makes 0 of -0
end

local status = 0

local function write(line)
  if not io.write(line, "\n") then
    status = 1
  end
end

write("code\tname\tsymbol\tcategory\trecovery\toutcome\tchromium\tlabel\tmessage\tadvice\tdescription")
if #arg == 0 then
  for reason = 0, wv2.wv2_interrupt_count() - 1 do
    if wv2.wv2_interrupt_category(reason) ~= constant.UNKNOWN then
      write(row(reason))
    end
  end
end
for _, argument in ipairs(arg) do
  local reason = code(argument)
  if reason then
    write(row(reason))
  else
    -- What comes from elsewhere may act on a terminal.
    local shown = argument:gsub("[^ -~]+", "?")
    io.stderr:write("explain: '", shown, "' is not a code: a whole number of 32 bits, decimal or 0x hexadecimal\n")
    status = 2
  end
end
if not io.stdout:flush() or status == 1 then
  io.stderr:write("explain: the output could not be written\n")
  status = 1
end
os.exit(status)
