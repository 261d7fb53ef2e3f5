package iq.sendy.demo;

import iq.sendy.kernel.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

/**
 * The demo's store while its month passes: who works in it, and what is still to happen.
 *
 * @param products by SKU, once they are on the shelf
 */
record DemoShop(StoreId store, DemoTeam.Team team, Simulation simulation, Map<String, UUID> products) {

    static final ZoneId ZONE = ZoneId.of("Asia/Baghdad");

    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(22, 30);

    /** The day on which the demo is looked at. */
    LocalDate today() {
        return LocalDate.ofInstant(simulation.end(), ZONE);
    }

    static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZONE).toInstant();
    }

    /** The same time while people work, and else the next morning. */
    static Instant atWork(Instant wanted) {
        var local = wanted.atZone(ZONE);
        var time = local.toLocalTime();
        if (time.isBefore(OPENS)) {
            return at(local.toLocalDate(), OPENS.plusMinutes(time.getMinute()));
        }
        if (time.isAfter(CLOSES)) {
            return at(local.toLocalDate().plusDays(1), OPENS.plusMinutes(time.getMinute()));
        }
        return wanted;
    }
}
