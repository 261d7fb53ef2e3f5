package iq.sendy.media;

import iq.sendy.OnOldestPostgres;

@OnOldestPostgres
class ImagesOnOldestPostgresTest extends ImagesTest {}
