package iq.sendy.orders;

import iq.sendy.kernel.WireWord;

/** File format of an export. */
public enum ExportFormat implements WireWord {
    CSV("csv"),
    XLSX("xlsx");

    private final String word;

    ExportFormat(String word) {
        this.word = word;
    }

    /** As a header says it. */
    public String contentType() {
        return switch (this) {
            case CSV -> "text/csv; charset=utf-8";
            case XLSX -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        };
    }

    @Override
    public String toString() {
        return word;
    }
}
