package wrong.shop;

class OldDate {

    @SuppressWarnings("JavaUtilDate")
    long at(java.util.Date date) {
        return date.getTime();
    }
}
