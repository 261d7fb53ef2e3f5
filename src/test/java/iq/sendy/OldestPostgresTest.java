package iq.sendy;

import iq.sendy.access.ApiKeyTest;
import iq.sendy.accounts.SignInsTest;
import iq.sendy.agent.KnowledgeBaseTest;
import iq.sendy.analytics.AnalyticsTest;
import iq.sendy.billing.StoreSubscriptionsTest;
import iq.sendy.billing.TokenBudgetTest;
import iq.sendy.buyers.OneTimeCodesTest;
import iq.sendy.cashier.CashierSessionsTest;
import iq.sendy.cashier.PinnedProductsTest;
import iq.sendy.catalog.ProductTest;
import iq.sendy.channels.ChannelsTest;
import iq.sendy.checkout.ShopOrdersTest;
import iq.sendy.customers.CustomersTest;
import iq.sendy.dashboard.SignInPageTest;
import iq.sendy.finance.ExpensesTest;
import iq.sendy.geography.web.AddressReferenceTest;
import iq.sendy.inventory.TakingTest;
import iq.sendy.jobs.LeaseTest;
import iq.sendy.media.ImagesTest;
import iq.sendy.messaging.ConversationsTest;
import iq.sendy.orders.ConfirmationDeskTest;
import iq.sendy.orders.OrderStepsTest;
import iq.sendy.platform.limits.RateLimitsTest;
import iq.sendy.pricing.UsingCodesTest;
import iq.sendy.purchasing.ReceiptsTest;
import iq.sendy.returns.ReturnsTest;
import iq.sendy.shop.ShopWindowTest;
import iq.sendy.storefront.ShareLinksTest;
import iq.sendy.storefront.StorefrontsTest;
import iq.sendy.stores.CurrencyTest;
import iq.sendy.webhooks.FeedTest;
import org.junit.jupiter.api.Nested;

/**
 * Other tests once more, on the oldest PostgreSQL: one of each module with tables at least, asking them for what it can. They
 * are one class, so that one JVM of the three starts Sendy on it, and does so once. By their own names the tests run on the
 * PostgreSQL that comes along.
 */
@OnOldestPostgres
class OldestPostgresTest {

    @Nested
    class Statements extends StatementRulesTest {}

    @Nested
    class ApiKey extends ApiKeyTest {}

    @Nested
    class SignIns extends SignInsTest {}

    @Nested
    class KnowledgeBase extends KnowledgeBaseTest {}

    @Nested
    class Analytics extends AnalyticsTest {}

    @Nested
    class StoreSubscriptions extends StoreSubscriptionsTest {}

    @Nested
    class TokenBudget extends TokenBudgetTest {}

    @Nested
    class Buyers extends OneTimeCodesTest {}

    @Nested
    class CashierSessions extends CashierSessionsTest {}

    @Nested
    class PinnedProducts extends PinnedProductsTest {}

    @Nested
    class Product extends ProductTest {}

    @Nested
    class Channels extends ChannelsTest {}

    @Nested
    class Checkout extends ShopOrdersTest {}

    @Nested
    class Customers extends CustomersTest {}

    @Nested
    class SignInPage extends SignInPageTest {}

    @Nested
    class Expenses extends ExpensesTest {}

    @Nested
    class AddressReference extends AddressReferenceTest {}

    @Nested
    class Taking extends TakingTest {}

    @Nested
    class Lease extends LeaseTest {}

    @Nested
    class Images extends ImagesTest {}

    @Nested
    class Conversations extends ConversationsTest {}

    @Nested
    class ConfirmationDesk extends ConfirmationDeskTest {}

    @Nested
    class OrderSteps extends OrderStepsTest {}

    @Nested
    class RateLimits extends RateLimitsTest {}

    @Nested
    class UsingCodes extends UsingCodesTest {}

    @Nested
    class Receipts extends ReceiptsTest {}

    @Nested
    class Returns extends ReturnsTest {}

    @Nested
    class ShopWindow extends ShopWindowTest {}

    @Nested
    class ShareLinks extends ShareLinksTest {}

    @Nested
    class Storefronts extends StorefrontsTest {}

    @Nested
    class Currency extends CurrencyTest {}

    @Nested
    class Feed extends FeedTest {}
}
