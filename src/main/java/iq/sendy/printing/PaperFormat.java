package iq.sendy.printing;

import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.WireWord;
import iq.sendy.platform.api.InlineFile;
import iq.sendy.platform.compute.ComputeBound;
import iq.sendy.printing.paper.Paper;

/** File format of a paper: PDF, or the dots of a thermal printer as PNG. */
public enum PaperFormat implements WireWord {
    PDF("pdf", "application/pdf") {
        @Override
        @ComputeBound
        Bytes draw(Paper paper, String title) {
            return Bytes.of(paper.pdf(title));
        }
    },
    PNG("png", "image/png") {
        @Override
        @ComputeBound
        Bytes draw(Paper paper, String title) {
            return Bytes.of(paper.png());
        }
    };

    private final String word;
    private final String mediaType;

    PaperFormat(String word, String mediaType) {
        this.word = word;
        this.mediaType = mediaType;
    }

    @Override
    public String toString() {
        return word;
    }

    @ComputeBound
    abstract Bytes draw(Paper paper, String title);

    /** @param name without the ending */
    InlineFile file(String name, String language, Bytes drawn) {
        return new InlineFile(name + "." + word, mediaType, language, drawn);
    }
}
