package iq.sendy.dashboard.goods;

import iq.sendy.catalog.ProductFile;
import iq.sendy.catalog.ProductImport;
import iq.sendy.catalog.ProductImports;
import iq.sendy.catalog.ProductTemplates;
import iq.sendy.catalog.SaveMode;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.MultipartForm;
import iq.sendy.platform.body.Prepared;
import iq.sendy.platform.body.Upload;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReader;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Products out of a file: tried first, which says row by row what is wrong and what would be made, and then imported. */
@PageController
class ProductImportPageController {

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ProductImports imports;
    private final ProductTemplates templates;
    private final PageReaders readers;

    ProductImportPageController(ProductImports imports, ProductTemplates templates, PageReaders readers) {
        this.imports = imports;
        this.templates = templates;
        this.readers = readers;
    }

    @GetMapping(GoodsPaths.IMPORT)
    @Allows(permission = "products.manage")
    ModelAndView begin() {
        return page(HttpStatus.OK, PageForm.empty(), Map.of());
    }

    @GetMapping(GoodsPaths.IMPORT + "/template")
    @Allows(permission = "products.manage")
    ResponseEntity<byte[]> template(Caller caller, Locale language) throws IOException {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(WORKBOOK))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"products.xlsx\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(templates.workbook(language.getLanguage(), caller.currency()));
    }

    /** How much of it is stored stands in the path, since a form with a file has no parameters. */
    @PostMapping(GoodsPaths.IMPORT)
    @Allows(permission = "products.manage")
    @Upload(most = ImportFile.MOST_OF_FORM)
    ModelAndView read(
            @Prepared(by = ImportFile.class) @Nullable ProductFile file,
            @RequestParam(name = "store", defaultValue = "") String store,
            HttpServletRequest request,
            Caller caller,
            Actor actor,
            Locale language) {
        var reader = readers.of(caller, language);
        return switch (file) {
            case ProductFile.Lines(var lines) -> {
                var form = MultipartForm.of(request, ImportFile.MOST_OF_FORM);
                var untried = ImportFile.isUntried(form);
                var mode = untried ? SaveMode.TRIAL : mode(store);
                var found = imports.run(caller.store(), actor, lines, mode);
                if (stored(mode, found)) {
                    yield PageRedirect.to(GoodsPaths.PRODUCTS + "?said=" + said(found));
                }
                yield shown(mode, ImportLook.of(found, reader), form)
                        .addObject("other", untried && mode(store) != SaveMode.TRIAL);
            }
            case ProductFile.Unreadable unreadable -> wrong(unreadable.why(), reader);
            case null -> wrong(Violation.at("file", "field.required").said("import.file", List.of()), reader);
        };
    }

    /** Rows may have failed since the file was tried, and so what was left out is said rather than what was not. */
    private static String said(ProductImport found) {
        return found.failed() == 0
                ? "products.imported&n=" + found.rows().size()
                : "products.imported.part&n=" + found.failed();
    }

    private static boolean stored(SaveMode mode, ProductImport found) {
        return switch (mode) {
            case ALL_OR_NOTHING -> found.problems().isEmpty();
            case PARTIAL -> !found.rows().isEmpty();
            case TRIAL -> false;
        };
    }

    private static ModelAndView shown(SaveMode mode, ImportLook look, MultipartForm form) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("look", look);
        model.put("kept", ImportFile.kept(form));
        model.put("tried", ImportFile.digest(form));
        model.put("refused", mode != SaveMode.TRIAL);
        return page(mode == SaveMode.TRIAL ? HttpStatus.OK : HttpStatus.BAD_REQUEST, PageForm.empty(), model);
    }

    private static SaveMode mode(String store) {
        return switch (store) {
            case "all" -> SaveMode.ALL_OR_NOTHING;
            case "good" -> SaveMode.PARTIAL;
            default -> SaveMode.TRIAL;
        };
    }

    private static ModelAndView wrong(Violation why, PageReader reader) {
        return page(HttpStatus.BAD_REQUEST, PageForm.empty().withFaults(reader.faults(List.of(why))), Map.of());
    }

    private static ModelAndView page(HttpStatus status, PageForm form, Map<String, @Nullable Object> found) {
        return new ModelAndView("dashboard/goods/import", found, status).addObject("form", form);
    }
}
