package iq.sendy.orders.web;

import iq.sendy.kernel.WireWord;

/** File format of an export. */
enum ExportFormat implements WireWord {
    CSV("csv"),
    XLSX("xlsx");

    private final String word;

    ExportFormat(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
