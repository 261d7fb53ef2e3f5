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

    private record Field(String name, Function<StorefrontSettings, ? extends @Nullable Object> value) {}

    private static final List<Field> FIELDS = List.of(
            new Field("description", StorefrontSettings::description),
            new Field("coverImageUrl", StorefrontSettings::coverImageUrl),
            new Field("niche", StorefrontSettings::niche),
            new Field("bannerImageUrl", StorefrontSettings::bannerImageUrl),
            new Field("contactEmail", StorefrontSettings::contactEmail),
            new Field("contactPhone", face -> Optional.ofNullable(face.contactPhone()).map(Phone::value).orElse(null)),
            new Field("socialLinks", StorefrontSettings::socialLinks),
            new Field("seo", StorefrontSettings::seo),
            new Field("faqs", StorefrontSettings::faqs),
            new Field("policies", StorefrontSettings::policies),
            new Field("deliveryPromise", StorefrontSettings::deliveryPromise),
            new Field("otpAbove", StorefrontSettings::otpAbove),
            new Field("theme", StorefrontSettings::theme),
            new Field("customDomain", StorefrontSettings::domain),
            new Field("publishedAt", StorefrontSettings::publishedAt));

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
