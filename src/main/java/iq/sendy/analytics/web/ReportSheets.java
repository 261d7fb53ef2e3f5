package iq.sendy.analytics.web;

import iq.sendy.platform.compute.ComputeBound;
import iq.sendy.platform.compute.ComputeKind;
import iq.sendy.platform.compute.ComputePool;
import iq.sendy.platform.sheets.SheetWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Figures sent as a file for spreadsheets, which the compute pool makes. */
@Component
class ReportSheets {

    private final ComputePool compute;

    ReportSheets(ComputePool compute) {
        this.compute = compute;
    }

    void send(ReportSheet sheet, SheetFormat format, HttpServletResponse response) throws IOException {
        var file = compute.run(ComputeKind.EXPORT, () -> SheetFile.of(sheet, format));
        response.setHeader("Content-Disposition", "attachment; filename=\"" + sheet.name() + "." + format + "\"");
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(format.mediaType());
        response.setContentLength(file.size());
        file.writeTo(response.getOutputStream());
    }

    @ComputeBound
    private static final class SheetFile {

        private SheetFile() {}

        private static ByteArrayOutputStream of(ReportSheet sheet, SheetFormat format) throws IOException {
            var file = new ByteArrayOutputStream();
            var writer = switch (format) {
                case CSV -> SheetWriter.csv(file, sheet.columns());
                case XLSX -> SheetWriter.workbook(file, sheet.name(), sheet.columns());
            };
            for (var line : sheet.lines()) {
                writer.line(line);
            }
            writer.end();
            return file;
        }
    }
}
