package iq.sendy.finance;

import iq.sendy.OnOldestPostgres;

@OnOldestPostgres
class ExpensesOnOldestPostgresTest extends ExpensesTest {}
