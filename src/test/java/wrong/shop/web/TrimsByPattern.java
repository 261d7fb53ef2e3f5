package wrong.shop.web;

class TrimsByPattern {

    String trimmed(String sent) {
        return sent.replaceAll("^\\s+|\\s+$", "");
    }
}
