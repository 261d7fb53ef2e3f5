package iq.sendy.catalog;

import iq.sendy.kernel.Currency;
import iq.sendy.platform.compute.ComputeKind;
import iq.sendy.platform.compute.ComputePool;
import iq.sendy.platform.sheets.SheetWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Service;

/** An XLSX file to fill in and to import: the columns by the headers that are understood, and a row that shows how. */
@Service
public class ProductTemplates {

    private static final List<String> ENGLISH = List.of(
            "SKU",
            "Name",
            "Price",
            "Quantity",
            "Category",
            "Old price",
            "Cost",
            "Barcode",
            "Weight",
            "Description",
            "Images");
    private static final List<String> ARABIC = List.of(
            "رمز المنتج",
            "الاسم",
            "السعر",
            "الكمية",
            "الفئة",
            "السعر قبل الخصم",
            "الكلفة",
            "الباركود",
            "الوزن بالغرام",
            "الوصف",
            "روابط الصور");

    private static final List<String> SORANI = List.of(
            "کۆدی کاڵا",
            "ناو",
            "نرخ",
            "ژمارە",
            "پۆل",
            "نرخی پێش داشکاندن",
            "تێچوو",
            "بارکۆد",
            "کێش بە گرام",
            "وەسف",
            "وێنەکان");

    private final ComputePool compute;

    ProductTemplates(ComputePool compute) {
        this.compute = compute;
    }

    /** The file in the reader's language, and in Arabic for who reads another than the three. */
    public byte[] workbook(String language, Currency currency) throws IOException {
        return compute.run(ComputeKind.EXPORT, () -> {
            var made = new ByteArrayOutputStream();
            var sheet = SheetWriter.workbook(made, "products", headers(language));
            sheet.line(List.of("ROSE-RED", roses(language), currency.onWire(price(currency)), BigDecimal.valueOf(12)));
            sheet.end();
            return made.toByteArray();
        });
    }

    private static List<String> headers(String language) {
        return switch (language) {
            case "en" -> ENGLISH;
            case "ckb" -> SORANI;
            default -> ARABIC;
        };
    }

    private static String roses(String language) {
        return switch (language) {
            case "en" -> "Red roses";
            case "ckb" -> "گوڵی سوور";
            default -> "باقة جوري أحمر";
        };
    }

    /** Twenty-five thousand dinars, or twenty-five of what has smaller parts. */
    private static long price(Currency currency) {
        return currency.decimals() == 0 ? 25_000 : currency.minor(BigDecimal.valueOf(25));
    }
}
