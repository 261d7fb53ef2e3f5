package iq.sendy.catalog;

/** All that can come of deleting a category. */
public enum DeleteCategoryResult {
    DELETED,
    NO_SUCH_CATEGORY,
    /** It still holds categories, or products that are not archived. */
    IN_USE
}
