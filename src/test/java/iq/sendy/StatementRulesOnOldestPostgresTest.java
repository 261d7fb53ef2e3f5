package iq.sendy;

@OnOldestPostgres
class StatementRulesOnOldestPostgresTest extends StatementRulesTest {}
