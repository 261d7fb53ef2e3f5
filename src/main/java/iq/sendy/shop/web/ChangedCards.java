package iq.sendy.shop.web;

import iq.sendy.shop.ShopFront;
import iq.sendy.shop.ShopSight;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changed cards: a home of which nothing but cards looks different, made of the one that was kept. */
@Component
class ChangedCards {

    private final ProductCards cards;

    ChangedCards(ProductCards cards) {
        this.cards = cards;
    }

    /** The page with the cards that are there now; null where more of it must be made. */
    @Nullable
    FinishedPage exchanged(FinishedPage page, ShopSight before, ShopSight now, ShopVisit visit, Instant since) {
        if (!isSameAround(before.front(), now.front())) {
            return null;
        }
        var frame = CardFrame.home(visit);
        return page.exchanged(
                cards.html(before.front().products().items(), frame),
                cards.html(now.front().products().items(), frame),
                since);
    }

    /** Whether all that a home shows beside its cards is the same, what messengers are told of it too. */
    private static boolean isSameAround(ShopFront before, ShopFront now) {
        var were = before.products().items();
        var are = now.products().items();
        return !were.isEmpty()
                && !are.isEmpty()
                && before.categories().equals(now.categories())
                && Objects.equals(before.fees(), now.fees())
                && Objects.equals(before.products().nextCursor(), now.products().nextCursor())
                && Objects.equals(ShopPages.featured(were), ShopPages.featured(are))
                && Objects.equals(PageHeads.first(were), PageHeads.first(are));
    }
}
