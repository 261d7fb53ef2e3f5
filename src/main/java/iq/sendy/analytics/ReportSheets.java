package iq.sendy.analytics;

import iq.sendy.platform.compute.ComputeBound;
import iq.sendy.platform.compute.ComputeKind;
import iq.sendy.platform.compute.ComputePool;
import iq.sendy.platform.sheets.SheetWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.springframework.stereotype.Service;

/** Figures as files for spreadsheets, which the compute pool makes. */
@Service
public class ReportSheets {

    private final ComputePool compute;

    ReportSheets(ComputePool compute) {
        this.compute = compute;
    }

    /** The file, whole. */
    public ByteArrayOutputStream file(ReportSheet sheet, SheetFormat format) throws IOException {
        return compute.run(ComputeKind.EXPORT, () -> SheetFile.of(sheet, format));
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
