package iq.sendy.pricing;

import iq.sendy.OnOldestPostgres;

@OnOldestPostgres
class UsingCodesOnOldestPostgresTest extends UsingCodesTest {}
