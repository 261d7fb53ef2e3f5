package iq.sendy.media;

import java.util.List;

/**
 * Dimensions of an image and the widths it is kept in, as a page names them so that nothing jumps and no phone loads more
 * than it shows.
 *
 * @param srcset the widths with their paths, the narrowest first, as the attribute of that name is written
 */
public record ImageSizes(int width, int height, String srcset) {

    /** No list of a page asks for a wider one; the picture itself is where its address leads. */
    private static final int WIDEST_LISTED = 1_600;

    public static ImageSizes of(String path, int width, int height, List<Integer> kept) {
        var srcset = new StringBuilder();
        for (var each : kept) {
            if (srcset.isEmpty() || each <= WIDEST_LISTED) {
                srcset.append(srcset.isEmpty() ? "" : ", ")
                        .append(path)
                        .append("?w=")
                        .append(each)
                        .append(' ')
                        .append(each)
                        .append('w');
            }
        }
        return new ImageSizes(width, height, srcset.toString());
    }
}
