package iq.sendy.demo;

import iq.sendy.kernel.StoreId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/** The month that the demo's store has behind it. */
@Component
class DemoMonth {

    private final List<DemoScene> scenes;
    private final DemoCustomers customers;
    private final DemoPictures pictures;

    DemoMonth(List<DemoScene> scenes, DemoCustomers customers, DemoPictures pictures) {
        this.scenes = List.copyOf(scenes);
        this.customers = customers;
        this.pictures = pictures;
    }

    void pass(StoreId store, DemoTeam.Team team, Instant now) {
        var shop = new DemoShop(store, team, new Simulation(now), new HashMap<>());
        scenes.forEach(scene -> scene.plan(shop));
        var drawn = pictures.draw(shop);
        shop.simulation().run();
        customers.describe(shop);
        pictures.hang(shop, drawn.join());
    }
}
