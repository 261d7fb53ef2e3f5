package iq.sendy.platform.api;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Pagination of a list: a page by number, or what follows a cursor.
 *
 * @param cursor what {@code nextCursor} held, null on a page by number
 * @param seal signs the position of the last row for this store and list, so that no caller can make one up
 */
public record Paging(int page, int pageSize, @Nullable String cursor, UnaryOperator<String> seal) {

    public static final int DEFAULT_SIZE = 20;
    public static final int MOST = 100;

    /** The first page as a caller gets it who asks for nothing. */
    public static Paging first() {
        return new Paging(1, DEFAULT_SIZE, null, UnaryOperator.identity());
    }

    /** Rows to skip before a page by number. */
    public long offset() {
        return cursor == null ? (page - 1L) * pageSize : 0;
    }
}
