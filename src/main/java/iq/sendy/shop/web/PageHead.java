package iq.sendy.shop.web;

import iq.sendy.platform.pages.PageLanguage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Head of a shop's page: what search engines and messengers are told of it. Texts are plain.
 *
 * @param title at most 60 characters
 * @param description one line; null where there is nothing to say
 * @param canonical the whole address under which the page is to be known
 * @param alternates the same page in each language
 * @param picture what messengers show; null for none
 * @param indexed whether search engines shall list it
 * @param type what the page is in the words of OpenGraph
 * @param data what it is about, for programs, in the words of schema.org
 */
public record PageHead(
        String title,
        @Nullable String description,
        String canonical,
        List<Alternate> alternates,
        @Nullable PreviewPicture picture,
        boolean indexed,
        String type,
        List<Map<String, Object>> data) {

    public PageHead {
        alternates = List.copyOf(alternates);
        data = List.copyOf(data);
    }

    /** The page in a language, by its whole address. */
    public record Alternate(PageLanguage language, String url) {}

    /** What {@code robots} are told. */
    public String robots() {
        return indexed ? "index, follow, max-image-preview:large" : "noindex, follow";
    }
}
