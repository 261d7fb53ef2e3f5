package iq.sendy.agent.model;

import iq.sendy.messaging.ReplyLanguage;
import java.util.Map;

/** Fixed texts in the four languages of replies, as shops in Iraq write to their customers. */
public final class FixedTexts {

    private FixedTexts() {}

    /** The text as it stands, braces and all. */
    public static String of(ReplyLanguage language, FixedText text) {
        return switch (language) {
            case AR -> arabic(text);
            case CKB -> sorani(text);
            case KMR -> kurmanji(text);
            case EN -> english(text);
        };
    }

    /** The text with what is put in, by the names in its braces. What is put in is not looked at again. */
    public static String of(ReplyLanguage language, FixedText text, Map<String, String> values) {
        var template = of(language, text);
        var filled = new StringBuilder(template.length());
        for (var at = 0; at < template.length(); ) {
            var open = template.indexOf('{', at);
            if (open < 0) {
                return filled.append(template, at, template.length()).toString();
            }
            var close = template.indexOf('}', open);
            var value = values.get(template.substring(open + 1, close));
            if (value == null) {
                throw new IllegalArgumentException("Nothing stands for " + template.substring(open, close + 1));
            }
            filled.append(template, at, open).append(value);
            at = close + 1;
        }
        return filled.toString();
    }

    private static String arabic(FixedText text) {
        return switch (text) {
            case HAND_OFF -> "تمام، حوّلنا محادثتكم لأحد زملائنا ورح يرد عليكم بأقرب وقت 🌷";
            case CLOSED -> "هلا بيكم 🌷 إحنا هسه خارج أوقات الدوام. رسالتكم وصلتنا، ونرد عليكم أول ما نفتح.";
            case ERROR -> "العفو منكم، صار عدنا خلل بسيط. رسالتكم وصلتنا، وأحد زملائنا يرد عليكم بأقرب وقت.";
            case OFF_TOPIC ->
                "العفو، نكدر نساعدكم بس باللي يخص متجرنا: المنتجات والأسعار والتوصيل والطلبات. شنو تحبون تعرفون عن منتجاتنا؟";
            case QUOTE -> """
                    هاي تفاصيل طلبكم:
                    {items}
                    {delivery}
                    المجموع: {total}

                    الاسم: {name}
                    العنوان: {address}
                    الموبايل: {phone}

                    الدفع عند الاستلام. إذا كلشي صحيح، اضغطوا «تأكيد الطلب» 👇""";
            case QUOTE_LINE -> "• {quantity} × {item}: {amount}";
            case DELIVERY_FEE -> "التوصيل: {amount}";
            case DELIVERY_FREE -> "التوصيل: مجاني";
            case DISCOUNT -> "الخصم: {amount}";
            case DINARS -> "{amount} دينار";
            case DOLLARS -> "{amount} دولار";
            case CONFIRM -> "تأكيد الطلب";
            case CANCEL -> "إلغاء";
            case ASK_PHONE -> "حتى نكمل طلبكم، دزولنا رقم موبايلكم لطفاً (11 رقم ويبدأ بـ 07).";
            case QUOTE_EXPIRED -> "انتهت مدة هذا الطلب قبل لا يتأكد، وهاي تفاصيله من جديد حتى تأكدوه:";
            case PRICE_CHANGED -> "تغيّر السعر من بعد ما حسبنا طلبكم. هاي التفاصيل الجديدة، أكدوها إذا تناسبكم:";
            case SOLD_OUT -> "العفو منكم، خلصت الكمية من {item} قبل لا يتأكد الطلب. تحبون نشوفلكم بديل؟";
            case ORDER_MADE -> """
                    تم تثبيت طلبكم ✅ شكراً إلكم 🌷
                    رقم الطلب: {number}
                    المجموع: {total}
                    تكدرون تتابعون الطلب من هنا: {link}""";
            case QUOTE_CANCELLED -> "تمام، لغينا الطلب. إذا احتجتوا أي شي ثاني إحنا بالخدمة 🌷";
        };
    }

    private static String sorani(FixedText text) {
        return switch (text) {
            case HAND_OFF -> "باشە، گفتوگۆکەتانمان دا بە یەکێک لە هاوکارانمان، بە زووترین کات وەڵامتان دەداتەوە 🌷";
            case CLOSED ->
                "بەخێربێن 🌷 ئێستا لە دەرەوەی کاتی کارداین. نامەکەتان گەیشت، هەر کە کردمانەوە وەڵامتان دەدەینەوە.";
            case ERROR ->
                "ببوورن، کێشەیەکی بچووک ڕوویدا. نامەکەتان گەیشت، یەکێک لە هاوکارانمان بە زووترین کات وەڵامتان دەداتەوە.";
            case OFF_TOPIC ->
                "ببوورن، تەنها لەبارەی فرۆشگاکەمانەوە دەتوانین یارمەتیتان بدەین: کاڵا، نرخ، گەیاندن و داواکاری. حەز دەکەن چی لەبارەی کاڵاکانمان بزانن؟";
            case QUOTE -> """
                    ئەمە وردەکاری داواکارییەکەتانە:
                    {items}
                    {delivery}
                    کۆی گشتی: {total}

                    ناو: {name}
                    ناونیشان: {address}
                    مۆبایل: {phone}

                    پارەدان لە کاتی وەرگرتندایە. ئەگەر هەمووی ڕاستە، کلیک لە «دڵنیاکردنەوە» بکەن 👇""";
            case QUOTE_LINE -> "• {quantity} × {item}: {amount}";
            case DELIVERY_FEE -> "گەیاندن: {amount}";
            case DELIVERY_FREE -> "گەیاندن: بێبەرامبەر";
            case DISCOUNT -> "داشکاندن: {amount}";
            case DINARS -> "{amount} دینار";
            case DOLLARS -> "{amount} دۆلار";
            case CONFIRM -> "دڵنیاکردنەوە";
            case CANCEL -> "هەڵوەشاندنەوە";
            case ASK_PHONE ->
                "بۆ تەواوکردنی داواکارییەکەتان، تکایە ژمارەی مۆبایلەکەتان بنێرن (11 ژمارە و بە 07 دەست پێدەکات).";
            case QUOTE_EXPIRED ->
                "کاتی ئەم داواکارییە بەسەرچوو، ئەمە وردەکارییەکەیەتی لە نوێوە بۆ ئەوەی دڵنیای بکەنەوە:";
            case PRICE_CHANGED ->
                "لەو کاتەوەی داواکارییەکەتانمان حساب کرد نرخ گۆڕاوە. ئەمە وردەکارییە نوێیەکەیە، ئەگەر بۆتان گونجاوە دڵنیای بکەنەوە:";
            case SOLD_OUT ->
                "ببوورن، {item} تەواو بوو پێش ئەوەی داواکارییەکە دڵنیا بکرێتەوە. حەز دەکەن شتێکی هاوشێوەتان بۆ بدۆزینەوە؟";
            case ORDER_MADE -> """
                    داواکارییەکەتان تۆمار کرا ✅ زۆر سوپاس 🌷
                    ژمارەی داواکاری: {number}
                    کۆی گشتی: {total}
                    لێرەوە دەتوانن بەدوای داواکارییەکەتاندا بچن: {link}""";
            case QUOTE_CANCELLED -> "باشە، داواکارییەکەمان هەڵوەشاندەوە. هەر شتێکتان پێویست بوو لە خزمەتداین 🌷";
        };
    }

    private static String kurmanji(FixedText text) {
        return switch (text) {
            case HAND_OFF -> "Baş e, me axaftina we da yek ji hevalên xwe, ew ê zûtirîn dem bersiva we bide 🌷";
            case CLOSED ->
                "Hûn bi xêr hatin 🌷 Niha em li derveyî demên kar in. Peyama we gihîşt, gava me vekir em ê bersiva we bidin.";
            case ERROR ->
                "Biborin, pirsgirêkeke biçûk çêbû. Peyama we gihîşt, yek ji hevalên me dê zûtirîn dem bersiva we bide.";
            case OFF_TOPIC ->
                "Biborin, em tenê dikarin di derbarê firoşgeha xwe de alîkariya we bikin: kelûpel, biha, gihandin û sifariş. Hûn dixwazin li ser kelûpelên me çi bizanin?";
            case QUOTE -> """
                    Ev hûrgiliyên sifarişa we ne:
                    {items}
                    {delivery}
                    Bi tevahî: {total}

                    Nav: {name}
                    Navnîşan: {address}
                    Mobîl: {phone}

                    Pere di dema wergirtinê de tê dayîn. Eger her tişt rast be, li «Piştrast bike» bidin 👇""";
            case QUOTE_LINE -> "• {quantity} × {item}: {amount}";
            case DELIVERY_FEE -> "Gihandin: {amount}";
            case DELIVERY_FREE -> "Gihandin: bêpere";
            case DISCOUNT -> "Daşkandin: {amount}";
            case DINARS -> "{amount} dînar";
            case DOLLARS -> "{amount} dolar";
            case CONFIRM -> "Piştrast bike";
            case CANCEL -> "Betal bike";
            case ASK_PHONE ->
                "Ji bo temamkirina sifarişa we, ji kerema xwe hejmara mobîla xwe bişînin (11 hejmar û bi 07 dest pê dike).";
            case QUOTE_EXPIRED -> "Dema vê sifarişê qediya, ev hûrgiliyên wê ji nû ve ne da ku hûn piştrast bikin:";
            case PRICE_CHANGED ->
                "Ji dema ku me sifarişa we hesab kir, biha guherî. Ev hûrgiliyên nû ne, eger li gorî we be piştrast bikin:";
            case SOLD_OUT ->
                "Biborin, {item} berî piştrastkirina sifarişê qediya. Hûn dixwazin em tiştekî wekî wê ji we re bibînin?";
            case ORDER_MADE -> """
                    Sifarişa we hat tomarkirin ✅ Gelek spas 🌷
                    Hejmara sifarişê: {number}
                    Bi tevahî: {total}
                    Hûn dikarin li vir li pey sifarişa xwe biçin: {link}""";
            case QUOTE_CANCELLED -> "Baş e, me sifariş betal kir. Eger tiştekî din hewce be, em di xizmeta we de ne 🌷";
        };
    }

    private static String english(FixedText text) {
        return switch (text) {
            case HAND_OFF -> "Sure, I've passed your chat to a colleague, who will reply as soon as possible 🌷";
            case CLOSED -> "Hello 🌷 We're closed right now. We have your message and will reply as soon as we open.";
            case ERROR ->
                "Sorry, something went wrong on our side. We have your message, and a colleague will reply as soon as possible.";
            case OFF_TOPIC ->
                "Sorry, I can only help with our shop: products, prices, delivery and orders. What would you like to know about our products?";
            case QUOTE -> """
                    Here is your order:
                    {items}
                    {delivery}
                    Total: {total}

                    Name: {name}
                    Address: {address}
                    Mobile: {phone}

                    You pay on delivery. If everything is right, tap “Confirm order” 👇""";
            case QUOTE_LINE -> "• {quantity} × {item}: {amount}";
            case DELIVERY_FEE -> "Delivery: {amount}";
            case DELIVERY_FREE -> "Delivery: free";
            case DISCOUNT -> "Discount: {amount}";
            case DINARS -> "{amount} IQD";
            case DOLLARS -> "${amount}";
            case CONFIRM -> "Confirm order";
            case CANCEL -> "Cancel";
            case ASK_PHONE -> "To complete your order, please send your mobile number (like 07xx xxx xxxx).";
            case QUOTE_EXPIRED -> "That offer has expired. Here is a fresh one for you to confirm:";
            case PRICE_CHANGED ->
                "A price has changed since we worked it out. Here are the new details; please confirm if they suit you:";
            case SOLD_OUT ->
                "Sorry, {item} sold out before the order was confirmed. Shall we find you something similar?";
            case ORDER_MADE -> """
                    Your order is placed ✅ Thank you 🌷
                    Order number: {number}
                    Total: {total}
                    You can follow it here: {link}""";
            case QUOTE_CANCELLED -> "All right, we've cancelled it. If you need anything else, we're here 🌷";
        };
    }
}
