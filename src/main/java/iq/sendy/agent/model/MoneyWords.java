package iq.sendy.agent.model;

import java.util.Set;

/** Words by which an amount of money is told from sizes, counts, hours and numbers of things; all of them folded. */
final class MoneyWords {

    static final Set<String> DINARS = words("""
            دينار دنانير دينارا دع iqd id دينارات dinar dinars dinare dinaran
            """);
    static final Set<String> OTHER_MONEY = words("""
            دولار دولارات usd dollar dollars bucks دۆلار dolar يورو euro eur ليره lira تومان toman درهم ريال
            """);
    static final String MONEY_SIGNS = "$€£¥";

    /** What is counted or measured; with the article, or behind a preposition, it is what a price is for. */
    static final Set<String> UNITS = words("""
            قطعه قطع قطعتين حبه حبات علبه علب كارتون كرتون كراتين صندوق صناديق درزن درازن كيس اكياس باكيت بكيت زوج ازواج
            شخص اشخاص نفر انفار مره مرات لون الوان قياس قياسات مقاس مقاسات نوع انواع موديل موديلات صنف اصناف خيار خيارات
            يوم ايام يومين ساعه ساعات دقيقه دقائق دقايق ثانيه ثواني اسبوع اسابيع شهر اشهر شهور سنه سنوات سنين
            صباحا مساءا مساء صباح ظهرا عصرا ليلا الصبح العصر المسا ص م
            كيلو كيلوغرام كغم كغ غم غرام جرام غ مل ملي ملم لتر لترات سم متر امتار مترا انج انش بوصه
            واط وات فولت امبير هرتز كيكا كيكابايت جيجا ميكا بايت رام بكسل ميجابكسل ملي
            ورده وردات ورود صفحه صفحات مقعد حصان درجه نقطه نجمه متابع متابعين زبون زباين طلب طلبات منتج منتجات فرع فروع
            دانه كهس روژ روژان كاتژمير كاتژميري خولهك ههفته مانگ سال جار رهنگ رهنگي جور گرام ليتر مهتر سانتيمهتر پارچه
            roj rojan saet deqe hefte meh sal kes heb dane parce cur reng
            pcs pc piece pieces item items box boxes pack packs pair pairs day days hour hours hr hrs h min mins minute
            minutes week weeks month months year years am pm kg kgs g gr gram grams mg ml l lt liter liters litre litres
            cm mm m meter meters metre metres inch inches ft w watt watts v volt mah wh gb tb mb mp hz mhz ghz rpm lm lumen lumens
            color colors colour colours size sizes person people persons star stars times series branch branches
            option options product products
            """);

    /** Before a number: it is no amount but a name, a size or a place. */
    static final Set<String> LABELS = words("""
            رقم كود رمز موديل باركود سيريال نسخه اصدار قياس مقاس نمره حجم طول عرض وزن ارتفاع قطر قوه سعه بطاريه عمر سنه عام
            الساعه ساعه صفحه طابق محله زقاق دار شارع عماره شقه
            ژماره قهباره كيش كۆد مۆديل درێژي كۆلان خانوو كات كاتژمير
            hejmar kod model mezinahi saet sal
            number no code model sku barcode version size volume length width height weight power capacity battery age year
            street house building floor apartment flat
            """);

    /** Before a number: it is a price. */
    static final Set<String> PRICES = words("""
            سعر سعره سعرها سعرهم سعره اسعار اسعاره اسعارها ثمن ثمنه ثمنها كلفه كلفته تكلفه تكلفته يكلف تكلف يكلفك
            مجموع مجموعه مجموعهم اجمالي كلي توصيل توصيله توصيلها اجور اجره شحن مبلغ مبلغه قيمه قيمته قيمتها تدفع ادفع
            الدفع يصير تصير يطلع
            نرخ نرخي نرخهكهي نرخهكه نرخيان بهها بههاي بههاكهي گهياندن گهياندني گهياندنهكه كۆ كۆي تێچوو تێچووي كرێي كرێ
            biha bihaye bihaya buha buhaye nirx nirxe gihandin gihandina tevahi tevahiya kom
            price prices priced cost costs total subtotal fee fees delivery shipping pay worth sum amount
            """);

    /** Behind an amount: there is no noun that it counts. */
    static final Set<String> CLOSING = words("""
            بس فقط للحبه للقطعه للواحد للواحده كلش هو هي وياه شامل بدون مع
            تهنها تهنيا تهنێ بۆ
            tene bo
            only each per for total including with and plus
            """);

    /** Between two ends of a range. */
    static final Set<String> UNTIL = words("الى ل لحد حتى لغايه تا بۆ بو to till until heta او يا or an");

    private MoneyWords() {}

    private static Set<String> words(String lines) {
        return ChatText.words(lines);
    }
}
