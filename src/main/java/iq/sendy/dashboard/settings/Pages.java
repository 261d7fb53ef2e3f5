package iq.sendy.dashboard.settings;

import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Where a list of this room goes on. */
final class Pages {

    private Pages() {}

    /** The next page; null behind the last. */
    static @Nullable String older(String path, Page<?> page) {
        return page.nextCursor() == null
                ? null
                : UriComponentsBuilder.fromUriString(path)
                        .queryParam("cursor", "{cursor}")
                        .encode()
                        .buildAndExpand(page.nextCursor())
                        .toUriString();
    }

    /** The way back to the beginning; null at it. */
    static @Nullable String newest(String path, Paging paging) {
        return paging.cursor() == null ? null : path;
    }
}
