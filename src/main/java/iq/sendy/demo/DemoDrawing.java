package iq.sendy.demo;

import java.awt.image.BufferedImage;

/** Drawing that a picture of the demo is made of. */
interface DemoDrawing {

    BufferedImage drawn();
}
