package iq.sendy.storefront.model;

import iq.sendy.kernel.Phone;
import iq.sendy.storefront.StorefrontSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What of a storefront is another than before, field by field: the log need not keep the texts that stayed. */
public record FieldChanges(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {

    private record ChangeableField(String name, Function<StorefrontSettings, ? extends @Nullable Object> value) {}

    private static final List<ChangeableField> FIELDS = List.of(
            new ChangeableField("description", StorefrontSettings::description),
            new ChangeableField("coverImageUrl", StorefrontSettings::coverImageUrl),
            new ChangeableField("niche", StorefrontSettings::niche),
            new ChangeableField("bannerImageUrl", StorefrontSettings::bannerImageUrl),
            new ChangeableField("contactEmail", StorefrontSettings::contactEmail),
            new ChangeableField(
                    "contactPhone",
                    face -> Optional.ofNullable(face.contactPhone())
                            .map(Phone::value)
                            .orElse(null)),
            new ChangeableField("socialLinks", StorefrontSettings::socialLinks),
            new ChangeableField("seo", StorefrontSettings::seo),
            new ChangeableField("faqs", StorefrontSettings::faqs),
            new ChangeableField("policies", StorefrontSettings::policies),
            new ChangeableField("deliveryPromise", StorefrontSettings::deliveryPromise),
            new ChangeableField("otpAbove", StorefrontSettings::otpAbove),
            new ChangeableField("theme", StorefrontSettings::theme),
            new ChangeableField("customDomain", StorefrontSettings::domain),
            new ChangeableField("publishedAt", StorefrontSettings::publishedAt));

    public static FieldChanges between(StorefrontSettings before, StorefrontSettings after) {
        var was = new LinkedHashMap<String, @Nullable Object>();
        var is = new LinkedHashMap<String, @Nullable Object>();
        for (var field : FIELDS) {
            var former = field.value().apply(before);
            var present = field.value().apply(after);
            if (!Objects.equals(former, present)) {
                was.put(field.name(), former);
                is.put(field.name(), present);
            }
        }
        return new FieldChanges(was, is);
    }
}
