package iq.sendy.analytics;

import iq.sendy.OnOldestPostgres;

@OnOldestPostgres
class AnalyticsOnOldestPostgresTest extends AnalyticsTest {}
