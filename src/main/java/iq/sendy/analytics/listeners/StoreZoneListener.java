package iq.sendy.analytics.listeners;

import iq.sendy.analytics.FigureRebuild;
import iq.sendy.kernel.StoreId;
import iq.sendy.stores.Settings;
import iq.sendy.stores.StoreChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where the days of a store begin follows its settings. */
@Component
class StoreZoneListener {

    private final Settings settings;
    private final FigureRebuild rebuild;

    StoreZoneListener(Settings settings, FigureRebuild rebuild) {
        this.settings = settings;
        this.rebuild = rebuild;
    }

    @EventListener
    void on(StoreChanged changed) {
        var store = new StoreId(changed.store());
        rebuild.follow(store, settings.of(store).zone());
    }
}
