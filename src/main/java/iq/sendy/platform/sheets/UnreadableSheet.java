package iq.sendy.platform.sheets;

import java.util.List;

/** The file is no table that can be read, or more than is taken. */
public class UnreadableSheet extends Exception {

    /** What a person can do about it, each with a text in every language. */
    public enum Why {
        EMPTY("sheet_empty"),
        OLD_EXCEL("sheet_old_excel"),
        OPEN_DOCUMENT("sheet_open_document"),
        MARKUP("sheet_markup"),
        NO_TABLE("sheet_no_table"),
        BROKEN_WORKBOOK("sheet_broken_workbook"),
        BROKEN_LETTER("sheet_broken_letter"),
        OPEN_QUOTE("sheet_open_quote"),
        TOO_LARGE("sheet_too_large");

        private final String text;

        Why(String text) {
            this.text = text;
        }

        /** The key of the text for people. */
        public String text() {
            return text;
        }
    }

    private final Why why;
    private final List<String> arguments;

    UnreadableSheet(Why why, String message, String... arguments) {
        super(message);
        this.why = why;
        this.arguments = List.of(arguments);
    }

    public Why why() {
        return why;
    }

    /** What the text for people wants filled in. */
    public List<String> arguments() {
        return arguments;
    }
}
