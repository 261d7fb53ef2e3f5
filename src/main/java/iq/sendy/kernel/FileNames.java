package iq.sendy.kernel;

/** Names under which files are saved that others named: without what a file system or a header reads in them. */
public final class FileNames {

    private static final int LONGEST = 100;

    private FileNames() {}

    /** Empty where nothing of it is left. */
    public static String safe(String given) {
        var kept = new StringBuilder();
        given.codePoints()
                .filter(symbol -> !Character.isISOControl(symbol) && Character.getType(symbol) != Character.FORMAT)
                .map(symbol -> "/\\:*?\"<>|;%".indexOf(symbol) >= 0 ? '_' : symbol)
                .limit(LONGEST)
                .forEach(kept::appendCodePoint);
        // A name of dots is a folder, and one that begins with a dot is hidden.
        var start = 0;
        while (start < kept.length() && (kept.charAt(start) == '.' || kept.charAt(start) == ' ')) {
            start++;
        }
        return kept.substring(start).strip();
    }
}
