package iq.sendy.analytics;

import iq.sendy.kernel.WireWord;

/** File format of figures as a sheet. */
public enum SheetFormat implements WireWord {
    CSV("csv", "text/csv; charset=utf-8"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String word;
    private final String mediaType;

    SheetFormat(String word, String mediaType) {
        this.word = word;
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    @Override
    public String toString() {
        return word;
    }
}
