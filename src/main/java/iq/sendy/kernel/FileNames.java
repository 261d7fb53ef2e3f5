package iq.sendy.kernel;

/** Names under which files are saved that others named: without what a file system or a header reads in them. */
public final class FileNames {

    private static final int LONGEST = 100;
    private static final int LONGEST_ENDING = 8;

    private FileNames() {}

    /** Empty where nothing of it is left. One that is too long keeps its ending. */
    public static String safe(String given) {
        var cleaned = cleaned(given);
        var dot = cleaned.lastIndexOf('.');
        return dot > 0 && cleaned.length() - dot <= LONGEST_ENDING
                ? shortened(cleaned.substring(0, dot), cleaned.substring(dot))
                : shortened(cleaned, "");
    }

    /** As {@link #safe(String)}, with an ending that it has or is given, so that a file is opened as what it is. */
    public static String safe(String given, String ending) {
        var cleaned = cleaned(given);
        if (cleaned.isEmpty()) {
            return "";
        }
        var stem = cleaned.length() - ending.length();
        var ends = cleaned.regionMatches(true, stem, ending, 0, ending.length());
        return shortened(ends ? cleaned.substring(0, stem) : cleaned, ending);
    }

    private static String cleaned(String given) {
        var kept = new StringBuilder();
        given.codePoints()
                .filter(symbol -> !Character.isISOControl(symbol) && Character.getType(symbol) != Character.FORMAT)
                .map(symbol -> "/\\:*?\"<>|;%".indexOf(symbol) >= 0 ? '_' : symbol)
                .forEach(kept::appendCodePoint);
        // A name of dots is a folder, and one that begins with a dot is hidden.
        var start = 0;
        while (start < kept.length() && (kept.charAt(start) == '.' || kept.charAt(start) == ' ')) {
            start++;
        }
        return kept.substring(start).strip();
    }

    private static String shortened(String stem, String ending) {
        var most = LONGEST - ending.length();
        var fits = stem.codePointCount(0, stem.length()) <= most;
        return (fits
                        ? stem
                        : stem.substring(0, stem.offsetByCodePoints(0, most)).strip())
                + ending;
    }
}
