package iq.sendy.platform.limits;

import iq.sendy.OnOldestPostgres;

@OnOldestPostgres
class RateLimitsOnOldestPostgresTest extends RateLimitsTest {}
