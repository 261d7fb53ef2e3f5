package iq.sendy.storefront.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.kernel.WireWord;
import iq.sendy.platform.sql.Columns;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.sql.Sql;
import iq.sendy.storefront.StorefrontSettings;
import iq.sendy.storefront.StorefrontSettings.CustomDomain;
import iq.sendy.storefront.StorefrontSettings.Faq;
import iq.sendy.storefront.StorefrontSettings.Policies;
import iq.sendy.storefront.StorefrontSettings.Seo;
import iq.sendy.storefront.Theme;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Each store's storefront: one row, or none while nothing is set up. */
@Component
public class StorefrontStore {

    /** What is stored as JSON is ours, and read as it was written. */
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final TypeReference<Map<String, String>> LINKS = new TypeReference<>() {};
    private static final TypeReference<List<Faq>> FAQS = new TypeReference<>() {};

    private static final long MOST_READ = 4 << 20;

    /** What was read of it, by the texts: a storefront is looked at far more often than it changes. */
    private static final Cache<List<String>, FaceTexts> READ = Caffeine.newBuilder()
            .maximumWeight(MOST_READ)
            .<List<String>, FaceTexts>weigher(
                    (texts, _) -> 4 * texts.stream().mapToInt(String::length).sum())
            .build();

    /** What is written as JSON. */
    private record FaceTexts(Map<String, String> links, Seo seo, List<Faq> faqs, Policies policies) {

        static FaceTexts of(List<String> texts) {
            return new FaceTexts(
                    Map.copyOf(JSON.readValue(texts.get(0), LINKS)),
                    JSON.readValue(texts.get(1), Seo.class),
                    List.copyOf(JSON.readValue(texts.get(2), FAQS)),
                    JSON.readValue(texts.get(3), Policies.class));
        }
    }

    private static final Columns<StorefrontSettings> STOREFRONT = Columns.of(StorefrontSettings.class, "s")
            .text("description", StorefrontSettings::description)
            .text("cover_image_url", StorefrontSettings::coverImageUrl)
            .text("niche", StorefrontSettings::niche)
            .text("banner_image_url", StorefrontSettings::bannerImageUrl)
            .text("contact_email", StorefrontSettings::contactEmail)
            .text(
                    "contact_phone",
                    face -> face.contactPhone() == null
                            ? null
                            : face.contactPhone().value())
            .json("social_links", face -> JSON.writeValueAsString(face.socialLinks()))
            .json("seo", face -> JSON.writeValueAsString(face.seo()))
            .json("faqs", face -> JSON.writeValueAsString(face.faqs()))
            .json("policies", face -> JSON.writeValueAsString(face.policies()))
            .text("delivery_promise", StorefrontSettings::deliveryPromise)
            .bigint("otp_above", StorefrontSettings::otpAbove)
            .text("theme", StorefrontSettings::theme)
            .text(
                    "custom_domain",
                    face -> face.domain() == null ? null : face.domain().name())
            .text(
                    "domain_token",
                    face -> face.domain() == null ? null : face.domain().token())
            .time("published_at", StorefrontSettings::publishedAt);

    private static final String SELECT = "select " + STOREFRONT.selected() + """
            , exists (select 1 from storefront.domain as d
                       where d.domain = s.custom_domain and d.store_id = s.store_id) as domain_proven
             from storefront.storefront as s
            where s.store_id = :store
            """;

    /** No row means that nothing is set up. */
    public Query<StorefrontSettings> find(StoreId store) {
        return Query.of(SELECT, (row, _) -> settings(row)).param("store", store.value());
    }

    /** Makes the row or replaces what it says. */
    public Query<Boolean> save(StoreId store, StorefrontSettings face, Instant now) {
        return Query.write("insert into storefront.storefront (store_id, created_at, updated_at, "
                        + STOREFRONT.names() + ") values (:store, :now, :now, " + STOREFRONT.values()
                        + ") on conflict (store_id) do update set updated_at = :now, " + STOREFRONT.assignments())
                .param("store", store.value())
                .param("now", Sql.at(now))
                .row(STOREFRONT, face);
    }

    private static StorefrontSettings settings(ResultSet row) throws SQLException {
        var phone = row.getString("contact_phone");
        var domain = row.getString("custom_domain");
        var written = READ.get(
                List.of(
                        row.getString("social_links"),
                        row.getString("seo"),
                        row.getString("faqs"),
                        row.getString("policies")),
                FaceTexts::of);
        return new StorefrontSettings(
                row.getString("description"),
                row.getString("cover_image_url"),
                row.getString("niche"),
                row.getString("banner_image_url"),
                row.getString("contact_email"),
                phone == null ? null : new Phone(phone),
                written.links(),
                written.seo(),
                written.faqs(),
                written.policies(),
                row.getString("delivery_promise"),
                Sql.longOrNull(row, "otp_above"),
                WireWord.of(Theme.class, row.getString("theme")),
                domain == null
                        ? null
                        : new CustomDomain(domain, row.getString("domain_token"), row.getBoolean("domain_proven")),
                Sql.instantOrNull(row, "published_at"));
    }
}
