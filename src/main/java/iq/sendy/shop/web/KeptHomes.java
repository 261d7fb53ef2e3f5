package iq.sendy.shop.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import iq.sendy.platform.tenancy.CurrentTenant;
import iq.sendy.shop.ShopSight;
import iq.sendy.shop.ShopSights;
import iq.sendy.storefront.SharedQuestions;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Kept homes: the first pages of shops, each with the sight that it shows. None is believed: it is sent again when nothing was
 * seen to look different, or with other cards where nothing else does.
 */
@Component
class KeptHomes {

    /** For how long a page is kept that nobody asks for. */
    private static final Duration KEPT = Duration.ofMinutes(30);

    private static final long MOST_BYTES = 32 << 20;
    private static final int MOST_WAYS = 20_000;
    private static final int LONGEST_WAY = 100;

    private final ShopSights sights;
    private final ChangedCards changedCards;
    private final Cache<PageKey, Seen> homes = Caffeine.newBuilder()
            .expireAfterAccess(KEPT)
            .maximumWeight(MOST_BYTES)
            .<PageKey, Seen>weigher((key, seen) ->
                    key.weight() + seen.page().weight() + seen.sight().weight())
            .build();

    /** Which home an address led to: so its questions go along when the shop behind the address is looked up. */
    private final Cache<Way, PageKey> ways =
            Caffeine.newBuilder().expireAfterAccess(KEPT).maximumSize(MOST_WAYS).build();

    KeptHomes(ShopSights sights, ChangedCards changedCards) {
        this.sights = sights;
        this.changedCards = changedCards;
    }

    /** A page, and what it shows. */
    private record Seen(FinishedPage page, ShopSight sight) {}

    /** How a page was asked for. */
    private record Way(String address, @Nullable String query) {

        static Way of(VisitedPath path) {
            return new Way(path.address(), path.request().getQueryString());
        }

        boolean isShort() {
            return address.length() + (query == null ? 0 : query.length()) <= LONGEST_WAY;
        }
    }

    /** The home that a path led to before; null where it is no home's, or not known. */
    @Nullable
    PageKey at(VisitedPath path) {
        return path.below().isEmpty() ? ways.getIfPresent(Way.of(path)) : null;
    }

    /** Notes which home a path leads to. */
    void note(VisitedPath path, PageKey key) {
        var way = Way.of(path);
        if (way.isShort() && !key.equals(ways.getIfPresent(way))) {
            ways.put(way, key);
        }
    }

    /** What a request is to ask about a home; null where it is not kept. */
    @Nullable
    SharedQuestions ask(PageKey key, HttpServletRequest request) {
        var kept = homes.getIfPresent(key);
        if (kept == null) {
            return null;
        }
        var questions = sights.ask(kept.sight());
        HomeSight.declare(request, questions);
        return questions.shared();
    }

    /** The home as it looks now; null where more than its cards must be made, by whoever finds the sight at hand. */
    @Nullable
    FinishedPage again(PageKey key, ShopVisit visit, ImpersonalRequest asked) {
        var kept = homes.getIfPresent(key);
        if (kept == null || !kept.page().shows(visit.shop())) {
            return null;
        }
        var questions = HomeSight.asked(asked, kept.sight()).orElseGet(() -> sights.ask(kept.sight()));
        var begun = questions.since();
        var looked = CurrentTenant.in(visit.shop().store().id(), () -> sights.again(questions));
        if (looked.isEmpty()) {
            return kept.page().seenAt(begun);
        }
        var now = looked.get();
        if (now.front().equals(kept.sight().front())) {
            homes.put(key, new Seen(kept.page(), now));
            return kept.page().seenAt(begun);
        }
        var page = changedCards.exchanged(kept.page(), kept.sight(), now, visit, begun);
        if (page == null) {
            HomeSight.declare(asked, now);
            return null;
        }
        homes.put(key, new Seen(page, now));
        return page;
    }

    /** Keeps a page that was made anew, if it is a home. */
    void keep(PageKey key, FinishedPage page, HttpServletRequest made) {
        HomeSight.of(made)
                .filter(sight -> page.shows(sight.shop()))
                .ifPresent(sight -> homes.put(key, new Seen(page, sight)));
    }
}
