package iq.sendy.dashboard.goods;

import iq.sendy.catalog.ProductFile;
import iq.sendy.catalog.ProductImports;
import iq.sendy.kernel.Bytes;
import iq.sendy.platform.body.MultipartForm;
import iq.sendy.platform.body.MultipartForm.FormPart;
import iq.sendy.platform.body.Preparation;
import iq.sendy.platform.body.PreparationRequest;
import iq.sendy.platform.body.Upload;
import iq.sendy.platform.secrets.Digests;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The file of an import: the one that is sent, or that the page before gave back. Without scripts no page can choose a file again,
 * and what was only tried is stored nowhere, so a page that showed what would come of a file carries it along.
 */
@Component
class ImportFile implements Preparation<ProductFile> {

    static final int MOST_OF_FORM = ProductImports.MOST_BYTES + Upload.AROUND;

    private static final String FILE = "file";
    private static final String KEPT = "kept";
    private static final String TRIED = "tried";

    /** What is larger must be chosen again: phones would send it three times. */
    private static final int MOST_KEPT = 512 << 10;

    private final ProductImports imports;

    ImportFile(ProductImports imports) {
        this.imports = imports;
    }

    @Override
    public @Nullable ProductFile prepare(PreparationRequest request) {
        var caller = request.caller();
        return sent(request.form(MOST_OF_FORM))
                .map(file -> imports.read(caller.store(), caller.currency(), file, request::claim))
                .orElse(null);
    }

    /** What the next page carries along; null where it is too much. */
    static @Nullable String kept(MultipartForm form) {
        return sent(form)
                .filter(file -> file.length() <= MOST_KEPT)
                .map(file -> Base64.getEncoder().encodeToString(file.toArray()))
                .orElse(null);
    }

    /** What the next page knows the file by, where it is chosen again. */
    static String digest(MultipartForm form) {
        return sent(form).map(ImportFile::digest).orElse("");
    }

    /** Whether a file was chosen that is another than the one that was tried: nobody has seen yet what would come of it. */
    static boolean isUntried(MultipartForm form) {
        var tried = form.fields().getOrDefault(TRIED, new String[0]);
        return form.file(FILE)
                .filter(file -> !List.of(tried).contains(digest(file)))
                .isPresent();
    }

    private static String digest(Bytes file) {
        return HexFormat.of().formatHex(Digests.sha256(file.toArray()));
    }

    private static Optional<Bytes> sent(MultipartForm form) {
        return form.file(FILE)
                .or(() -> form.parts().stream()
                        .filter(part -> part.name().equals(KEPT) && part.fileName() == null)
                        .findFirst()
                        .map(FormPart::content)
                        .flatMap(ImportFile::decoded));
    }

    private static Optional<Bytes> decoded(Bytes text) {
        try {
            return Optional.of(Bytes.of(Base64.getMimeDecoder().decode(text.toArray())));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }
}
