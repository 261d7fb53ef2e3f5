package iq.sendy.storefront;

import iq.sendy.OnOldestPostgres;

@OnOldestPostgres
class ShareLinksOnOldestPostgresTest extends ShareLinksTest {}
