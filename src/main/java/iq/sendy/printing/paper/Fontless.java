package iq.sendy.printing.paper;

import java.io.IOException;
import java.nio.file.Files;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes AWT shape texts on a machine that has a JDK and nothing else: no display, no fontconfig, no font. There it would
 * find no list of the machine's fonts and refuse ours as well; an empty list is enough for it.
 */
final class Fontless {

    private static final Logger LOG = LoggerFactory.getLogger(Fontless.class);
    private static final String HEADLESS = "java.awt.headless";
    private static final String LIST = "sun.awt.fontconfig";

    private Fontless() {}

    /** Before AWT is touched. Where there is fontconfig, AWT asks that first, as ever. */
    static void prepare() {
        if (System.getProperty(HEADLESS) == null) {
            System.setProperty(HEADLESS, "true");
        }
        if (System.getProperty(LIST) == null) {
            try {
                var list = Files.createTempFile("sendy-fonts", ".properties");
                list.toFile().deleteOnExit();
                Files.writeString(list, "version=1\nsequence.allfonts=default\n");
                System.setProperty(LIST, list.toString());
            } catch (IOException full) {
                LOG.warn("No list of fonts could be written; without fontconfig nothing will be printed", full);
            }
        }
    }
}
