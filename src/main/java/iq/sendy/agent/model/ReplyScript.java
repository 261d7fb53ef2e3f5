package iq.sendy.agent.model;

import iq.sendy.messaging.ReplyLanguage;

/** Script of a reply: whether what is written can be its language. Names of products may be in any. */
final class ReplyScript {

    private static final int QUARTER = 4;
    private static final int TWENTIETH = 20;
    private static final int TENTH = 10;
    private static final int FEW = 16;

    private final String text;
    private int arabic;
    private int latin;
    private int other;
    private int sorani;

    private ReplyScript(String text) {
        this.text = text;
        text.codePoints().filter(Character::isLetter).forEach(this::count);
    }

    private void count(int letter) {
        switch (Character.UnicodeScript.of(letter)) {
            case ARABIC -> arabic++;
            case LATIN -> latin++;
            default -> other++;
        }
        if (LanguageDetector.SORANI.indexOf(letter) >= 0) {
            sorani++;
        }
    }

    /** Whether a text can be in the language. */
    static boolean fits(String text, ReplyLanguage language) {
        var script = new ReplyScript(text);
        return script.letters() == 0 || script.fits(language);
    }

    private int letters() {
        return arabic + latin + other;
    }

    private boolean fits(ReplyLanguage language) {
        if (other * QUARTER > letters()) {
            return false;
        }
        return switch (language) {
            case AR -> enough(arabic) && sorani * TENTH <= arabic;
            case CKB -> enough(arabic) && (arabic < FEW || sorani * TWENTIETH >= arabic);
            case KMR -> enough(latin) && !spoken(ReplyLanguage.EN);
            case EN -> enough(latin) && !spoken(ReplyLanguage.KMR);
        };
    }

    private boolean enough(int own) {
        return own * QUARTER >= letters();
    }

    private boolean spoken(ReplyLanguage wrong) {
        return latin >= FEW
                && LanguageDetector.latin(text).filter(wrong::equals).isPresent();
    }
}
