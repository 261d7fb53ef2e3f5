package iq.sendy.shop.web;

import iq.sendy.storefront.Theme;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/** What shops of each niche sell, and what it looks like: shot on white, as merchants shoot it. */
final class ShopWares {

    private static final int SIDE = 800;

    private ShopWares() {}

    /** A product as its shop tells of it. */
    record Ware(String name, String description, long price, String category, String colour) {}

    /** A shop as its people set it up. */
    record Window(String name, String line, List<Ware> wares) {}

    static Window of(Theme theme) {
        return switch (theme) {
            case FLOWERS ->
                new Window(
                        "زهور دجلة",
                        "ورد طازج لكل مناسبة في بغداد",
                        List.of(
                                new Ware(
                                        "باقة ورد جوري أحمر (12)",
                                        "اثنتا عشرة وردة بتغليف كرافت.",
                                        25_000,
                                        "باقات",
                                        "C2183C"),
                                new Ware("باقة توليب ملون", "خمس عشرة زهرة بألوان الربيع.", 35_000, "باقات", "E9A23B"),
                                new Ware("صندوق زنبق أبيض", "زنبق أبيض في صندوق دائري.", 55_000, "صناديق", "D9CBB8"),
                                new Ware("باقة لافندر", "لافندر مجفف يدوم طويلاً.", 18_000, "مجفف", "8B6FB3")));
            case FASHION ->
                new Window(
                        "دار نور",
                        "قطع قليلة، مفصّلة بعناية",
                        List.of(
                                new Ware("فستان كتان طويل", "كتان خالص، قياسات S إلى XL.", 65_000, "فساتين", "2E3A4F"),
                                new Ware("فستان سهرة ساتان", "ساتان مطفي.", 120_000, "فساتين", "6E1F2B"),
                                new Ware("عباءة كريب", "كريب ياباني خفيف.", 85_000, "عباءات", "1C1C1E"),
                                new Ware("فستان صيفي", "قطن مخطط.", 40_000, "فساتين", "B58B5A")));
            case BEAUTY ->
                new Window(
                        "مسك",
                        "عناية لطيفة للبشرة الجافة والحساسة، بلا عطور قوية",
                        List.of(
                                new Ware("سيروم فيتامين سي", "للبشرة الباهتة، 30 مل.", 28_000, "سيروم", "D98B5F"),
                                new Ware("كريم مرطب يومي", "للبشرة الجافة، 50 مل.", 22_000, "ترطيب", "A5668B"),
                                new Ware("ماء ورد طبيعي", "للبشرة الحساسة، 200 مل.", 12_000, "تنظيف", "D16A8A"),
                                new Ware("زيت أرغان", "للشعر والأطراف، 100 مل.", 31_000, "شعر", "B7862C")));
            case ELECTRONICS ->
                new Window(
                        "تقنية الكرادة",
                        "أصلي بضمان سنة، تبديل خلال 7 أيام",
                        List.of(
                                new Ware(
                                        "سماعة لاسلكية Anker Soundcore",
                                        "بلوتوث 5.3، بطارية 40 ساعة، ضمان سنة",
                                        45_000,
                                        "صوت",
                                        "22262B"),
                                new Ware(
                                        "شاحن 65 واط GaN",
                                        "منفذان USB-C، منفذ USB-A، ضمان سنة",
                                        32_000,
                                        "شواحن",
                                        "4B5560"),
                                new Ware(
                                        "Samsung Galaxy A56 5G",
                                        "256 GB، ذاكرة 8 GB، شاشة 6.7 بوصة",
                                        520_000,
                                        "هواتف",
                                        "1F3B63"),
                                new Ware(
                                        "باور بانك 20000", "شحن سريع 22.5 واط، شاشة نسبة", 27_500, "شواحن", "30343A")));
            case FOOD ->
                new Window(
                        "مطبخ أم علي",
                        "أكل بيت، يُطبخ كل صباح",
                        List.of(
                                new Ware(
                                        "دولمة بغدادية",
                                        "عنب وسلق وبصل، بدبس الرمان. تكفي 3",
                                        18_000,
                                        "أطباق",
                                        "5E7F2E"),
                                new Ware("برياني دجاج", "رز عنبر، لوز وزبيب", 12_000, "أطباق", "E0A030"),
                                new Ware("كبة موصل", "قرصان كبيران", 9_000, "مقبلات", "B06A2C"),
                                new Ware("كليجة تمر", "نصف كيلو، بالهيل", 7_500, "حلويات", "8A5A2B")));
            case GIFTS ->
                new Window(
                        "لمن تحب",
                        "هدايا مغلّفة تصل في وقتها",
                        List.of(
                                new Ware("صندوق هدية للأم", "شال وعطر وبطاقة بخط اليد", 48_000, "عيد الأم", "8E3CC0"),
                                new Ware("صندوق شوكولاتة", "32 قطعة", 30_000, "شكراً", "6B3A22"),
                                new Ware("صندوق مولود جديد", "بطانية ولعبة", 55_000, "مولود", "5AA7C7"),
                                new Ware("صندوق تخرج", "دفتر جلد وقلم", 39_000, "تخرج", "C0392B")));
            case HOME ->
                new Window(
                        "بيت الخشب",
                        "أثاث من خشب الجوز، يُصنع في الكاظمية",
                        List.of(
                                new Ware("كرسي جوز بمسند", "العرض 58 سم، الارتفاع 82 سم", 145_000, "كراسي", "8A5A34"),
                                new Ware("كرسي قش", "العرض 50 سم، الارتفاع 78 سم", 98_000, "كراسي", "B58B52"),
                                new Ware("طاولة جانبية", "القطر 45 سم، الارتفاع 55 سم", 120_000, "طاولات", "6B4A2F"),
                                new Ware("مقعد مدخل", "الطول 110 سم", 175_000, "مقاعد", "5B6B3A")));
            case KIDS ->
                new Window(
                        "كوكب الصغار",
                        "ألعاب آمنة من عمر سنة إلى ثماني سنوات",
                        List.of(
                                new Ware("دب محشو ناعم", "من عمر سنة", 15_000, "دمى", "C98A4B"),
                                new Ware("مكعبات خشبية 50 قطعة", "من عمر 3 سنوات", 22_000, "تركيب", "E4572E"),
                                new Ware("أرنب قطني", "من الولادة", 12_000, "دمى", "9AA5B1"),
                                new Ware("كرة ملونة", "من عمر سنتين", 6_000, "خارج البيت", "2E86AB")));
        };
    }

    /** As a camera's file. */
    static byte[] picture(Theme theme, String colour) {
        var picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setPaint(new GradientPaint(0, 0, Color.WHITE, 0, SIDE, new Color(0xF1F1EF)));
        pen.fillRect(0, 0, SIDE, SIDE);
        pen.setColor(new Color(0, 0, 0, 28));
        pen.fill(new Ellipse2D.Double(200, 690, 400, 46));
        var main = new Color(Integer.parseInt(colour, 16));
        switch (theme) {
            case FLOWERS -> flowers(pen, main);
            case FASHION -> dress(pen, main);
            case BEAUTY -> bottle(pen, main);
            case ELECTRONICS -> device(pen, main);
            case FOOD -> dish(pen, main);
            case GIFTS -> box(pen, main);
            case HOME -> chair(pen, main);
            case KIDS -> bear(pen, main);
        }
        pen.dispose();
        var file = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpg", file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return file.toByteArray();
    }

    private static void shaded(Graphics2D pen, Shape shape, Color colour) {
        var bounds = shape.getBounds();
        pen.setPaint(new GradientPaint(
                bounds.x,
                bounds.y,
                colour.brighter(),
                bounds.x + bounds.width,
                bounds.y + bounds.height,
                colour.darker()));
        pen.fill(shape);
    }

    private static Shape round(double x, double y, double width, double height, double corner) {
        return new RoundRectangle2D.Double(x, y, width, height, corner, corner);
    }

    private static Shape ball(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private static void flowers(Graphics2D pen, Color main) {
        pen.setColor(new Color(0x5B8C4A));
        pen.setStroke(new BasicStroke(9));
        for (var i = -3; i <= 3; i++) {
            pen.drawLine(400 + (i * 60), 340, 400 + (i * 10), 700);
        }
        for (var i = 0; i < 13; i++) {
            var angle = i * 2.399963;
            var far = 46 * Math.sqrt(i);
            var x = 400 + (far * Math.cos(angle));
            var y = 290 + (far * Math.sin(angle));
            shaded(pen, ball(x, y, 62), main);
            pen.setColor(new Color(255, 255, 255, 60));
            pen.fill(ball(x - 12, y - 12, 26));
        }
        var paper = new Path2D.Double();
        paper.moveTo(230, 470);
        paper.lineTo(570, 470);
        paper.lineTo(470, 730);
        paper.lineTo(330, 730);
        paper.closePath();
        shaded(pen, paper, new Color(0xC8A678));
    }

    private static void dress(Graphics2D pen, Color main) {
        var dress = new Path2D.Double();
        dress.moveTo(320, 90);
        dress.quadTo(400, 150, 480, 90);
        dress.lineTo(540, 130);
        dress.lineTo(510, 260);
        dress.quadTo(470, 330, 500, 400);
        dress.lineTo(600, 710);
        dress.quadTo(400, 760, 200, 710);
        dress.lineTo(300, 400);
        dress.quadTo(330, 330, 290, 260);
        dress.lineTo(260, 130);
        dress.closePath();
        shaded(pen, dress, main);
        pen.setColor(new Color(255, 255, 255, 36));
        pen.setStroke(new BasicStroke(4));
        for (var i = -3; i <= 3; i++) {
            pen.drawLine(400 + (i * 22), 410, 400 + (i * 55), 720);
        }
    }

    private static void bottle(Graphics2D pen, Color main) {
        shaded(pen, round(345, 90, 110, 150, 24), new Color(0x3A3236));
        shaded(pen, round(365, 220, 70, 60, 8), new Color(0xC9B38C));
        shaded(pen, round(270, 270, 260, 450, 60), main);
        pen.setColor(new Color(255, 255, 255, 225));
        pen.fill(round(300, 400, 200, 200, 8));
        pen.setColor(main.darker());
        pen.fill(new Rectangle2D.Double(340, 450, 120, 10));
        pen.fill(new Rectangle2D.Double(360, 490, 80, 6));
        pen.fill(new Rectangle2D.Double(350, 520, 100, 6));
    }

    private static void device(Graphics2D pen, Color main) {
        shaded(pen, round(250, 80, 300, 640, 56), main);
        pen.setPaint(new GradientPaint(262, 92, new Color(0x9CC7FF), 538, 700, new Color(0x20304A)));
        pen.fill(round(264, 94, 272, 612, 44));
        pen.setColor(new Color(255, 255, 255, 200));
        for (var i = 0; i < 4; i++) {
            pen.fill(round(292 + (i * 58), 600, 44, 44, 14));
        }
        pen.setColor(main.darker());
        pen.fill(ball(400, 116, 9));
    }

    private static void dish(Graphics2D pen, Color main) {
        shaded(pen, ball(400, 420, 320), new Color(0xD8DDE0));
        pen.setColor(Color.WHITE);
        pen.fill(ball(400, 420, 270));
        for (var i = 0; i < 26; i++) {
            var angle = i * 2.399963;
            var far = 40 * Math.sqrt(i);
            shaded(pen, ball(400 + (far * Math.cos(angle)), 420 + (far * Math.sin(angle)), 46), main);
        }
        pen.setColor(new Color(0x3F7D2B));
        for (var i = 0; i < 5; i++) {
            pen.fill(new Ellipse2D.Double(300 + (i * 45), 350 + (i % 2 * 90), 40, 16));
        }
    }

    private static void box(Graphics2D pen, Color main) {
        shaded(pen, round(190, 340, 420, 380, 16), main);
        shaded(pen, round(165, 260, 470, 110, 16), main.brighter());
        pen.setColor(new Color(0xF6E3B4));
        pen.fill(new Rectangle2D.Double(365, 260, 70, 460));
        pen.setStroke(new BasicStroke(34));
        pen.draw(new Ellipse2D.Double(245, 140, 150, 110));
        pen.draw(new Ellipse2D.Double(405, 140, 150, 110));
    }

    private static void chair(Graphics2D pen, Color main) {
        var wood = main;
        for (var x : new int[] {240, 520}) {
            shaded(pen, round(x, 120, 36, 600, 16), wood);
        }
        for (var y : new int[] {140, 210, 280}) {
            shaded(pen, round(250, y, 300, 34, 16), wood);
        }
        shaded(pen, round(205, 420, 390, 70, 30), new Color(0xD9CDB6));
        shaded(pen, round(215, 476, 370, 26, 10), wood);
        for (var x : new int[] {210, 555}) {
            shaded(pen, round(x, 480, 32, 250, 12), wood.darker());
        }
    }

    private static void bear(Graphics2D pen, Color main) {
        for (var x : new int[] {270, 530}) {
            shaded(pen, ball(x, 170, 70), main);
            shaded(pen, ball(x + (x < 400 ? -40 : 40), 520, 80), main);
            shaded(pen, ball(x + (x < 400 ? 30 : -30), 680, 80), main);
        }
        shaded(pen, new Area(new Ellipse2D.Double(240, 380, 320, 340)), main);
        shaded(pen, ball(400, 280, 190), main);
        pen.setColor(new Color(0xF7E6CF));
        pen.fill(ball(400, 340, 80));
        pen.fill(ball(400, 560, 95));
        pen.setColor(new Color(0x2A2320));
        pen.fill(ball(330, 250, 18));
        pen.fill(ball(470, 250, 18));
        pen.fill(new Ellipse2D.Double(372, 305, 56, 36));
    }
}
