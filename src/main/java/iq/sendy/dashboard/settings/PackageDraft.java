package iq.sendy.dashboard.settings;

import iq.sendy.catalog.SavePackageSize;
import iq.sendy.platform.body.Decimal;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.body.Whole;
import java.math.BigDecimal;

/** A package size as its form sends it, by the rules of the API's body. */
record PackageDraft(
        @Required @Text(Text.NAME) Patch<String> name,

        @Decimal(min = "0.01", max = "10000", scale = 2) Patch<BigDecimal> lengthCm,

        @Decimal(min = "0.01", max = "10000", scale = 2) Patch<BigDecimal> widthCm,

        @Decimal(min = "0.01", max = "10000", scale = 2) Patch<BigDecimal> heightCm,

        @Whole(min = 1, max = 100_000_000) Patch<Long> maxWeightGrams,
        Patch<Boolean> isDefault) {

    SavePackageSize command() {
        return new SavePackageSize(name, lengthCm, widthCm, heightCm, maxWeightGrams, isDefault);
    }
}
