package iq.sendy.shop.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import iq.sendy.storefront.SharedQuestions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Cache of shops' pages, as bytes that are ready to be sent. A page is made once for all who ask for it within less than a
 * second, by the rest of the chain and from an {@link ImpersonalRequest}; so a change shows within a second at every process,
 * and nothing that is one visitor's gets in. A home is asked of {@link KeptHomes} before it is made anew. Whoever is served from
 * here is not counted, and no filter behind sees them.
 */
@Component
class PageCache {

    private static final Duration BELIEVED = Duration.ofMillis(700);

    /** How long whoever waits for another's page does so before they make it themselves. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final long MOST_BYTES = 32 << 20;

    /** Apart, since visitors can think of any number of searches. */
    private static final long MOST_BYTES_OF_SEARCHES = 8 << 20;

    private static final String REVALIDATED = "no-cache";

    /** What is one request's own, or said anew for each. */
    private static final Set<String> OWN =
            Set.of("x-trace-id", "content-length", "vary", "cache-control", "etag", "date");

    private static final String COUNTED = "ratelimit-";

    private final KeptHomes homes;
    private final Clock clock;
    private final Cache<PageKey, FinishedPage> pages = cache(MOST_BYTES);
    private final Cache<PageKey, FinishedPage> searches = cache(MOST_BYTES_OF_SEARCHES);
    private final ConcurrentMap<PageKey, CompletableFuture<Optional<FinishedPage>>> inTheMaking =
            new ConcurrentHashMap<>();

    PageCache(KeptHomes homes, Clock clock) {
        this.homes = homes;
        this.clock = clock;
    }

    /** What to ask about a home, beside what is asked about its shop; null where that is not known, or nothing is to be asked. */
    @Nullable
    SharedQuestions questions(VisitedPath path) {
        var key = homes.at(path);
        var page = key == null ? null : pages.getIfPresent(key);
        return key == null || (page != null && isFresh(page)) ? null : homes.ask(key, path.request());
    }

    /** Notes where an address led, for {@link #questions}. */
    void led(VisitedPath path, ShopVisit visit, ImpersonalRequest asked) {
        if (asked.kind() == KeptPage.HOME) {
            homes.note(path, PageKey.of(visit, asked));
        }
    }

    /** Sends the page that a visitor asks for, from here or made by the rest of the chain. */
    void serve(ShopVisit visit, ImpersonalRequest asked, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = PageKey.of(visit, asked);
        var mine = new CompletableFuture<Optional<FinishedPage>>();
        var found = cache(key.kind()).getIfPresent(key);
        if (found == null || !isFresh(found) || !found.shows(visit.shop())) {
            var others = inTheMaking.putIfAbsent(key, mine);
            found = others == null ? null : made(others, visit);
        }
        if (found == null) {
            try {
                var since = clock.instant();
                found = homes.again(key, visit, asked);
                if (found == null) {
                    found = make(key, visit, asked, since, response, chain);
                } else {
                    pages.put(key, found);
                }
            } finally {
                mine.complete(Optional.ofNullable(found));
                inTheMaking.remove(key, mine);
            }
        }
        if (found != null) {
            note(found, asked);
            response.setHeader(HttpHeaders.CACHE_CONTROL, REVALIDATED);
            response.setHeader(HttpHeaders.VARY, key.kind().readers().vary());
            found.send(asked.sent(), response);
        }
    }

    /** The page that somebody else is about to make; null where nothing came of it that can be kept. */
    private static @Nullable FinishedPage made(CompletableFuture<Optional<FinishedPage>> others, ShopVisit visit) {
        try {
            return others.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .filter(page -> page.shows(visit.shop()))
                    .orElse(null);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException | TimeoutException late) {
            return null;
        }
    }

    /** Null when the answer is none to be kept, and was sent. */
    private @Nullable FinishedPage make(
            PageKey key,
            ShopVisit visit,
            ImpersonalRequest asked,
            Instant since,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        var captured = new ContentCachingResponseWrapper(response);
        chain.doFilter(asked, captured);
        if (captured.getStatus() != HttpStatus.OK.value() || captured.containsHeader(HttpHeaders.SET_COOKIE)) {
            captured.copyBodyToResponse();
            return null;
        }
        var route = asked.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        var page = new FinishedPage(
                visit.shop(),
                since,
                route == null ? null : route.toString(),
                headers(captured),
                captured.getContentAsByteArray());
        cache(key.kind()).put(key, page);
        homes.keep(key, page, asked);
        return page;
    }

    private static Map<String, String> headers(HttpServletResponse response) {
        var headers = new HashMap<String, String>();
        for (var name : response.getHeaderNames()) {
            var lowered = name.toLowerCase(Locale.ROOT);
            if (!OWN.contains(lowered) && !lowered.startsWith(COUNTED)) {
                headers.put(name, String.join(", ", response.getHeaders(name)));
            }
        }
        headers.put(HttpHeaders.CONTENT_TYPE, Objects.requireNonNull(response.getContentType()));
        return Map.copyOf(headers);
    }

    /** Logs and meters know a page by its route, wherever it comes from. */
    private static void note(FinishedPage page, HttpServletRequest request) {
        var route = page.route();
        if (route != null && request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) == null) {
            request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, route);
            ServerHttpObservationFilter.findObservationContext(request)
                    .ifPresent(observed -> observed.setPathPattern(route));
        }
    }

    /** One from the future is not: the time was put back meanwhile. */
    private boolean isFresh(FinishedPage page) {
        var age = Duration.between(page.since(), clock.instant());
        return !age.isNegative() && age.compareTo(BELIEVED) < 0;
    }

    private Cache<PageKey, FinishedPage> cache(KeptPage kind) {
        return kind.searches() ? searches : pages;
    }

    private static Cache<PageKey, FinishedPage> cache(long bytes) {
        return Caffeine.newBuilder()
                .expireAfterWrite(BELIEVED)
                .maximumWeight(bytes)
                .<PageKey, FinishedPage>weigher((key, page) -> key.weight() + page.weight())
                .build();
    }
}
