package iq.sendy.stores;

import iq.sendy.OnOldestPostgres;

@OnOldestPostgres
class CurrencyOnOldestPostgresTest extends CurrencyTest {}
