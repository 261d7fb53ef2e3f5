package iq.sendy.cashier;

import iq.sendy.OnOldestPostgres;

@OnOldestPostgres
class CashierSessionsOnOldestPostgresTest extends CashierSessionsTest {}
