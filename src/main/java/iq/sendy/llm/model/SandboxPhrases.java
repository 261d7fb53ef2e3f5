package iq.sendy.llm.model;

/** Phrases of the sandbox in one language. {@code %s} stands for what the tools told. */
enum SandboxPhrases {
    GREETING(
            "حياك الله، نورت. شنو تحب أدورلك؟",
            "بەخێربێیت، چیت بۆ بدۆزمەوە؟",
            "Tu bi xêr hatî, ez ji te re li çi bigerim?",
            "Welcome! What are you looking for?"),
    THANKS("تدلل، بخدمتك.", "شایەنی نییە، لە خزمەتتداین.", "Ser çavan, em di xizmeta te de ne.", "You are welcome."),
    WHAT("شنو المنتج اللي تدور عليه؟", "کام کاڵات دەوێت؟", "Tu kîjan tiştî dixwazî?", "Which product do you mean?"),
    FOUND(
            "هذا اللي عدنا:\n%s\nإذا تحب تاخذ شي منها، اكتب: أطلب، ووياها اسم المنتج.",
            "ئەمانەمان هەن:\n%s\nئەگەر یەکێکیانت دەوێت، بنووسە: داوای دەکەم، لەگەڵ ناوی کاڵاکە.",
            "Ev li ba me hene:\n%s\nHeger tu yekî bixwazî, binivîse: bikirim, û navê wê.",
            "This is what we have:\n%s\nTo take one of them, write: order, and its name."),
    IN_STOCK("متوفر", "بەردەستە", "heye", "in stock"),
    SOLD_OUT("نافد حالياً", "ئێستا نەماوە", "niha nemaye", "sold out"),
    NOT_FOUND(
            "ما لگيت هيچ منتج بالمحل. تگدر تكتبلي اسمه بغير شكل؟",
            "کاڵای وام لە دوکانەکەدا نەدۆزییەوە. دەتوانیت بە شێوەیەکی تر ناوەکەی بنووسیت؟",
            "Min tiştekî wisa di dikanê de nedît. Tu dikarî navê wê bi awayekî din binivîsî?",
            "I found nothing like that in the shop. Could you write its name in another way?"),
    NAME_THE_PLACE(
            "تمام، %s. دزلي بالترتيب، بيناتها فارزة: الاسم، المحافظة، المنطقة، وأقرب نقطة دالة.",
            "باشە، %s. تکایە بەم ڕیزە بۆم بنووسە و بە کۆما جیایان بکەرەوە: ناو، پارێزگا، ناوچە، و نزیکترین شوێنی ناسراو.",
            "Baş e, %s. Ji kerema xwe bi vê rêzê binivîse û bi bêhnokê ji hev veqetîne: nav, parêzgeh, navçe, û cihê herî nêzîk.",
            "Good, %s. Please write in this order, with commas between: name, province, area, and the nearest landmark."),
    NAME_THE_AREA(
            "ما عرفت المنطقة بالضبط. دزلي مرة ثانية: الاسم، المحافظة، المنطقة، وأقرب نقطة دالة.%s",
            "ناوچەکەم بە تەواوی نەناسی. تکایە دووبارە بنووسە: ناو، پارێزگا، ناوچە، و نزیکترین شوێنی ناسراو.%s",
            "Min navçe baş nas nekir. Ji kerema xwe dîsa binivîse: nav, parêzgeh, navçe, û cihê herî nêzîk.%s",
            "I do not know that area. Please write again: name, province, area, and the nearest landmark.%s"),
    NAME_THE_PHONE(
            "بقى رقم موبايلك حتى أكمل الطلب. اكتبه برسالة.",
            "تەنها ژمارەی مۆبایلەکەت ماوە. تکایە بە نامەیەک بینووسە.",
            "Tenê hejmara mobîla te maye. Ji kerema xwe di peyamekê de binivîse.",
            "I only need your mobile number. Please write it in a message."),
    QUOTED(
            "رتبتلك الطلب، والمجموع %s. حتى يتثبت، اضغط زر التأكيد.",
            "داواکارییەکەم بۆ ئامادە کردیت، کۆی گشتی %s. بۆ جێگیرکردنی، دوگمەی پشتڕاستکردنەوە دابگرە.",
            "Min daxwaz ji te re amade kir, bi tevahî %s. Ji bo piştrastkirinê, bişkokê bitepîne.",
            "Your order is ready to confirm, %s in total. Please tap the button to place it."),
    TOO_FEW(
            "للأسف ما بقى منه هالعدد. تحب أقل لو شي ثاني؟",
            "بەداخەوە ئەوەندەی لێ نەماوە. کەمترت دەوێت یان شتێکی تر؟",
            "Mixabin ew qas di dikanê de nemaye. Tu dixwazî ji vê kêmtir bistînî an tiştekî din heye ku tu dixwazî?",
            "Sorry, there are not that many left. Would you like fewer, or something else?"),
    ORDER_FOUND(
            "طلبك رقم %s: %s، والمجموع %s.",
            "داواکاری ژمارە %s: %s، کۆی گشتی %s.",
            "Daxwaza te ya hejmar %s: %s, bi tevahî %s.",
            "Your order %s: %s, %s in total."),
    ORDER_NOT_FOUND(
            "ما لگيت طلب بهالرقم عندك. تحب أسألك الموظفين؟",
            "داواکارییەکی وام بۆ تۆ نەدۆزییەوە. دەتەوێت لە کارمەندەکان بپرسم؟",
            "Min daxwazeke wisa ya te nedît. Tu dixwazî ez ji karmendan bipirsim?",
            "I find no such order of yours. Shall I ask the staff?"),
    FEE("أجور التوصيل %s.", "کرێی گەیاندن %s.", "Heqê gihandinê %s.", "Delivery costs %s."),
    FEES(
            "أجور التوصيل بين %s و %s، حسب المحافظة.",
            "کرێی گەیاندن لە نێوان %s و %s دایە، بەپێی پارێزگا.",
            "Heqê gihandinê di navbera %s û %s de ye, li gorî parêzgehê.",
            "Delivery costs from %s to %s, depending on the province."),
    HOURS("أوقات الدوام: %s", "کاتی کارکردن: %s", "Demên kar: %s", "Opening hours: %s"),
    REACH(
            "تگدر توصلنا هنا: %s",
            "لێرە دەتوانیت پەیوەندیمان پێوە بکەیت: %s", "Tu dikarî li vir bigihîjî me: %s", "You reach us here: %s"),
    DINAR("%s دينار", "%s دینار", "%s dînar", "%s IQD"),
    PENDING("بانتظار التأكيد", "چاوەڕێی پشتڕاستکردنەوەیە", "li benda piştrastkirinê ye", "waiting to be confirmed"),
    UNDER_WAY("قيد التجهيز", "ئامادە دەکرێت", "tê amadekirin", "being prepared"),
    ON_ITS_WAY("بالطريق إلك", "لە ڕێگەیە", "di rê de ye", "on its way"),
    DELIVERED("وصل", "گەیشتووە", "gihîştiye", "delivered"),
    POSTPONED("مؤجل", "دواخراوە", "hatiye paşxistin", "postponed"),
    NOT_TAKEN("راجع للمحل", "گەڕاوەتەوە بۆ دوکان", "vegeriyaye dikanê", "back at the shop"),
    CANCELLED("ملغي", "هەڵوەشێنراوەتەوە", "hatiye betalkirin", "cancelled"),
    /** What stands before a text that was said before: nobody says the same twice. */
    AGAIN("مثل ما گتلك: ", "وەک گوتم: ", "Wekî min got: ", "As I said: "),
    ONCE_MORE("أعيدها إلك: ", "دووبارەی دەکەمەوە: ", "Ez dîsa dibêjim: ", "Once more: ");

    private final String arabic;
    private final String sorani;
    private final String kurmanji;
    private final String english;

    SandboxPhrases(String arabic, String sorani, String kurmanji, String english) {
        this.arabic = arabic;
        this.sorani = sorani;
        this.kurmanji = kurmanji;
        this.english = english;
    }

    String in(SandboxLanguage language, Object... parts) {
        var rest = switch (language) {
            case AR -> arabic;
            case CKB -> sorani;
            case KMR -> kurmanji;
            case EN -> english;
        };
        var text = new StringBuilder();
        for (var part : parts) {
            var at = rest.indexOf("%s");
            text.append(rest, 0, at).append(part);
            rest = rest.substring(at + 2);
        }
        return text.append(rest).toString();
    }

    /** An order's status in words that a customer knows. */
    static SandboxPhrases status(String word) {
        return switch (word) {
            case "Pending" -> PENDING;
            case "Confirmed", "Ready" -> UNDER_WAY;
            case "InTransit", "OutForDelivery" -> ON_ITS_WAY;
            case "Delivered" -> DELIVERED;
            case "Postponed" -> POSTPONED;
            case "Cancelled" -> CANCELLED;
            default -> NOT_TAKEN;
        };
    }
}
