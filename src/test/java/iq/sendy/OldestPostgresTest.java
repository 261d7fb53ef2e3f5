package iq.sendy;

import iq.sendy.access.ApiKeyTest;
import iq.sendy.accounts.SessionTest;
import iq.sendy.agent.JobLogTest;
import iq.sendy.analytics.FigureRecountTest;
import iq.sendy.billing.TokenBudgetTest;
import iq.sendy.buyers.WhatsAppCodesTest;
import iq.sendy.cashier.CashierSessionsTest;
import iq.sendy.catalog.ProductTest;
import iq.sendy.channels.TokensTest;
import iq.sendy.checkout.TrackingTest;
import iq.sendy.customers.CustomersTest;
import iq.sendy.finance.ExpensePaymentsTest;
import iq.sendy.geography.web.AddressReferenceTest;
import iq.sendy.inventory.InventoryTest;
import iq.sendy.jobs.LeaseTest;
import iq.sendy.media.ImagesTest;
import iq.sendy.messaging.ConversationsTest;
import iq.sendy.orders.ConfirmationDeskTest;
import iq.sendy.platform.limits.RateLimitsTest;
import iq.sendy.pricing.UsingCodesTest;
import iq.sendy.purchasing.SuppliersTest;
import iq.sendy.returns.ReturnsTest;
import iq.sendy.storefront.ShareLinksTest;
import iq.sendy.stores.CurrencyTest;
import iq.sendy.webhooks.FeedTest;
import org.junit.jupiter.api.Nested;

/**
 * The oldest PostgreSQL understands what the newest does: it takes every migration, reads every statement that stands in the
 * sources, plans those of the walk as well, and runs one class of each module with tables once more. They are one class, so
 * that one JVM of the three starts Sendy on it, and does so once. By their own names the tests run on the PostgreSQL that comes
 * along.
 */
@OnOldestPostgres
class OldestPostgresTest {

    @Nested
    class Sources extends StatementsOfSourcesTest {}

    @Nested
    class Statements extends StatementRulesTest {}

    @Nested
    class ApiKey extends ApiKeyTest {}

    @Nested
    class Session extends SessionTest {}

    @Nested
    class JobLog extends JobLogTest {}

    @Nested
    class FigureRecount extends FigureRecountTest {}

    @Nested
    class TokenBudget extends TokenBudgetTest {}

    @Nested
    class WhatsAppCodes extends WhatsAppCodesTest {}

    @Nested
    class CashierSessions extends CashierSessionsTest {}

    @Nested
    class Product extends ProductTest {}

    @Nested
    class Tokens extends TokensTest {}

    @Nested
    class Tracking extends TrackingTest {}

    @Nested
    class Customers extends CustomersTest {}

    @Nested
    class ExpensePayments extends ExpensePaymentsTest {}

    @Nested
    class AddressReference extends AddressReferenceTest {}

    @Nested
    class Inventory extends InventoryTest {}

    @Nested
    class Lease extends LeaseTest {}

    @Nested
    class Images extends ImagesTest {}

    @Nested
    class Conversations extends ConversationsTest {}

    @Nested
    class ConfirmationDesk extends ConfirmationDeskTest {}

    @Nested
    class RateLimits extends RateLimitsTest {}

    @Nested
    class UsingCodes extends UsingCodesTest {}

    @Nested
    class Suppliers extends SuppliersTest {}

    @Nested
    class Returns extends ReturnsTest {}

    @Nested
    class ShareLinks extends ShareLinksTest {}

    @Nested
    class Currency extends CurrencyTest {}

    @Nested
    class Feed extends FeedTest {}
}
