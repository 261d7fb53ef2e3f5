package iq.sendy.analytics.listeners;

import iq.sendy.analytics.FigureRebuild;
import iq.sendy.kernel.StoreId;
import iq.sendy.stores.StoreChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where the days of a store begin follows its settings. */
@Component
class StoreZoneListener {

    private final FigureRebuild rebuild;

    StoreZoneListener(FigureRebuild rebuild) {
        this.rebuild = rebuild;
    }

    @EventListener
    void on(StoreChanged changed) {
        rebuild.follow(new StoreId(changed.store()));
    }
}
