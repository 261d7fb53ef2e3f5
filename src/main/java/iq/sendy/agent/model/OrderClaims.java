package iq.sendy.agent.model;

import iq.sendy.agent.TurnFacts;
import iq.sendy.orders.OrderStatus;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Claims of a reply about what became of an order. Taps and people place, confirm, change and cancel orders; a model does none of
 * it, and whoever believes that it did waits for nothing, or is sent what they no longer want.
 */
final class OrderClaims {

    private static final PhraseList PLACED = PhraseList.of("""
            تم تثبيت طلب*, تم تثبيت الطلب*, تم تسجيل طلب*, تم تسجيل الطلب*, تم حجز طلب*
            تثبت طلب*, تثبت الطلب*, طلبك تثبت, طلبكم تثبت, انسجل طلب*, طلبك مثبت, طلبكم مثبت, الطلب مثبت
            ثبتت طلب*, ثبتت الطلب*, ثبتنا طلب*, ثبتنا الطلب*, ثبتتلك*, ثبتنالك*
            طلبك تم تثبيته, طلبكم تم تثبيته, الطلب تم تثبيته, طلبك تم تسجيله, طلبكم تم تسجيله
            سجلت طلب*, سجلت الطلب*, سجلنا طلب*, سجلنا الطلب*, سجلتلك*, سجلنالك*
            داواکاری* تۆمار کرا*, داواکاری* تۆمارکرا*, داواکاری* تۆمارمان کرد*, داواکاری* تۆمارم کرد*
            داواکاری* جێگیر کرا*, داواکاری* وەرگیرا*
            siparis* te hat*, siparis* we hat*, daxwaz* te hat*, daxwaz* we hat*
            order is placed, order has been placed, order was placed, order placed, order is registered, order has been registered
            placed your order, placed the order, registered your order
            """);
    private static final PhraseList CONFIRMED = PhraseList.of("""
            تم تاكيد طلب*, تم تاكيد الطلب*, طلبك تم تاكيده, طلبكم تم تاكيده, الطلب تم تاكيده, طلبك تاكد, طلبكم تاكد, تاكد طلب*
            طلبك موكد, طلبكم موكد, الطلب موكد, اكدت طلب*, اكدت الطلب*, اكدنا طلب*, اكدنا الطلب*
            داواکاری* پشتڕاست کرا*, داواکاری* پشتڕاستکرا*
            order is confirmed, order has been confirmed, order was confirmed, order confirmed, confirmed your order
            confirmed the order
            """);
    private static final PhraseList CANCELLED = PhraseList.of("""
            تم الغاء طلب*, تم الغاء الطلب*, طلبك تم الغاءه, طلبكم تم الغاءه, انلغى طلب*, انلغى الطلب, طلبك انلغى, طلبكم انلغى, الطلب انلغى
            طلبك ملغي, طلبكم ملغي, الطلب ملغي, الغيت طلب*, الغيت الطلب, الغينا طلب*, الغينا الطلب, لغيت طلب*, لغيت الطلب, لغينا طلب*
            لغينا الطلب, الغيتلك*, الغينالك*, لغيتلك*, لغينالك*, الغيته الك, الغيناه الك
            داواکاری* هەڵوەشا*, داواکاری* هەڵوەشێنرا*, داواکاری* هەڵمانوەشاند*, داواکاری* هەڵموەشاند*
            siparis* hat betal*, siparis* hatiye betal*, siparis* hate betal*, daxwaz* hat betal*, daxwaz* hatiye betal*
            order is cancelled, order is canceled, order has been cancelled, order has been canceled, order was cancelled
            order was canceled, order cancelled, order canceled, cancelled your order, canceled your order, cancelled the order
            canceled the order, cancelled it for you, canceled it for you
            """);
    private static final PhraseList CHANGED = PhraseList.of("""
            غيرنا العنوان*, غيرت العنوان*, غيرنا عنوان*, غيرت عنوان*, بدلنا العنوان, بدلت العنوان, تم تغيير العنوان*, تم تغيير عنوان*
            تم تعديل العنوان*, تم تعديل عنوان*, تم تحديث العنوان*, تم تحديث عنوان*, العنوان تغير, عنوانك تغير, غيرتلك*, غيرنالك*
            غيرنا طلب*, غيرنا الطلب, غيرت طلب*, غيرت الطلب, عدلنا طلب*, عدلنا الطلب, عدلت طلب*, عدلت الطلب, عدلتلك*, عدلنالك*
            تم تعديل طلب*, تم تعديل الطلب*, تم تغيير طلب*, تم تغيير الطلب*, تم تحديث طلب*, تم تحديث الطلب*
            ناونیشان* گۆڕا, ناونیشان* گۆڕدرا*, ناونیشان* گۆڕیم*, ناونیشان* گۆڕی, داواکاری* گۆڕدرا*, داواکاری* دەستکاری کرا*
            navnisan* hat guhert*, navnisan* hatiye guhert*, siparis* hat guhert*, siparis* hatiye guhert*
            changed your address, changed the address, updated your address, updated the address, address is changed
            address has been changed, address was changed, address has been updated, address is updated, address was updated
            changed your order, changed the order, updated your order, updated the order, order has been changed
            order has been updated, order is updated, order was updated
            """);

    private static final Set<OrderStatus> UNCONFIRMED = EnumSet.of(OrderStatus.PENDING, OrderStatus.CANCELLED);

    private OrderClaims() {}

    /** Whether a text says of an order what no tool told in this turn. */
    static boolean untrue(List<Lexeme> lexemes, TurnFacts facts) {
        return (facts.orders().isEmpty() && said(PLACED, lexemes))
                || (UNCONFIRMED.containsAll(facts.orders().values()) && said(CONFIRMED, lexemes))
                || (!facts.orders().containsValue(OrderStatus.CANCELLED) && said(CANCELLED, lexemes))
                || said(CHANGED, lexemes);
    }

    private static boolean said(PhraseList claim, List<Lexeme> lexemes) {
        for (var at = 0; at < lexemes.size(); at++) {
            if (claim.width(lexemes, at) > 0
                    && !PromiseWords.negated(lexemes, at)
                    && !Suppositions.before(lexemes, at)) {
                return true;
            }
        }
        return false;
    }
}
