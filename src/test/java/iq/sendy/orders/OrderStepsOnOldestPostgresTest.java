package iq.sendy.orders;

import iq.sendy.OnOldestPostgres;

@OnOldestPostgres
class OrderStepsOnOldestPostgresTest extends OrderStepsTest {}
