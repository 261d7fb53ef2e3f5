package bench;

import iq.sendy.kernel.SearchText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Names of people and things: a few thousand combinations, as a store that grows meets them again and again. */
record Names(List<String> all) {

    private static final String FIRST = "زينب فاطمة حسين علي محمد حيدر كرار نور سجاد عباس جعفر مصطفى مريم هدى رقية سارة ياسر"
            + " عمر عثمان بلال أحمد إبراهيم يوسف رند دعاء شهد آية تبارك زهراء بتول سيف حسن كاظم ليث منتظر غدير رسل طه أنس قاسم";
    private static final String FAMILY = "العبيدي الجبوري الدليمي الزبيدي الربيعي الخفاجي الساعدي الكعبي التميمي الشمري"
            + " العزاوي الحسيني الموسوي الياسري الحلي البغدادي البصري الموصلي الكربلائي النجفي السامرائي التكريتي الراوي"
            + " العاني الحديثي الهيتي الفلوجي الجنابي المعموري الغانمي الخزرجي الأوسي القيسي الأسدي الخالدي السوداني المالكي"
            + " العامري الشمخي البياتي الكروي الونداوي الطائي المفرجي اللامي الفتلاوي الحمداني السلطاني العكيلي الركابي"
            + " الحجامي البهادلي المحمداوي الغزي الناصري الحسناوي البديري الشبلي العارضي الظالمي";
    private static final String THING = "مصباح مزهرية كرسي طاولة سجادة مرآة ستارة وسادة غطاء ساعة إبريق صحن ملعقة سكين قدر كوب فنجان"
            + " صينية مكواة مروحة مدفأة سلة صندوق حقيبة حزام قميص بنطلون معطف وشاح حذاء جورب قبعة قلم دفتر كتاب لعبة دمية كرة"
            + " دراجة خيمة";
    private static final String KIND = "أحمر أزرق أخضر أصفر أبيض أسود بني رمادي وردي ذهبي فضي نحاسي خشبي زجاجي حديدي قطني صوفي جلدي"
            + " ورقي حريري كبير صغير طويل قصير عريض ضيق ثقيل خفيف قديم حديث فاخر بسيط منقوش ملون مطرز مدور مربع منزلي مدرسي صيفي"
            + " شتوي ربيعي يدوي عراقي بصري موصلي كردي بغدادي شامي مغربي";

    static Names ofPeople() {
        return crossed(FIRST, FAMILY);
    }

    static Names ofThings() {
        return crossed(THING, KIND);
    }

    private static Names crossed(String left, String right) {
        var all = new ArrayList<String>();
        for (var one : left.split(" ")) {
            for (var other : right.split(" ")) {
                all.add(one + " " + other);
            }
        }
        return new Names(List.copyOf(all));
    }

    String[] texts() {
        return all.toArray(String[]::new);
    }

    String[] folded() {
        return Arrays.stream(texts()).map(SearchText::fold).toArray(String[]::new);
    }

    /** A part of one name and of no other: its end, and the beginning of what follows. */
    String partOf(int index) {
        var name = all.get(index);
        var cut = name.indexOf(' ');
        return name.substring(1, cut) + name.substring(cut, name.length() - 1);
    }

    String first(int index) {
        var name = all.get(index);
        return name.substring(0, name.indexOf(' '));
    }
}
