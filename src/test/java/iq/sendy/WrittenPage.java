package iq.sendy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of the documents that follows from the code. Tests compare; only who asks for it has it written. */
public final class WrittenPage {

    private WrittenPage() {}

    /** Expects that the page says just this. */
    public static void says(Path page, String text) throws IOException {
        if (Boolean.getBoolean("write")) {
            Files.writeString(page, text);
        }
        assertThat(page)
                .as("%s follows from the code; ./bin/check -Dwrite=true -Dtest=... writes it anew", page)
                .exists()
                .hasContent(text);
    }
}
