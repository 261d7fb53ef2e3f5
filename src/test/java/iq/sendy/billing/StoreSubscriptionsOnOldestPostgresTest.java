package iq.sendy.billing;

import iq.sendy.OnOldestPostgres;

@OnOldestPostgres
class StoreSubscriptionsOnOldestPostgresTest extends StoreSubscriptionsTest {}
