package iq.sendy.agent;

import iq.sendy.agent.StoreInfo.InfoQuestion;
import iq.sendy.geography.Area;
import iq.sendy.geography.Geography;
import iq.sendy.geography.Province;
import iq.sendy.kernel.StoreId;
import iq.sendy.pricing.DeliveryFeeSpan;
import iq.sendy.pricing.DeliveryFees;
import iq.sendy.stores.Settings;
import iq.sendy.stores.StoreSettings;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What delivery costs by governorate, and the areas that an address may name there. */
@Component
class DeliveryInfo {

    private static final int MOST_AREAS = 10;

    private final DeliveryFees fees;
    private final Settings settings;
    private final Geography geography;

    DeliveryInfo(DeliveryFees fees, Settings settings, Geography geography) {
        this.fees = fees;
        this.settings = settings;
        this.geography = geography;
    }

    /** Adds it to what is told. */
    TurnFacts tell(StoreId store, InfoQuestion question, Map<String, Object> told) {
        var chosen = settings.of(store);
        var written = question.province();
        var province = Optional.ofNullable(written).flatMap(geography::provinceNamed);
        if (written != null && province.isEmpty()) {
            told.put("provinceUnknown", true);
        }
        if (province.isEmpty()) {
            told.put(
                    "provinces",
                    geography.provinces().stream().map(PlaceLines::province).toList());
            return fees.span(store, chosen, 0)
                    .map(span -> fee(chosen, span, told))
                    .orElse(TurnFacts.NONE);
        }
        told.put("province", PlaceLines.province(province.get()));
        told.put(
                "areas",
                areas(province.get(), question.area()).stream()
                        .map(PlaceLines::area)
                        .toList());
        return fees.span(store, chosen, 0, province.get())
                .map(span -> fee(chosen, span, told))
                .orElse(TurnFacts.NONE);
    }

    private List<Area> areas(Province province, @Nullable String written) {
        return written == null
                ? List.of()
                : geography.areasNamed(province, written).stream()
                        .limit(MOST_AREAS)
                        .toList();
    }

    /** Of the smallest order; from some value on it may cost nothing. */
    private static TurnFacts fee(StoreSettings chosen, DeliveryFeeSpan span, Map<String, Object> told) {
        var currency = chosen.currency();
        var amounts = new HashSet<>(List.of(span.least(), span.most()));
        if (span.single()) {
            told.put("deliveryFee", currency.onWire(span.least()));
        } else {
            told.put("deliveryFeeFrom", currency.onWire(span.least()));
            told.put("deliveryFeeTo", currency.onWire(span.most()));
        }
        told.put("currency", currency.name());
        var freeFrom = span.freeFrom();
        if (freeFrom != null) {
            told.put("freeFromOrderValue", currency.onWire(freeFrom));
            amounts.add(freeFrom);
        }
        var free = freeFrom != null || span.least() == 0;
        return new TurnFacts(amounts, Set.of(), Set.of(), Map.of(), Set.of(), Set.of(), free, null);
    }
}
