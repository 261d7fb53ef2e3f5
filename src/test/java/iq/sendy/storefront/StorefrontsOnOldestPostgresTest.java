package iq.sendy.storefront;

import iq.sendy.OnOldestPostgres;

@OnOldestPostgres
class StorefrontsOnOldestPostgresTest extends StorefrontsTest {}
