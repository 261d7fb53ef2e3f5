package iq.sendy.finance;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** An expense that names a purchase order is its payment, and no second cost. */
@Scenario
public class ExpensePaymentsTest {

    private static final String EXPENSES = Api.STAFF + "/expenses";

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    private Api owner;
    private String product;

    @BeforeEach
    void open() {
        var shop = Shop.opens(api);
        owner = shop.owner();
        product = Goods.of(shop).sells("ROSE", 25_000, 1);
    }

    private String orders() {
        var body = Api.object().put("orderDate", "2026-11-01");
        body.putArray("items")
                .addObject()
                .put("storeProductId", product)
                .put("quantity", 10)
                .put("unitCost", 1_000);
        return well(owner.post(Api.STAFF + "/purchase-orders", body)).data("id");
    }

    private static ObjectNode payment(long amount, String purchaseOrder) {
        return Api.object()
                .put("name", "دفعة")
                .put("amount", amount)
                .put("expenseType", "OneTime")
                .put("category", "مشتريات")
                .put("expenseDate", "2026-11-02")
                .put("purchaseOrderId", purchaseOrder);
    }

    private String pays(long amount, String purchaseOrder) {
        return EXPENSES + "/"
                + well(owner.post(EXPENSES, payment(amount, purchaseOrder))).data("id");
    }

    /** What the ledger of the purchase order says that was paid. */
    private long paid(String purchaseOrder) {
        return backstage
                .jdbc()
                .sql("""
                        select coalesce(-sum(amount), 0) from purchasing.ledger_entry
                        where purchase_order_id = :id and type = 'Payment'
                        """)
                .param("id", UUID.fromString(purchaseOrder))
                .query(Long.class)
                .single();
    }

    @Test
    void a_payment_is_in_the_ledger_of_its_purchase_order_and_takes_nothing_from_the_profit() {
        var order = orders();
        var expense = pays(4_000, order);
        well(owner.post(EXPENSES, payment(700, order).putNull("purchaseOrderId")));

        assertThat(paid(order)).isEqualTo(4_000);
        assertThat(owner.get(expense).data("purchaseOrderId")).isEqualTo(order);
        var totals = owner.get(EXPENSES);
        assertThat(totals.data("totals.amount") + " " + totals.data("totals.cost"))
                .isEqualTo("4700 700");
        assertThat(totals.data("totals.byCategory.0.cost") + " " + totals.data("totals.byMonth.0.cost"))
                .isEqualTo("700 700");
    }

    @Test
    void a_payment_follows_its_expense() {
        var first = orders();
        var second = orders();
        var expense = pays(4_000, first);

        well(owner.put(expense, Api.object().put("amount", 5_000)));
        assertThat(paid(first)).isEqualTo(5_000);
        well(owner.put(expense, Api.object().put("name", "x")));
        assertThat(paid(first)).isEqualTo(5_000);
        well(owner.put(expense, Api.object().put("purchaseOrderId", second).put("amount", 6_000)));
        assertThat(List.of(paid(first), paid(second))).containsExactly(0L, 6_000L);
        well(owner.put(expense, Api.object().putNull("purchaseOrderId")));
        assertThat(paid(second)).isZero();
        well(owner.put(expense, Api.object().put("purchaseOrderId", first)));
        assertThat(paid(first)).isEqualTo(6_000);
        well(owner.delete(expense));
        assertThat(List.of(paid(first), paid(second))).containsExactly(0L, 0L);
    }

    @ParameterizedTest
    @CsvSource({"019301c0-0000-7000-8000-000000000001", "foreign"})
    void a_purchase_order_that_is_none_of_the_store_is_unknown(String named) {
        var order = orders();
        var expense = pays(4_000, order);
        var unknown = named.equals("foreign") ? theirs() : named;

        assertThat(owner.post(EXPENSES, payment(1, unknown)).faults())
                .containsExactly("purchaseOrderId purchase_order.unknown");
        assertThat(owner.post(EXPENSES, payment(0, unknown).put("name", "")).faults())
                .as("with all that is wrong beside it")
                .containsExactly(
                        "amount field.out_of_range", "name field.required", "purchaseOrderId purchase_order.unknown");
        assertThat(owner.put(expense, Api.object().put("purchaseOrderId", unknown))
                        .faults())
                .containsExactly("purchaseOrderId purchase_order.unknown");
        assertThat(owner.put(
                                expense,
                                Api.object().put("purchaseOrderId", unknown).put("amount", "x"))
                        .faults())
                .containsExactly("amount field.invalid", "purchaseOrderId purchase_order.unknown");
        assertThat(owner.get(EXPENSES).data("totalCount")).isEqualTo("1");
        assertThat(paid(order)).isEqualTo(4_000);
    }

    private String theirs() {
        var other = new ExpensePaymentsTest();
        other.api = api;
        other.open();
        return other.orders();
    }

    @Test
    void payments_that_come_and_go_at_once_are_what_is_left_of_the_expenses() {
        var first = orders();
        var second = orders();
        var standing = pays(1, first);

        var answers = Shop.atOnce(12, i -> switch (i % 4) {
            case 0 -> owner.put(standing, Api.object().put("amount", 100 + i));
            case 1 -> owner.put(standing, Api.object().put("purchaseOrderId", i % 8 == 1 ? second : first));
            case 2 -> owner.post(EXPENSES, payment(10, i % 8 == 2 ? first : second));
            default -> owner.delete(pays(1_000, i % 8 == 3 ? first : second));
        });

        assertThat(answers).allMatch(answer -> answer.status() == 200);
        for (var order : List.of(first, second)) {
            assertThat(paid(order)).isEqualTo(expensesOf(order));
        }
    }

    private long expensesOf(String purchaseOrder) {
        return backstage
                .jdbc()
                .sql("select coalesce(sum(amount), 0) from finance.expense where purchase_order_id = :id")
                .param("id", UUID.fromString(purchaseOrder))
                .query(Long.class)
                .single();
    }

    @Test
    void a_purchase_order_that_is_paid_and_deleted_at_once_is_paid_or_gone() {
        for (var round = 0; round < 8; round++) {
            var order = orders();

            var answers = Shop.atOnce(
                    2,
                    i -> i == 0
                            ? owner.post(EXPENSES, payment(500, order))
                            : owner.delete(Api.STAFF + "/purchase-orders/" + order));

            assertThat(answers.getFirst().status() + " " + answers.getLast().status())
                    .isIn("200 409", "400 200");
            assertThat(expensesOf(order)).isEqualTo(paid(order));
        }
    }
}
