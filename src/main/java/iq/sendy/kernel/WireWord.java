package iq.sendy.kernel;

import java.util.Arrays;
import java.util.NoSuchElementException;

/** Enumerated value of the wire: a constant that the contract and the tables spell by a word of their own. */
public interface WireWord {

    /** The contract's word. */
    @Override
    String toString();

    /** The constant whose word this is, to the letter. */
    static <E extends Enum<E> & WireWord> E of(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(type.getSimpleName() + " has no word " + word));
    }
}
