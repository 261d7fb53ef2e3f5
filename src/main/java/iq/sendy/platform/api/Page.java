package iq.sendy.platform.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a list as the contract shows it. On cursor pages the numbers may be null. */
public record Page<T>(
        List<T> items,
        @Nullable Integer page,
        int pageSize,
        @Nullable Long totalCount,
        @Nullable Long totalPages,
        @Nullable String nextCursor) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Shapes what a store found. It was asked for one row more than a page holds, which tells whether there is a next one.
     *
     * @param total the whole list's length, null when it was not counted
     * @param position what a row's cursor holds
     */
    public static <T> Page<T> of(Paging paging, List<T> found, @Nullable Long total, Function<T, String> position) {
        var more = found.size() > paging.pageSize();
        var items = more ? found.subList(0, paging.pageSize()) : found;
        var next = more ? paging.seal().apply(position.apply(items.getLast())) : null;
        if (paging.cursor() != null) {
            return new Page<>(items, null, paging.pageSize(), total, null, next);
        }
        var pages = total == null ? null : (total + paging.pageSize() - 1) / paging.pageSize();
        return new Page<>(items, paging.page(), paging.pageSize(), total, pages, next);
    }

    /** The same part of the list, of which more is known. */
    public Page<T> with(List<T> known) {
        return new Page<>(known, page, pageSize, totalCount, totalPages, nextCursor);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> shape) {
        return new Page<>(items.stream().<R>map(shape).toList(), page, pageSize, totalCount, totalPages, nextCursor);
    }
}
