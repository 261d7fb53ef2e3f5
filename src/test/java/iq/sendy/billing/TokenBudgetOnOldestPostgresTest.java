package iq.sendy.billing;

import iq.sendy.OnOldestPostgres;

@OnOldestPostgres
class TokenBudgetOnOldestPostgresTest extends TokenBudgetTest {}
