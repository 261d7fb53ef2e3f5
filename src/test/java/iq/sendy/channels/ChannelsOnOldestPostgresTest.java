package iq.sendy.channels;

import iq.sendy.OnOldestPostgres;

@OnOldestPostgres
class ChannelsOnOldestPostgresTest extends ChannelsTest {}
