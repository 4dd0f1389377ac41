// What WebView2 download interrupt reasons mean.

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

public class Explain {
    /** JNA copies a returned text into a String, and never frees it. */
    public interface Interrupt extends Library {
        Interrupt C = Native.load("wv2interrupt", Interrupt.class, Map.of(Library.OPTION_STRING_ENCODING, "UTF-8"));

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
    }

    /** In the order of their numbers. A later library may know more of them: those are UNKNOWN here. */
    enum Category {
        NONE, FILE, NETWORK, SERVER, USER, PROCESS, UNKNOWN;

        static Category of(int reason) {
            int number = Interrupt.C.wv2_interrupt_category(reason);
            return number >= 0 && number < UNKNOWN.ordinal() ? values()[number] : UNKNOWN;
        }
    }

    /** An index; wv2_interrupt_language_find finds that of the user's language. */
    static final int ENGLISH = 0;
    static final int STATE_INTERRUPTED = 1;

    record Column(String name, IntFunction<String> cell) {}

    static final Column[] COLUMNS = {
        new Column("code", Integer::toString),
        new Column("name", Interrupt.C::wv2_interrupt_name),
        new Column("symbol", Interrupt.C::wv2_interrupt_symbol),
        new Column("category", reason -> Category.of(reason).name().toLowerCase()),
        new Column("recovery", reason ->
            Interrupt.C.wv2_interrupt_recovery_name(Interrupt.C.wv2_interrupt_recovery(reason))),
        new Column("outcome", reason ->
            Interrupt.C.wv2_interrupt_outcome_name(Interrupt.C.wv2_interrupt_outcome(STATE_INTERRUPTED, reason))),
        new Column("chromium", reason -> Integer.toString(Interrupt.C.wv2_interrupt_to_chromium(reason))),
        new Column("label", reason -> Interrupt.C.wv2_interrupt_label(reason, ENGLISH)),
        new Column("message", reason -> Interrupt.C.wv2_interrupt_message(reason, ENGLISH)),
        new Column("advice", reason -> Interrupt.C.wv2_interrupt_advice(reason, ENGLISH)),
        new Column("description", Interrupt.C::wv2_interrupt_description),
    };

    static int code(String argument) {
        try {
            return Integer.parseInt(argument);
        } catch (NumberFormatException e) {
            System.err.println("explain: '" + argument + "' is not a code: a whole number of 32 bits");
            System.exit(2);
            throw e;
        }
    }

    public static void main(String[] arguments) {
        int[] reasons = arguments.length > 0
            ? Arrays.stream(arguments).mapToInt(Explain::code).toArray()
            : IntStream.range(0, Interrupt.C.wv2_interrupt_count())
                .filter(reason -> Category.of(reason) != Category.UNKNOWN).toArray();
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        out.println(Arrays.stream(COLUMNS).map(Column::name).collect(Collectors.joining("\t")));
        for (int reason : reasons)
            out.println(Arrays.stream(COLUMNS).map(column -> column.cell().apply(reason)).collect(Collectors.joining("\t")));
    }
}
