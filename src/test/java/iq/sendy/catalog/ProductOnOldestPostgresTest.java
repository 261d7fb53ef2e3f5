package iq.sendy.catalog;

import iq.sendy.OnOldestPostgres;

@OnOldestPostgres
class ProductOnOldestPostgresTest extends ProductTest {}
