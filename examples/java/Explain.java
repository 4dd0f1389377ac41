// What WebView2 download interrupt reasons mean.

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

public class Explain {
    /** Java tells an error of the system only by its words, which are in the person's language. */
    public interface Errors extends Library {
        Errors C = Native.load(Platform.C_LIBRARY_NAME, Errors.class);
        int EPIPE = 32;

        String strerror(int number);
    }

    /** JNA copies a returned text into a String, and never frees it. */
    public interface Interrupt extends Library {
        Interrupt C = load();

        private static Interrupt load() {
            try {
                return Native.load("wv2interrupt", Interrupt.class, Map.of(Library.OPTION_STRING_ENCODING, "UTF-8"));
            } catch (UnsatisfiedLinkError e) {
                System.err.println("explain: the library wv2interrupt is not in the folder of jna.library.path, or is not for this Java");
                System.exit(2);
                throw e;
            }
        }

        int wv2_interrupt_count();
        String wv2_interrupt_name(int reason);
        String wv2_interrupt_symbol(int reason);
        String wv2_interrupt_description(int reason);
        int wv2_interrupt_category(int reason);
        int wv2_interrupt_recovery(int reason);
        String wv2_interrupt_recovery_name(int recovery);
        int wv2_interrupt_outcome(int state, int reason);
        String wv2_interrupt_outcome_name(int outcome);
        int wv2_interrupt_to_chromium(int reason);
        String wv2_interrupt_label(int reason, int language);
        String wv2_interrupt_message(int reason, int language);
        String wv2_interrupt_advice(int reason, int language);
        int wv2_interrupt_language_find(String tag);
    }

    /** In the order of their numbers. A later library may know more of them: those are UNKNOWN here. */
    enum Category {
        NONE, FILE, NETWORK, SERVER, USER, PROCESS, UNKNOWN;

        static Category of(int reason) {
            int number = Interrupt.C.wv2_interrupt_category(reason);
            return number >= 0 && number < UNKNOWN.ordinal() ? values()[number] : UNKNOWN;
        }
    }

    /** The index of the language of the screen, or -1, for which the texts read English. */
    static final int LANGUAGE =
        Interrupt.C.wv2_interrupt_language_find(Locale.getDefault(Locale.Category.DISPLAY).toLanguageTag());
    static final int STATE_INTERRUPTED = 1;

    record Column(String name, IntFunction<String> cell) {}

    static final Column[] COLUMNS = {
        new Column("code", Integer::toString),
        new Column("name", Interrupt.C::wv2_interrupt_name),
        new Column("symbol", Interrupt.C::wv2_interrupt_symbol),
        new Column("category", reason -> Category.of(reason).name().toLowerCase(Locale.ROOT)),
        new Column("recovery", reason ->
            Interrupt.C.wv2_interrupt_recovery_name(Interrupt.C.wv2_interrupt_recovery(reason))),
        new Column("outcome", reason ->
            Interrupt.C.wv2_interrupt_outcome_name(Interrupt.C.wv2_interrupt_outcome(STATE_INTERRUPTED, reason))),
        new Column("chromium", reason -> Integer.toString(Interrupt.C.wv2_interrupt_to_chromium(reason))),
        new Column("label", reason -> Interrupt.C.wv2_interrupt_label(reason, LANGUAGE)),
        new Column("message", reason -> Interrupt.C.wv2_interrupt_message(reason, LANGUAGE)),
        new Column("advice", reason -> Interrupt.C.wv2_interrupt_advice(reason, LANGUAGE)),
        new Column("description", Interrupt.C::wv2_interrupt_description),
    };

    /** A number in decimal or 0x hexadecimal, or null. */
    static Integer code(String argument) {
        if (!argument.matches("-?(0[xX][0-9a-fA-F]+|[0-9]+)"))
            return null;
        String digits = argument.replaceFirst("0[xX]", "");
        try {
            return new BigInteger(digits, digits.equals(argument) ? 10 : 16).intValueExact();
        } catch (ArithmeticException e) {
            return null;
        }
    }

    static void line(Writer out, Function<Column, String> cell) throws IOException {
        out.write(Arrays.stream(COLUMNS).map(cell).collect(Collectors.joining("\t", "", "\n")));
    }

    /** Returns the exit status. */
    static int table(Writer out, String[] arguments) throws IOException {
        int status = 0;
        line(out, Column::name);
        for (int reason = 0; arguments.length == 0 && reason < Interrupt.C.wv2_interrupt_count(); reason++) {
            int known = reason;
            if (Category.of(known) != Category.UNKNOWN)
                line(out, column -> column.cell().apply(known));
        }
        for (String argument : arguments) {
            Integer code = code(argument);
            if (code != null) {
                line(out, column -> column.cell().apply(code));
            } else {
                // What comes from elsewhere may act on a terminal.
                String shown = argument.replaceAll("[^ -~]+", "?");
                System.err.println("explain: '" + shown + "' is not a code: a whole number of 32 bits, decimal or 0x hexadecimal");
                status = 2;
            }
        }
        out.flush();
        return status;
    }

    public static void main(String[] arguments) {
        // System.out would keep to itself that it could not write.
        var out = new FileOutputStream(FileDescriptor.out);
        int status = 1;
        try {
            status = table(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), arguments);
        } catch (IOException e) {
            if (!Errors.C.strerror(Errors.EPIPE).equals(e.getMessage()))  // nobody reads on
                System.err.println("explain: the output could not be written");
        }
        System.exit(status);
    }
}
