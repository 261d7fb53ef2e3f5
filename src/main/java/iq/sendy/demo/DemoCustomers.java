package iq.sendy.demo;

import iq.sendy.customers.CustomerView;
import iq.sendy.customers.Customers;
import iq.sendy.geography.Area;
import iq.sendy.geography.Geography;
import iq.sendy.kernel.Phone;
import iq.sendy.orders.Recipient;
import iq.sendy.platform.api.Paging;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** The customers of the demo's store: made up, with phones that nobody has. */
@Component
class DemoCustomers {

    private static final int MANY = 90;
    private static final int IN_BAGHDAD_OF_TEN = 8;

    private static final List<String> FIRST = List.of(
            "زينب", "علي", "نور", "حسين", "فاطمة", "مصطفى", "سارة", "أحمد", "مريم", "عمر", "شهد", "حيدر", "آية", "كرار",
            "هبة", "ياسر", "تبارك", "زيد", "رسل", "مهند", "ضحى", "رامي", "دعاء");
    private static final List<String> LAST = List.of(
            "الجبوري",
            "العبيدي",
            "الدليمي",
            "الساعدي",
            "الموسوي",
            "الخفاجي",
            "التميمي",
            "الشمري",
            "الكعبي",
            "الربيعي",
            "العزاوي",
            "البياتي",
            "السامرائي",
            "الزبيدي",
            "اللامي",
            "كريم",
            "جاسم",
            "عبد الرضا");
    private static final List<String> IN_BAGHDAD = List.of(
            "الكرادة",
            "المنصور",
            "زيونة",
            "الأعظمية",
            "الجادرية",
            "اليرموك",
            "الدورة",
            "الكاظمية",
            "بغداد الجديدة",
            "حي الجامعة",
            "البياع",
            "السيدية",
            "شارع فلسطين",
            "العامرية",
            "الحارثية");
    private static final List<String> ELSEWHERE = List.of("BA", "AR", "NA", "KA", "BB", "NI", "SU", "KI", "DI");
    private static final List<String> NEAR = List.of(
            "قرب الصيدلية",
            "مقابل المدرسة الابتدائية",
            "خلف محطة الوقود",
            "قرب جامع الحي",
            "فوق محل الألبسة",
            "مقابل المصرف",
            "قرب المركز الصحي",
            "بجانب مخبز الصمون");

    private final Geography geography;
    private final Customers customers;

    DemoCustomers(Geography geography, Customers customers) {
        this.geography = geography;
        this.customers = customers;
    }

    /** All of them, in an order in which the first buy most. */
    List<Recipient> all(RandomGenerator random) {
        var baghdad = geography.areas(geography.province("BG").orElseThrow()).stream()
                .filter(area -> IN_BAGHDAD.contains(area.names().arabic()))
                .toList();
        var all = new ArrayList<Recipient>();
        for (var i = 0; i < MANY; i++) {
            var area = random.nextInt(10) < IN_BAGHDAD_OF_TEN ? one(baghdad, random) : elsewhere(random);
            var name = FIRST.get(i % FIRST.size()) + " " + one(LAST, random);
            var phone = Phone.parse("0770000" + (1000 + (7 * i))).orElseThrow();
            all.add(new Recipient(name, phone, address(area, random), area.provinceCode(), area.id(), null));
        }
        return all;
    }

    private Area elsewhere(RandomGenerator random) {
        var province = geography.province(one(ELSEWHERE, random)).orElseThrow();
        return one(geography.areas(province), random);
    }

    private static String address(Area area, RandomGenerator random) {
        var quarter = random.nextInt(601, 925);
        var lane = random.nextInt(2, 60);
        var house = random.nextInt(1, 80);
        return area.names().arabic() + "، محلة " + quarter + "، زقاق " + lane + "، دار " + house + "، "
                + one(NEAR, random);
    }

    private static <T> T one(List<T> some, RandomGenerator random) {
        return some.get(random.nextInt(some.size()));
    }

    /** What the shop says of some of them, once they have bought. */
    void describe(DemoShop shop) {
        var said = List.of(
                new CustomerView.About(
                        null, "تفضّل الورد الأبيض، والتوصيل بعد الخامسة عصراً", List.of("زبون دائم"), false),
                new CustomerView.About(null, "يطلب فاتورة باسم الشركة", List.of("شركات", "زبون دائم"), false),
                new CustomerView.About(null, "عيد زواجها في 14 شباط", List.of("مناسبات"), false),
                new CustomerView.About(null, "رفض الاستلام أكثر من مرة", List.of("رفض متكرر"), true));
        var newest = customers.list(shop.store(), null, Paging.first()).items();
        for (var i = 0; i < Math.min(said.size(), newest.size()); i++) {
            var about = said.get(i);
            customers.change(
                    shop.store(),
                    shop.team().owner(),
                    newest.get(i).id(),
                    before -> new CustomerView.About(before.name(), about.notes(), about.tags(), about.blocked()));
        }
    }
}
