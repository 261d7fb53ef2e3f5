package iq.sendy.checkout;

import iq.sendy.OnOldestPostgres;

/** What strangers order, on the oldest PostgreSQL. */
@OnOldestPostgres
class CheckoutOnOldestPostgresTest extends ShopOrdersTest {}
