package iq.sendy.shop.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Kept page: a page or answer of a shop that is the same for everybody, with the names of its query that count. */
enum KeptPage {
    HOME(Readers.PAGE, "", "cursor"),
    CATEGORY(Readers.PAGE, "/c/", "cursor", "sort"),
    SEARCH(Readers.PAGE, "/search", "cursor", "q", "sort"),
    PRODUCT(Readers.PAGE, "/p/"),
    SITEMAP(Readers.FILE, "/sitemap.xml", "part"),
    ROBOTS(Readers.FILE, "/robots.txt"),
    MANIFEST(Readers.FILE, "/manifest.webmanifest"),
    SHOP_JSON(Readers.JSON, ""),
    PRODUCTS_JSON(Readers.JSON, "/products", "categoryId", "cursor", "page", "pageSize", "per_page", "q", "sort"),
    PRODUCT_JSON(Readers.JSON, "/products/");

    /** For whom it is. */
    enum Readers {
        /** For people: an Accept without HTML gets no page, and its query chooses the language. */
        PAGE("text/html", "Accept, Accept-Encoding"),
        /** For machines that read pages; its query chooses the language. */
        FILE("*/*", "Accept-Encoding"),
        /** For programs, in the language of their messages. */
        JSON("application/json", "Accept, Accept-Encoding, Accept-Language, User-Agent");

        private final String accept;
        private final String vary;

        Readers(String accept, String vary) {
            this.accept = accept;
            this.vary = vary;
        }

        String accept() {
            return accept;
        }

        String vary() {
            return vary;
        }
    }

    private final Readers readers;
    private final String path;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is.
    private final List<String> names;

    KeptPage(Readers readers, String path, String... names) {
        this.readers = readers;
        this.path = path;
        this.names = List.of(names);
    }

    Readers readers() {
        return readers;
    }

    /** What of its query counts, in order. */
    List<String> names() {
        return names;
    }

    /** Whether there are as many of it as visitors can think of. */
    boolean searches() {
        return names.contains("q");
    }

    /** The one at a path below a shop's address, which is empty or begins with a slash. */
    static Optional<KeptPage> at(String path, boolean api) {
        return Arrays.stream(values())
                .filter(each -> (each.readers == Readers.JSON) == api)
                .filter(each -> each.isAt(path))
                .findFirst();
    }

    private boolean isAt(String below) {
        if (!path.endsWith("/")) {
            return below.equals(path);
        }
        return below.startsWith(path) && below.length() > path.length() && below.indexOf('/', path.length()) < 0;
    }
}
