package iq.sendy.dashboard;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.SentForm;
import iq.sendy.Shop;
import iq.sendy.Visitor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Forms that were opened before somebody else changed the same thing. */
@Scenario
class StaleFormsTest {

    private static final Pattern LINK = Pattern.compile("href=\"(/app[^\"?#]*)");

    /** They begin something, or do it, with what they propose. */
    private static final Set<String> MAKING =
            Set.of("/app/products", "/app/cashier/sessions", "/app/shop/template", "/app/stock/{product}/{row}");

    /** Some of the forms that a walk comes to, so that one which comes nowhere says so. */
    private static final String[] EDITED = {
        "/app/products/{product}",
        "/app/products/{product}/price",
        "/app/products/categories/{category}",
        "/app/stock/warehouses/{warehouse}",
        "/app/suppliers/{supplier}",
        "/app/receiving/{order}",
        "/app/orders/{order}/address",
        "/app/orders/{order}/items",
        "/app/customers/{id}",
        "/app/discounts/{id}",
        "/app/discounts/rules/{id}",
        "/app/shipping/{id}",
        "/app/expenses/{id}",
        "/app/inbox/replies/{canned}",
        "/app/shop",
        "/app/shop/domain",
        "/app/shop/questions",
        "/app/shop/policies",
        "/app/staff/{member}",
        "/app/staff/roles/{role}",
        "/app/settings/store",
        "/app/settings/cashier",
        "/app/settings/packages/{size}",
        "/app/settings/knowledge/{item}",
        "/app/settings/webhooks/{webhook}/edit",
        "/app/settings/channels/{channel}/rules",
        "/app/settings/channels/{channel}/edit"
    };

    @Autowired
    Api api;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private Shop shop;
    private Visitor owner;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        owner = Visitor.of(api, shop);
    }

    /** What a colleague changes in each, one field after the other, stays when the form that was opened before is saved as it was. */
    @Test
    void a_form_that_nobody_touched_changes_nothing_that_was_changed_meanwhile() {
        var draft = furnish();
        var walked = new TreeSet<String>();
        var silent = new ArrayList<SentForm>();

        pages("/app", "/app/receiving/" + draft)
                .forEach((path, page) -> forms(page).forEach(stale -> {
                    if (stale.hidden("shown") == null) {
                        if (edits(stale)) {
                            silent.add(stale);
                        }
                        return;
                    }
                    var changed = changes(path, stale);
                    assertThat(changed)
                            .as("What a colleague could change in %s", stale)
                            .isNotEmpty();
                    var before = again(path, stale).said();

                    var saved = owner.sendsAsIs(stale.action(), stale.encoded());

                    assertThat(saved.status()).as(saved::toString).isEqualTo(303);
                    assertThat(again(path, stale).said())
                            .as("%s after %s", stale, changed)
                            .isEqualTo(before);
                    walked.add(kind(stale.action()));
                }));

        assertThat(silent)
                .as("Forms that show what is stored, and do not say what they showed")
                .isEmpty();
        assertThat(walked).contains(EDITED);
    }

    private static List<SentForm> forms(Visitor.Shown page) {
        return SentForm.of(page).stream()
                .filter(form -> !form.typed().isEmpty())
                .toList();
    }

    /** Whether saving it may write back what it showed: it shows something, asks nobody, and makes nothing new. */
    private boolean edits(SentForm form) {
        return form.hidden("once") == null
                && !form.has("data-ask-first")
                && !MAKING.contains(kind(form.action()))
                && form.typed().stream()
                        .anyMatch(field -> field.sent() && !field.value().isEmpty());
    }

    /** Changes each field that takes another value, and answers which did. */
    private List<String> changes(String path, SentForm opened) {
        var changed = new ArrayList<String>();
        var now = opened;
        for (var field : opened.typed()) {
            for (var other : others(field)) {
                var typed = field.kind().equals("checkbox") ? now.ticking(field) : now.typing(field, other);
                if (owner.sendsAsIs(typed.action(), typed.encoded()).status() != 303) {
                    continue;
                }
                var next = again(path, opened);
                var done = !next.said().equals(now.said());
                now = next;
                if (done) {
                    changed.add(field.name());
                    break;
                }
            }
        }
        return changed;
    }

    private static List<String> others(SentForm.Control field) {
        return switch (field.kind()) {
            case "select" ->
                field.values().stream()
                        .filter(value -> !value.isEmpty() && !value.equals(field.value()))
                        .limit(2)
                        .toList();
            case "checkbox" -> List.of("");
            case "date" -> List.of("2026-11-17");
            case "time" -> List.of("07:00");
            case "password" -> List.of();
            default -> List.of("7", field.value() + "x", "https://b.example/2", "b.example.com");
        };
    }

    /** The same form, opened once more. */
    private SentForm again(String path, SentForm form) {
        var page = owner.opens(path);
        return forms(page).stream()
                .filter(each -> each.action().equals(form.action())
                        && each.typed()
                                .getFirst()
                                .name()
                                .equals(form.typed().getFirst().name()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + form + " at " + path + ": " + page));
    }

    private SentForm form(String path, String action) {
        return forms(owner.opens(path)).stream()
                .filter(form -> form.action().equals(action))
                .findFirst()
                .orElseThrow();
    }

    private static SentForm typing(SentForm form, String field, String value) {
        return form.typing(form.typed(field), value);
    }

    private Visitor.Shown sends(SentForm form) {
        return owner.sendsAsIs(form.action(), form.encoded());
    }

    @Test
    void a_form_that_comes_back_for_a_fault_still_knows_what_it_showed_at_first() {
        var path = "/app/products/" + Goods.of(shop).sells("ROSE", 12_500, 9);
        var stale = form(path, path);
        sends(typing(form(path, path), "price", "30,000"));

        var refused = sends(typing(stale, "name", ""));
        assertThat(refused.status()).isEqualTo(400);
        var corrected = forms(refused).getFirst();
        assertThat(sends(typing(corrected, "name", "جوري")).status()).isEqualTo(303);

        assertThat(form(path, path).said()).contains("name=جوري", "price=30,000");
    }

    @Test
    void rights_that_somebody_else_changed_meanwhile_are_looked_at_again_before_they_are_replaced() {
        var path = "/app/staff/roles/"
                + makes(
                        "/rbac/roles",
                        "{\"name\":\"بائع\",\"permissions\":[\"store.orders.view\",\"store.orders.manage\"]}");
        var stale = form(path, path);
        var less = form(path, path);
        sends(less.ticking(less.typed("permissions", "store.orders.manage")));

        var mine = stale.ticking(stale.typed("permissions", "store.products.view"));
        var refused = sends(mine);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("غيّر شخص آخر هذا بعد أن فتحت الصفحة");
        assertThat(forms(refused).getFirst().said()).isEqualTo(mine.said());
        assertThat(form(path, path).said()).doesNotContain("permissions=store.orders.manage");

        var meant = forms(refused).getFirst();
        for (var tap = 0; tap < 2; tap++) {
            assertThat(sends(meant).status()).isEqualTo(303);
        }
        assertThat(form(path, path).said()).isEqualTo(mine.said());
    }

    @Test
    void items_that_somebody_else_changed_meanwhile_stay_and_so_does_what_was_typed() {
        var goods = Goods.of(shop);
        goods.sells("ROSE", 12_500, 20);
        goods.sells("CAKE", 9_000, 20);
        var order = "/app/orders/" + ordered();
        var stale = form(order + "/edit", order + "/items");
        var items = Api.object();
        items.putArray("items").addObject().put("sku", "ROSE").put("quantity", 7);
        items.withArray("items").addObject().put("sku", "CAKE").put("quantity", 1);
        well(shop.key().put(Api.KEYS + order.replace("/app", "") + "/items", items));
        var stored = form(order + "/edit", order + "/items").said();

        assertThat(sends(stale).status()).isEqualTo(303);
        assertThat(form(order + "/edit", order + "/items").said()).isEqualTo(stored);

        var refused = sends(typing(stale, "items[0].quantity", "3"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("غيّر شخص آخر هذا بعد أن فتحت الصفحة", "value=\"3\"");
        assertThat(form(order + "/edit", order + "/items").said()).isEqualTo(stored);
    }

    private String ordered() {
        var order = Shop.order();
        order.remove("orderValue");
        order.putArray("items").addObject().put("sku", "ROSE").put("quantity", 2);
        return well(shop.places(order)).data("id");
    }

    /** One of each thing that a shop has. Answers the draft of a purchase, which stands in no list that links lead to. */
    private String furnish() {
        var rose = Goods.of(shop).sells("ROSE", 12_500, 9);
        Goods.of(shop).sells("TULIP", 8_000, 9);
        ordered();
        makes("/categories", "{\"name\":\"ورد\"}");
        makes("/categories", "{\"name\":\"شموع\"}");
        makes("/warehouses", "{\"name\":\"الكرادة\"}");
        var supplier = makes("/suppliers", "{\"fullName\":\"مزارع دجلة\"}");
        makes("/suppliers", "{\"fullName\":\"مزارع الفرات\"}");
        var draft = makes(
                "/purchase-orders",
                "{\"supplierId\":\"" + supplier + "\",\"orderDate\":\"2026-11-20\",\"items\":[{\"storeProductId\":\""
                        + rose + "\",\"quantity\":3,\"unitCost\":500}]}");
        makes("/package-sizes", "{\"name\":\"صندوق\"}");
        makes("/social/knowledge", "{\"topic\":\"Faq\",\"question\":\"متى تفتحون؟\",\"answer\":\"نفتح الثامنة\"}");
        makes("/discounts/codes", "{\"code\":\"SPRING\",\"discountType\":\"percentage\",\"discountValue\":5}");
        makes("/discounts/rules", "{\"name\":\"خريف\",\"discountType\":\"percentage\",\"discountValue\":5}");
        makes("/shipping/rules", "{\"name\":\"بغداد\",\"ruleType\":\"FlatRate\",\"cost\":5000}");
        makes(
                "/expenses",
                "{\"name\":\"إيجار\",\"amount\":900000,\"expenseType\":\"Fixed\",\"category\":\"إيجار\",\"expenseDate\":\"2026-11-01\"}");
        makes("/social/replies", "{\"shortcut\":\"hi\",\"text\":\"أهلاً\"}");
        var face = "{\"customDomain\":\"a.example.com\",\"faqs\":[{\"question\":\"متى؟\",\"answer\":\"اليوم\"}]}";
        well(shop.owner().put(Api.STAFF + "/storefront", Api.object(face)));
        makes("/webhooks", "{\"url\":\"https://a.example/1\"}");
        var role = makes("/rbac/roles", "{\"name\":\"بائع\",\"permissions\":[\"store.orders.view\"]}");
        makes("/rbac/roles", "{\"name\":\"محاسب\",\"permissions\":[\"store.orders.view\"]}");
        makes(
                "/staff",
                "{\"fullName\":\"هدى\",\"phone\":\"" + Shop.newPhone() + "\",\"password\":\"" + Shop.PASSWORD
                        + "\",\"roleId\":\"" + role + "\"}");
        makes(
                "/social/channels",
                "{\"channelType\":\"WhatsApp\",\"displayName\":\"واتساب\",\"externalAccountId\":\"" + Shop.newPhone()
                        + "\",\"accessToken\":\"EAAGtoken0of0a0form\",\"appSecret\":\"secret0of0a0form\",\"aiProviderCode\":\"sandbox\",\"aiModelCode\":\"sandbox-1\"}");
        return draft;
    }

    private String makes(String path, String body) {
        return well(shop.owner().post(Api.STAFF + path, Api.object(body))).data("id");
    }

    /** Each page of the dashboard that links lead to, by its path; of those of one kind the first. */
    private Map<String, Visitor.Shown> pages(String... first) {
        var kinds = new TreeSet<String>();
        var found = new LinkedHashMap<String, Visitor.Shown>();
        var paths = new ArrayDeque<>(List.of(first));
        while (!paths.isEmpty()) {
            var path = paths.remove();
            if (!kinds.add(kind(path))) {
                continue;
            }
            var page = owner.opens(path);
            if (page.status() == 200 && page.header("Content-Type").startsWith("text/html")) {
                found.put(path, page);
                LINK.matcher(page.text()).results().forEach(link -> paths.add(link.group(1)));
            }
        }
        return found;
    }

    /** What a path is the path of, as controllers have it. */
    private String kind(String path) {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> Objects.requireNonNull(mapping.getPathPatternsCondition()).getPatterns().stream())
                .filter(pattern -> pattern.matches(PathContainer.parsePath(path)))
                .min(PathPattern.SPECIFICITY_COMPARATOR)
                .map(PathPattern::getPatternString)
                .orElse(path);
    }
}
