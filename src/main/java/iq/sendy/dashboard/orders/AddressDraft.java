package iq.sendy.dashboard.orders;

import iq.sendy.orders.AddressRules;
import iq.sendy.orders.ChangeAddress;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.CrossFieldRules;
import iq.sendy.platform.body.Decimal;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Text;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Where an order goes, as its form sends it: by the rules of the API's body. */
record AddressDraft(
        @Required @Text(Text.ADDRESS) String customerAddress,

        @Decimal(min = "-1000", max = "1000", scale = 15) @Nullable
        BigDecimal deliveryLat,

        @Decimal(min = "-1000", max = "1000", scale = 15) @Nullable
        BigDecimal deliveryLng)
        implements CrossFieldRules {

    @Override
    public void check(Violations violations) {
        AddressRules.coordinates(Patch.of(deliveryLat), Patch.of(deliveryLng), violations);
    }

    ChangeAddress command() {
        return new ChangeAddress(
                customerAddress, true, AddressRules.place(Patch.of(deliveryLat), Patch.of(deliveryLng)));
    }
}
