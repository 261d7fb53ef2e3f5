package iq.sendy.orders;

import iq.sendy.OnOldestPostgres;

@OnOldestPostgres
class ConfirmationDeskOnOldestPostgresTest extends ConfirmationDeskTest {}
