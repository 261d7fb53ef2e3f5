package wrong.shop;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

class DecodesAtOnce {

    BufferedImage picture(byte[] sent) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(sent));
    }
}
