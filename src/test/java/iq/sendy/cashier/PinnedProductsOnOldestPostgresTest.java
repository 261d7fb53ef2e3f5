package iq.sendy.cashier;

import iq.sendy.OnOldestPostgres;

@OnOldestPostgres
class PinnedProductsOnOldestPostgresTest extends PinnedProductsTest {}
