package iq.sendy.platform.web;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Shows of a path what is ours: the words of our own routes. Whatever else stands in it came from a stranger (an id, a phone,
 * a token in the wrong place, what a scanner looks for) and is shown as a star.
 */
@Component
class KnownWords {

    private static final int MOST = 12;

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private volatile @Nullable Set<String> words;

    KnownWords(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** A path of twelve segments at most, none of them a stranger's. */
    String of(String path) {
        var known = words();
        var shown = new StringBuilder();
        var segments = 0;
        for (var from = 1; from <= path.length(); segments++) {
            if (segments == MOST) {
                return shown.append("/...").toString();
            }
            var slash = path.indexOf('/', from);
            var to = slash < 0 ? path.length() : slash;
            var segment = path.substring(from, to);
            shown.append('/').append(segment.isEmpty() || known.contains(segment) ? segment : "*");
            from = to + 1;
        }
        return shown.isEmpty() ? "/" : shown.toString();
    }

    /** Asked for late: the routes are known after the filters are made. */
    private Set<String> words() {
        var known = words;
        if (known == null) {
            known = mappings.getObject().getHandlerMethods().keySet().stream()
                    .flatMap(route -> route.getPatternValues().stream())
                    .flatMap(pattern -> Stream.of(pattern.split("/")))
                    .filter(word -> !word.contains("{"))
                    .collect(Collectors.toUnmodifiableSet());
            words = known;
        }
        return known;
    }
}
