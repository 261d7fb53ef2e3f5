package iq.sendy.platform.pages;

import java.util.List;

/**
 * The pages of a module, as the edge protects them.
 *
 * @param paths patterns of all its pages
 * @param open those that nobody need sign in for; everything else leads to the sign-in page first
 * @param signIn the path of the sign-in page
 * @param permissions what the browser may lend, as {@code Permissions-Policy} says it
 * @param files patterns of what belongs to pages and is none, such as pictures: a browser names no HTML when it asks for these
 */
public record PageArea(List<String> paths, List<String> open, String signIn, String permissions, List<String> files) {

    public PageArea {
        paths = List.copyOf(paths);
        open = List.copyOf(open);
        files = List.copyOf(files);
    }

    /** One without files. */
    public PageArea(List<String> paths, List<String> open, String signIn, String permissions) {
        this(paths, open, signIn, permissions, List.of());
    }
}
