package iq.sendy.buyers;

import iq.sendy.OnOldestPostgres;

@OnOldestPostgres
class BuyersOnOldestPostgresTest extends OneTimeCodesTest {}
