package iq.sendy.agent.model;

/**
 * Lexeme of a chat line: a word, a number as it was typed, or a sign.
 *
 * @param text folded, so that spellings of one word are one
 * @param glued whether nothing stands between it and the one before
 */
record Lexeme(LexemeKind kind, String text, boolean glued) {

    /** What stands where there is nothing: before the first, behind the last, and at the end of a line. */
    static final Lexeme BREAK = new Lexeme(LexemeKind.SIGN, "\n", false);

    enum LexemeKind {
        WORD,
        NUMBER,
        SIGN
    }

    boolean word() {
        return kind == LexemeKind.WORD;
    }

    boolean number() {
        return kind == LexemeKind.NUMBER;
    }

    boolean is(String sign) {
        return kind == LexemeKind.SIGN && text.equals(sign);
    }

    /** Whether it is a word of Latin letters. */
    boolean latin() {
        return word() && text.charAt(0) < 0x0250;
    }

    /** Whether a sentence or a line ends here. */
    boolean ends() {
        return kind == LexemeKind.SIGN && ".!?؟\n؛;".contains(text);
    }
}
